import { parseQuery } from '../../../shared/query';
import { atOnce } from '../../turns';
import { answer } from './answer';
import { plan } from '../plan';

const by = plan(parseQuery({ metric: 'opened', view: 'totals', groupBy: ['stage'] }), {
  fromMs: 0,
  toMs: 86_400_000,
  nowMs: 0,
  timeZone: 'UTC',
  weekStart: 'monday',
  topBox: {},
  defaultCalendar: null,
  alert: false,
});

test.each([[[1, 2, 3]], [[3, 2, 1]], [[2, 3, 1]]])('groups of one name stand in the order of their ids, however the engine returns them: %j', (keys) => {
  const rows: Record<string, Array<number | string>> = {
    g1: keys,
    id1: keys.map((key) => `s${key}`),
    name1: keys.map((key) => (key === 2 ? 'New' : 'Solved')),
    s0: keys,
    n: keys,
  };
  const { series } = atOnce(answer({ ...by, rank: null }, { rows: 3, column: (name) => rows[name] ?? null }, { groups: 10, past: '' }));
  expect(series.map(({ groups }) => groups[0].id)).toEqual(['s2', 's1', 's3']);
});
