import { isDistinct } from '../catalog/distinct';
import { isManyValued } from '../catalog/metric-dimensions';
import type { Metric } from '../catalog/metric';
import { QUERY_DEFAULTS, SORT_DEFAULTS } from './defaults';
import type { HelpdeskQuery } from './schema';

/** A list is read, never written. */
type Read<Value> = Value extends ReadonlyArray<infer One> ? readonly One[] : Value;
type Option = keyof typeof QUERY_DEFAULTS | 'statistics' | 'groupBy' | 'limit' | 'minN' | 'ownerAt';
type Sort = NonNullable<HelpdeskQuery['sort']>;

/** A query with every default settled, the model's and those of its metric. In the editor any word may be a variable instead. */
export type Settled = { readonly [Key in Option]-?: Read<Exclude<HelpdeskQuery[Key], undefined>> } & { readonly sort: Required<Omit<Sort, 'column'>> };

/** A report of the first ten: the longest waits, say. A group without a row is not among them. */
const TOP_TEN = { limit: 10, minN: 1 } as const;
const EVERY_GROUP = { limit: null, minN: 0 } as const;

/** Fills in what the model and the metric's entry in the catalogue say where the query says nothing. A rule reads an alert's answer: no limit cuts it but the query's own. */
export function settle(query: HelpdeskQuery, metric: Metric, { alert = false }: { readonly alert?: boolean } = {}): Settled {
  const said = withoutUndefined(query);
  const view = said.view ?? QUERY_DEFAULTS.view;
  const groupBy = said.groupBy ?? metric.defaults.groupBy?.[view] ?? [];
  const first = isTopTen(metric, view, groupBy) ? TOP_TEN : EVERY_GROUP;
  // null is a limit too: none, where the metric would have one
  const limit = said.limit === undefined ? (alert ? null : first.limit) : said.limit;
  const statistics = said.statistics ?? metric.statistics.slice(0, 1);
  const addsUp = metric.additive && !groupBy.some((dimension) => isManyValued(metric, dimension)) && !statistics.some(isDistinct);
  return {
    ...QUERY_DEFAULTS,
    ...said,
    statistics,
    groupBy,
    sort: { ...SORT_DEFAULTS, ...said.sort },
    limit,
    minN: said.minN ?? first.minN,
    ownerAt: said.ownerAt ?? metric.defaults.ownerAt ?? 'event',
    other: (said.other ?? QUERY_DEFAULTS.other) && limit !== null && addsUp,
  };
}

/** Whether groups are ranked: by the order or the limit that is asked for. Else they come in the order that they have by themselves, which is by name. */
export function isRanked({ groupBy, limit, minN }: Pick<Settled, 'groupBy' | 'limit' | 'minN'>, { sort }: Pick<HelpdeskQuery, 'sort'>): boolean {
  return groupBy.length > 0 && (limit !== null || minN !== 0 || sort !== undefined);
}

/** Whether a metric's groups are a report of the first ten by itself. */
function isTopTen({ defaults }: Metric, view: string, groupBy: readonly string[]): boolean {
  return view === 'totals' && groupBy.length > 0 && groupBy[0] === defaults.topTenOf;
}

/** An editor that lays one query over another leaves keys that say nothing. */
function withoutUndefined(query: HelpdeskQuery): HelpdeskQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as HelpdeskQuery;
}
