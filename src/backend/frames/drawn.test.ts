import { parseQuery } from '../../shared/query';
import type { Drawn } from '../../shared/words';
import { NOON } from '../query/measures/cases/case.fixture';
import { plan } from '../query/plan';
import { drawnFields } from './drawn';

const DAY = 86_400_000;
const from = Date.UTC(2026, 2, 2);
const times = Float64Array.from({ length: 4 }, (_, day) => from + day * DAY);
const planned = (query: object) =>
  plan(parseQuery({ view: 'over_time', frequency: 'day', ...query }), {
    ...NOON,
    fromMs: from,
    toMs: from + 4 * DAY,
    nowMs: from + 3.5 * DAY,
  });
const VALUES = [0.5, 0.6, 0.7, 0.8];

/** The fields of a series of four days whose last one is not over, and whose second has four rows: names, values and whether each is drawn, in the legend, in the tooltip. */
function fields(query: object, drawn: Drawn = 'lines', called: string | null = 'n') {
  const main = { name: 'metric', column: { type: 'number' as const, values: VALUES }, config: { displayNameFromDS: 'Name' } };
  return drawnFields(planned(query), drawn, { main, values: VALUES, n: [9, 4, 9, 9], times, partial: [from + 3 * DAY], called }).map(
    ({ name, column, config }) => {
      const { viz = false, legend = false, tooltip = false } = (config?.custom?.hideFrom ?? {}) as Readonly<Record<string, boolean>>;
      return [name, config?.displayNameFromDS, Array.from(column.values), [!viz, !legend, !tooltip].map(Number).join('')];
    }
  );
}

it('draws in full what is whole and rests on enough rows, and says n', () => {
  expect(fields({ metric: 'csat' })).toEqual([
    ['metric', 'Name', VALUES, '101'],
    ['solid', 'Name', [0.5, null, 0.7, null], '110'],
    ['n', 'n', [9, 4, 9, 9], '001'],
  ]);
});

it.each([
  ['counts are never few, and are their own n', { metric: 'opened' }, [0.5, 0.6, 0.7, null], ['metric', 'solid']],
  ['a state of now is not unfinished', { metric: 'backlog_age' }, [0.5, null, 0.7, 0.8], ['metric', 'solid', 'n']],
  ['the query says what is few', { metric: 'csat', minN: 3 }, [0.5, 0.6, 0.7, null], ['metric', 'solid', 'n']],
])('%s', (_, query, solid, names) => {
  const drawn = fields(query);
  expect([drawn.map(([name]) => name), drawn[1][2]]).toEqual([names, solid]);
});

it('draws once what is all whole', () => {
  expect(fields({ metric: 'backlog' })).toEqual([['metric', 'Name', VALUES, '111']]);
});

it('leaves n out where it has no name', () => {
  expect(fields({ metric: 'csat' }, 'lines', null).map(([name]) => name)).toEqual(['metric', 'solid']);
});
