import { DIMENSION_CATALOG } from '../../../shared/catalog/dimensions';
import { traitsOf } from '../../../shared/catalog/measures';
import { QueryError } from '../../../shared/query';
import type { Statistic } from '../../../shared/words';
import { checkGroups, type Room } from './cells';
import { type Group, isClockReport, type Plan } from '../plan';
import { kindOf } from '../measures';
import { OTHER_KEY } from '../rank/ranked';
import { sorted } from './sorted';

/** What a statement returned, by column: `null` where SQL's null. */
export interface ResultTable {
  readonly rows: number;
  readonly column: (name: string) => ArrayLike<number | string | boolean | null> | null;
  /** A limit cut it: what is not in it is not known. */
  readonly isCut?: boolean;
}

/** One group's value of a dimension. */
export interface GroupValue {
  /** The id; null = none. */
  readonly id: string | null;
  readonly name: string;
  /** The sum of what a limit left out. */
  readonly isOther: boolean;
}

/** One group over all buckets (or in total): values by statistic in the plan's order, null where there is nothing to say. */
export interface Series {
  readonly groups: readonly GroupValue[];
  readonly values: ReadonlyArray<ReadonlyArray<number | null>>;
  /** Rows that each value rests on. */
  readonly n: ReadonlyArray<number | null>;
}

/** A metric query's answer. */
export interface Answer {
  readonly series: readonly Series[];
  /** Rows that had no value, such as those without a calendar in SLA hours. */
  readonly without: number;
}

interface Building {
  groups: readonly GroupValue[];
  sortKey: ReadonlyArray<number | string>;
  values: Array<Array<number | null>>;
  n: Array<number | null>;
}

/** Rows read between two yields. */
const PIECE = 500;

/** Puts a statement's rows into series that have every bucket, by work that yields between its pieces. Throws a QueryError where there are more groups than have room. */
export function* answer(plan: Plan, table: ResultTable, room: Room): Generator<void, Answer> {
  refuseForbidden(plan, table);
  const length = plan.edges ? plan.edges.length - 1 : 1;
  const read = yield* reader(plan, table);
  const isUnknown = (bucket: number) => table.isCut === true || isFuture(plan, bucket);
  const found = new Map<string, Building>();
  const start = (keys: readonly number[], groups: readonly GroupValue[]): Building => {
    checkGroups(plan, found.size + 1, room);
    const series: Building = {
      // two of one name are told apart by their keys, as ranked ones are: the engine's own order changes from one asking to the next
      groups,
      sortKey: [...groups.map((group, i) => sortKey(plan.groups[i], keys[i], group)), ...keys],
      values: plan.statistics.map((statistic) => Array.from({ length }, (_, bucket) => (isUnknown(bucket) ? null : emptyValue(plan, statistic)))),
      n: Array.from({ length }, (_, bucket) => (isUnknown(bucket) ? null : 0)),
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
    }
  }
  const series = [...found.values()];
  if (isClockReport(plan)) {
    yield* fillClock(plan, found, start, room);
    return { series: inClockOrder(plan, yield* sorted([...found.values()], bySortKey)), without };
  }
  // a ranked statement returns its groups in order
  return { series: plan.rank === null ? yield* sorted(series, bySortKey) : series, without };
}

/** A time-of-day report always has its 24 hours or 7 days: one that nothing happened in is a zero. */
function* fillClock(plan: Plan, found: Map<string, Building>, start: (keys: number[], groups: GroupValue[]) => Building, room: Room): Generator<void, void> {
  const axes = plan.groups.map((group, i) => {
    const { values } = DIMENSION_CATALOG[group.dimension];
    if (typeof values !== 'string' && isClock(group)) {
      return values.map(({ key, id, name }) => ({ key, group: { id, name, isOther: false } }));
    }
    return [...new Map([...found].map(([keys, series]) => [keys.split(',')[i], series.groups[i]]))].map(([key, group]) => ({ key: Number(key), group }));
  });
  checkGroups(
    plan,
    axes.reduce((product, axis) => product * axis.length, 1),
    room
  );
  const combinations = axes.reduce<Array<Array<(typeof axes)[number][number]>>>((all, axis) => all.flatMap((head) => axis.map((one) => [...head, one])), [[]]);
  for (const [i, combination] of combinations.entries()) {
    if (i % PIECE === 0) {
      yield;
    }
    const keys = combination.map(({ key }) => key);
    if (!found.has(keys.join())) {
      start(
        keys,
        combination.map(({ group }) => group)
      );
    }
  }
}

function isClock({ dimension }: Group): boolean {
  return dimension === 'hour_of_day' || dimension === 'weekday';
}

/** The shown hours in the order asked for: those that nothing happened in are ranked too. */
function inClockOrder(plan: Plan, series: Building[]): Building[] {
  const { rank, groups } = plan;
  if (rank === null) {
    return series;
  }
  const sign = rank.descending ? -1 : 1;
  const size = (one: Building) => (rank.by === 'n' ? one.n[0] : one.values[0][0]) ?? 0;
  const ids = (one: Building) => one.groups.map(({ id }) => id ?? '\uffff').join('\0');
  const order = (a: Building, b: Building) => (rank.by === 'name' ? sign * bySortKey(a, b) : sign * (size(a) - size(b))) || (ids(a) < ids(b) ? -1 : 1);
  const shown = series
    .filter(({ n }) => (n[0] ?? 0) >= rank.minN)
    .sort(order)
    .slice(0, rank.limit ?? undefined);
  const rest = series.filter((one) => !shown.includes(one));
  return rank.other && rest.length > 0 ? [...shown, { groups: groups.map(() => OTHER), sortKey: [], ...together(plan, rest) }] : shown;
}

const OTHER: GroupValue = { id: null, name: 'Other', isOther: true };

/** What several groups of an additive metric have together, by bucket. */
export function together(plan: Plan, groups: ReadonlyArray<Pick<Series, 'values' | 'n'>>): Pick<Building, 'values' | 'n'> {
  const length = plan.edges ? plan.edges.length - 1 : 1;
  const sum = (values: ReadonlyArray<ReadonlyArray<number | null>>, nothing: number | null) =>
    Array.from({ length }, (_, bucket) => values.map((one) => one[bucket]).reduce((total, one) => (one === null ? total : (total ?? 0) + one), nothing));
  return {
    values: plan.statistics.map((statistic, s) =>
      sum(
        groups.map(({ values }) => values[s]),
        emptyValue(plan, statistic)
      )
    ),
    n: sum(
      groups.map(({ n }) => n),
      0
    ),
  };
}

/** Counts of nothing are 0; a duration, rate or score of nothing is null, never 0. */
export function emptyValue({ metric }: Plan, statistic: Statistic): number | null {
  return statistic === 'count' || statistic === 'n' || traitsOf(metric.measure).zero.includes(statistic) ? 0 : null;
}

/** A bucket that begins after now has no value yet. */
function isFuture({ edges, asOfMs }: Plan, bucket: number): boolean {
  return edges !== null && edges[bucket] > asOfMs;
}

function refuseForbidden(plan: Plan, table: ResultTable): void {
  const forbidden = table.column('forbidden');
  if (forbidden && Array.prototype.some.call(forbidden, Boolean)) {
    throw new QueryError(kindOf(plan.metric.measure).forbidden?.error ?? 'The query mixes what cannot be mixed.');
  }
}

function* reader(plan: Plan, table: ResultTable) {
  const numbers = (column: string) => {
    const values = table.column(column);
    return (row: number): number | null => {
      const value = values?.[row] ?? null;
      return value === null ? null : Number(value);
    };
  };
  const keys = plan.groups.map((_, i) => numbers(`g${i + 1}`));
  const ids = plan.groups.map((_, i) => table.column(`id${i + 1}`));
  const names = plan.groups.map((_, i) => table.column(`name${i + 1}`));
  yield;
  const values: Array<ReturnType<typeof numbers>> = [];
  for (const i of plan.statistics.keys()) {
    values.push(numbers(`s${i}`));
    yield;
  }
  const bucket = plan.edges ? numbers('b') : () => 0;
  const n = numbers('n');
  const without = numbers('without');
  return {
    key: (i: number, row: number) => keys[i](row) ?? 0,
    bucket: (row: number) => bucket(row) ?? 0,
    n: (row: number) => n(row) ?? 0,
    without: (row: number) => without(row) ?? 0,
    value: (i: number, row: number) => values[i](row),
    group: ({ dimension }: Group, i: number, row: number): GroupValue => {
      const key = keys[i](row) ?? 0;
      if (key === OTHER_KEY) {
        return OTHER;
      }
      const { values: known, none } = DIMENSION_CATALOG[dimension];
      const fixed = typeof known === 'string' ? null : known.find((value) => value.key === key);
      const id = fixed?.id ?? ids[i]?.[row] ?? null;
      const name = fixed?.name ?? names[i]?.[row] ?? id ?? none;
      return { id: id === null ? null : String(id), name: String(name), isOther: false };
    },
  };
}

/** Fixed values keep their own order; others go by name, none last. */
function sortKey({ dimension }: Group, key: number, { id, name }: GroupValue): number | string {
  return typeof DIMENSION_CATALOG[dimension].values !== 'string' ? key : id === null ? '\uffff' : name;
}

const collator = new Intl.Collator('en', { numeric: true });

function bySortKey(a: Building, b: Building): number {
  for (let i = 0; i < a.sortKey.length; i++) {
    const [left, right] = [a.sortKey[i], b.sortKey[i]];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : left === '\uffff' || right === '\uffff'
          ? Number(left === '\uffff') - Number(right === '\uffff')
          : collator.compare(String(left), String(right));
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}
