import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Plan } from '../plan';
import { checkGroups, type Room } from './cells';
import { bySortKey, type Sortable } from './order';
import { type Built, type GroupValue, OTHER, together } from './series';

/** A series while it is put together. */
export interface Building extends Built, Sortable {
  readonly groups: readonly GroupValue[];
}

/** Groups put together between two yields. */
const PIECE = 500;

/** A time-of-day report always has its 24 hours or 7 days: one that nothing happened in is a zero. */
export function* fillClock(
  plan: Plan,
  found: Map<string, Building>,
  start: (keys: number[], groups: GroupValue[]) => Building,
  room: Room
): Generator<void, void> {
  const axes = plan.groups.map((group, i) => {
    const { values } = dimensionOf(group.dimension);
    if (typeof values !== 'string' && group.column.computed) {
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

/** The shown hours in the order asked for: those that nothing happened in are ranked too. */
export function inClockOrder(plan: Plan, series: Building[]): Building[] {
  const { rank, groups } = plan;
  if (rank === null) {
    return series;
  }
  const sign = rank.descending ? -1 : 1;
  const size = (one: Building) => (rank.by === 'n' ? one.n[0] : one.values[0][0]) ?? 0;
  const order = (a: Building, b: Building) => (rank.by === 'name' ? sign * bySortKey(a, b) : sign * (size(a) - size(b))) || (a.ids < b.ids ? -1 : 1);
  const shown = series
    .filter(({ n }) => (n[0] ?? 0) >= rank.minN)
    .sort(order)
    .slice(0, rank.limit ?? undefined);
  const rest = series.filter((one) => !shown.includes(one));
  return rank.other && rest.length > 0 ? [...shown, { groups: groups.map(() => OTHER), sortKey: [], ids: '', ...together(plan, rest) }] : shown;
}
