import { QueryError } from '../../../shared/query';
import { kindOf } from '../measures';
import { isClockReport, type Plan } from '../plan';
import { checkGroups, type Room } from './cells';
import { type Building, fillClock, inClockOrder } from './clock-hours';
import { bySortKey, idsOf, sortKey } from './order';
import { reader } from './reader';
import { type Answer, emptyValue, type GroupValue, isAhead, type ResultTable } from './series';
import { sorted } from './sorted';

/** Rows read between two yields. */
const PIECE = 500;

/** Puts a statement's rows into series that have every bucket, by work that yields between its pieces. Throws a QueryError where there are more groups than have room. */
export function* answer(plan: Plan, table: ResultTable, room: Room): Generator<void, Answer> {
  refuseForbidden(plan, table);
  const length = plan.edges ? plan.edges.length - 1 : 1;
  const ahead = isAhead(plan);
  const read = yield* reader(plan, table);
  const isUnknown = (bucket: number) => table.isCut === true || isFuture(plan, bucket);
  const zeros = () => Array.from({ length }, (_, bucket) => (isUnknown(bucket) ? null : 0));
  const found = new Map<string, Building>();
  const start = (keys: readonly number[], groups: readonly GroupValue[]): Building => {
    checkGroups(plan, found.size + 1, room);
    const series: Building = {
      // two of one name are told apart by their ids, as ranked ones are: the engine's own order changes from one asking to the next
      groups,
      sortKey: groups.flatMap((group, i) => sortKey(plan.groups[i], keys[i], group)),
      ids: idsOf(groups),
      values: plan.statistics.map((statistic) =>
        Array.from({ length }, (_, bucket) => (isUnknown(bucket) && !(ahead && statistic === 'n') ? null : emptyValue(plan, statistic)))
      ),
      n: ahead ? [0] : zeros(),
      hits: table.column('hits') === null ? null : zeros(),
    };
    found.set(keys.join(), series);
    return series;
  };
  if (plan.groups.length === 0) {
    start([], []);
  }
  // where rows stand in several groups, the statement counts them
  const once = table.rows > 0 ? (table.column('without_once')?.[0] ?? null) : null;
  let without = Number(once ?? 0);
  for (let row = 0; row < table.rows; row++) {
    // a new series takes as long as its buckets are many
    if (row % PIECE === 0 || length > PIECE) {
      yield;
    }
    const keys = plan.groups.map((_, i) => read.key(i, row));
    const series =
      found.get(keys.join()) ??
      start(
        keys,
        plan.groups.map((group, i) => read.group(group, i, row))
      );
    const bucket = read.bucket(row);
    without += once === null ? read.without(row) : 0;
    if (!isFuture(plan, bucket)) {
      plan.statistics.forEach((statistic, i) => (series.values[i][bucket] = read.value(i, row) ?? emptyValue(plan, statistic)));
      series.n[bucket] = read.n(row);
      if (series.hits !== null) {
        series.hits[bucket] = read.hits(row);
      }
    }
  }
  const series = [...found.values()];
  if (isClockReport(plan)) {
    if (!ahead) {
      yield* fillClock(plan, found, start, room);
    }
    return { series: inClockOrder(plan, yield* sorted([...found.values()], bySortKey)), without };
  }
  // a ranked statement returns its groups in order
  return { series: plan.rank === null ? yield* sorted(series, bySortKey) : series, without };
}

/** What begins after now has no value yet: a bucket, and of what is held or goes on the whole range. */
function isFuture(plan: Plan, bucket: number): boolean {
  return isAhead(plan) || (plan.edges !== null && plan.edges[bucket] > plan.asOfMs);
}

function refuseForbidden(plan: Plan, table: ResultTable): void {
  const forbidden = table.column('forbidden');
  if (forbidden && Array.prototype.some.call(forbidden, Boolean)) {
    throw new QueryError(kindOf(plan.metric.measure).forbidden?.error ?? 'The query mixes what cannot be mixed.');
  }
}
