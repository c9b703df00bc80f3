import type { HelpdeskQuery } from './schema';
import type { Settled } from './settle';

type Example = Omit<HelpdeskQuery, 'metric'> & { readonly metric?: string };

/** An example of each option of a query: a query without it, and what sets it. Tests hold that the backend heeds it, and that the editor says it and has a control for it. */
export const OPTION_EXAMPLES: Readonly<Record<keyof Settled, { readonly without: Example; readonly set: Example }>> = {
  kind: { without: {}, set: { kind: 'records' } },
  view: { without: {}, set: { view: 'totals' } },
  hours: { without: {}, set: { hours: 'sla' } },
  statistics: { without: {}, set: { statistics: ['p90'] } },
  frequency: { without: {}, set: { frequency: 'week' } },
  groupBy: { without: {}, set: { groupBy: ['team'] } },
  filters: { without: {}, set: { filters: [{ field: 'team', op: 'in', values: ['t1'] }] } },
  columns: { without: { kind: 'records' }, set: { columns: ['ticket'] } },
  events: { without: { kind: 'events' }, set: { events: ['holiday'] } },
  sort: { without: { groupBy: ['team'] }, set: { sort: { by: 'name', direction: 'asc' } } },
  limit: { without: { groupBy: ['team'] }, set: { limit: 3 } },
  other: { without: { metric: 'opened', groupBy: ['team'], limit: 3 }, set: { other: true } },
  minN: { without: { groupBy: ['team'] }, set: { minN: 3 } },
  withinMinutes: { without: { metric: 'sla_at_risk' }, set: { withinMinutes: 60 } },
  threshold: { without: { statistics: ['within'], threshold: '1h' }, set: { threshold: '8h' } },
  beyondTarget: { without: {}, set: { beyondTarget: true } },
  bands: { without: { groupBy: ['duration_band'] }, set: { bands: ['2h', '1d'] } },
  unit: { without: {}, set: { unit: 'hours' } },
  ownerAt: { without: { groupBy: ['owner'] }, set: { ownerAt: 'current' } },
  close: { without: {}, set: { close: 'first' } },
  include: { without: {}, set: { include: ['spam'] } },
  at: { without: { kind: 'records', frequency: 'day' }, set: { at: Date.UTC(2026, 2, 3) } },
  asOf: { without: { metric: 'backlog' }, set: { asOf: Date.UTC(2026, 2, 3) } },
  includeOffline: { without: { metric: 'agent_status_time' }, set: { includeOffline: true } },
  compare: { without: {}, set: { compare: 'previous_year' } },
  trend: { without: {}, set: { trend: 'linear' } },
  anomalies: { without: {}, set: { anomalies: true } },
  drawn: { without: {}, set: { drawn: 'lines' } },
};

/** The examples as a table for `it.each`: the option, a query without it, the same with it. */
export function optionExamples(except: Partial<Record<keyof Settled, string>>): ReadonlyArray<readonly [string, HelpdeskQuery, HelpdeskQuery]> {
  return Object.entries(OPTION_EXAMPLES)
    .filter(([option]) => !(option in except))
    .map(([option, { without, set }]) => [option, { metric: 'time_to_close', ...without }, { metric: 'time_to_close', ...without, ...set }]);
}
