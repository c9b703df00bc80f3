import { alignedBuckets } from '../../calendar/aligned-buckets';
import { previousPeriod, samePeriodLastYear } from '../../calendar/comparison';
import { dimensionOf } from '../../../shared/catalog/dimensions';
import { traitsOf } from '../../../shared/catalog/measures';
import { emptyValue, isAhead, together, type Answer, type Series } from './series';
import type { Plan } from '../plan';

/** The same question of an earlier period. */
interface Earlier {
  readonly plan: Plan;
  /** Over time: the earlier bucket under each current one, −1 where there is none. */
  readonly under: Int32Array | null;
}

/** More groups than this are not named to the earlier period: it answers for all it has. */
const NAMED_GROUPS = 500;

/** The earlier period's plan; null where there is nothing to compare. */
export function earlierPlan(plan: Plan, current: Answer): Earlier | null {
  const { compare } = plan.query;
  // of ranked groups only those shown are compared: where there are none, nothing is
  if (compare === null || plan.query.kind !== 'metric' || (plan.rank !== null && current.series.length === 0)) {
    return null;
  }
  const range = { fromMs: plan.fromMs, toMs: plan.toMs, timeZone: plan.timeZone };
  const same = { ...plan, rank: null, notices: [], filters: [...plan.filters, ...shownGroups(plan, current)] };
  if (plan.edges === null || plan.frequency === null) {
    const earlier = compare === 'previous_year' ? samePeriodLastYear(range) : previousPeriod(range);
    return { plan: { ...same, ...earlier }, under: null };
  }
  const { range: earlier, edges, under } = alignedBuckets({ range, edges: plan.edges, frequency: plan.frequency, weekStart: plan.weekStart }, compare);
  return { plan: { ...same, ...earlier, edges }, under };
}

/** A limit's groups, as filters: what it left out need not be computed for the earlier period either. */
function shownGroups({ groups, rank, metric }: Plan, { series }: Answer): Plan['filters'] {
  // "Other" needs the rest; a fixed dimension has few values; a filter on a measured one would change what is measured
  if (rank === null || rank.limit === null || rank.other || series.length > NAMED_GROUPS || traitsOf(metric.measure).calendars === 'measured') {
    return [];
  }
  return groups
    .filter(({ dimension }) => typeof dimensionOf(dimension).values === 'string')
    .map(({ dimension, column }, _, all) => ({
      field: dimension,
      op: 'in',
      origin: 'query',
      column,
      values: [...new Set(series.map((one) => one.groups[all.findIndex((group) => group.dimension === dimension)]?.id ?? dimensionOf(dimension).none))],
    }));
}

/** Each current series with the earlier one beside it, on the current axis. */
export interface Compared {
  readonly current: Series;
  /** Values by statistic, and n, in the current buckets; null where nothing stands there. */
  readonly earlier: Pick<Series, 'values' | 'n' | 'hits'>;
}

/** Lays the earlier answer under the current one, by work that yields between its pieces. In unranked totals a group that has earlier rows only is a row too: it fell to nothing. */
export function* laidUnder(plan: Plan, current: Answer, { plan: then, under }: Earlier, earlier: Answer): Generator<void, Compared[]> {
  const keyOf = ({ groups }: Series) => JSON.stringify(groups.map(({ id, isOther }) => (isOther ? ['other'] : id)));
  const found = new Map(earlier.series.map((series) => [keyOf(series), series]));
  yield;
  const shown = new Set(current.series.map(keyOf));
  yield;
  const nothing = plan.statistics.map((statistic) => emptyValue(plan, statistic));
  const empty = (buckets: number): Series['values'] => nothing.map((value) => Array.from({ length: buckets }, () => value));
  const length = plan.edges ? plan.edges.length - 1 : 1;
  const aligned = (series: Compared['earlier']): Compared['earlier'] => {
    if (under === null) {
      return series;
    }
    const placed = (values: ReadonlyArray<number | null>) => Array.from(under, (at) => (at < 0 ? null : values[at]));
    return { values: series.values.map(placed), n: placed(series.n), hits: series.hits && placed(series.hits) };
  };
  const buckets = then.edges ? then.edges.length - 1 : 1;
  const zeros = () => Array.from({ length: buckets }, () => 0);
  const rest = earlier.series.filter((series) => !shown.has(keyOf(series)));
  const rows: Compared[] = [];
  for (const series of current.series) {
    const its = series.groups.some(({ isOther }) => isOther) ? together(then, rest) : found.get(keyOf(series));
    rows.push({ current: series, earlier: aligned(its ?? { values: empty(buckets), n: zeros(), hits: series.hits && zeros() }) });
    yield;
  }
  const fallen =
    plan.rank === null && under === null && !isAhead(plan)
      ? rest.map((series): Compared => ({ current: { ...series, values: empty(length), n: [0], hits: series.hits && [0] }, earlier: series }))
      : [];
  return [...rows, ...fallen];
}
