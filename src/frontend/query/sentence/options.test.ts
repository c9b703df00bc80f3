import type { Settled } from '../../../shared/query/settle';
import { speak } from '../../i18n/language.fixture';
import { queryOf } from '../query.fixture';
import { sentence } from './sentence';

beforeAll(() => speak('en-US'));

/** Of each option of a query: a query that sets it, and the same without; null where the sentence says nothing of it. */
const OPTIONS: Readonly<Record<keyof Settled, readonly [object, object] | null>> = {
  kind: [{ kind: 'records' }, {}],
  view: [{ view: 'totals' }, {}],
  hours: [{ hours: 'sla' }, {}],
  statistics: [{ statistics: ['p90'] }, {}],
  frequency: [{ frequency: 'week' }, {}],
  groupBy: [{ groupBy: ['team'] }, {}],
  filters: [{ filters: [{ field: 'team', values: ['t1'] }] }, {}],
  // the columns stand there to be seen
  columns: null,
  events: [{ kind: 'events', events: ['holiday'] }, { kind: 'events' }],
  sort: [{ groupBy: ['team'], sort: { by: 'name', direction: 'asc' } }, { groupBy: ['team'] }],
  limit: [{ groupBy: ['team'], limit: 3 }, { groupBy: ['team'] }],
  other: [
    { metric: 'opened', groupBy: ['team'], limit: 3, other: true },
    { metric: 'opened', groupBy: ['team'], limit: 3 },
  ],
  minN: [{ groupBy: ['team'], minN: 3 }, { groupBy: ['team'] }],
  withinMinutes: [{ metric: 'sla_at_risk', withinMinutes: 60 }, { metric: 'sla_at_risk' }],
  ownerAt: [{ groupBy: ['owner'], ownerAt: 'current' }, { groupBy: ['owner'] }],
  close: [{ close: 'first' }, {}],
  include: [{ include: ['spam'] }, {}],
  at: [{ kind: 'records', at: 0 }, { kind: 'records' }],
  // no control sets it: it is for dashboards and rules as code
  asOf: null,
  includeOffline: [{ metric: 'agent_status_time', includeOffline: true }, { metric: 'agent_status_time' }],
  compare: [{ compare: 'previous_year' }, {}],
  trend: [{ trend: 'linear' }, {}],
  anomalies: [{ anomalies: true }, {}],
};

const said = Object.entries(OPTIONS).flatMap(([option, pair]) => (pair === null ? [] : [[option, ...pair] as const]));

it.each(said)('the sentence says %s', (_, set, unset) => {
  const of = (own: object) => sentence(queryOf({ metric: 'time_to_close', ...own }));
  expect(of(set)).not.toBe(of(unset));
});
