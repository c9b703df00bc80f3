import { openIntervals } from '../../src/backend/calendar/open-intervals';
import { slotGrid } from '../../src/backend/calendar/slots';
import { YEAR } from '../../src/backend/calendar/units';
import type { Question } from './question';

/** Every calendar of a load is expanded for all its years: few of them keep it small. */
const MOST = 4 * YEAR;

/** A case with what decides its company. */
interface Placed<C> {
  readonly one: C;
  readonly from: number;
  readonly to: number;
  readonly grid: number;
}

/**
 * The cases in groups that one load answers: of a few years each, and of calendars that are cut as finely (one calendar with a gap of
 * minutes has all of its load cut by the minute). A case of more years than that stands alone.
 */
export function loadsOf<C>(cases: readonly C[], questionOf: (one: C) => Question): C[][] {
  const byGrid = new Map<number, Array<Placed<C>>>();
  for (const one of cases) {
    const placed = place(one, questionOf(one));
    byGrid.set(placed.grid, [...(byGrid.get(placed.grid) ?? []), placed]);
  }
  return [...byGrid.values()].flatMap(inYears);
}

function inYears<C>(cases: ReadonlyArray<Placed<C>>): C[][] {
  const loads: C[][] = [];
  let since = -Infinity;
  for (const { one, from, to } of [...cases].sort((a, b) => a.from - b.from)) {
    if (to - since <= MOST) {
      loads[loads.length - 1].push(one);
    } else {
      loads.push([one]);
      since = to - from <= MOST ? from : -Infinity;
    }
  }
  return loads;
}

function place<C>(one: C, { calendar, changes, from, to, budget }: Question): Placed<C> {
  const calendars = [calendar, ...changes.map((change) => change.calendar)].filter((each) => each !== null);
  const end = to ?? from + (budget ?? 0);
  return {
    one,
    from: Math.min(from, end),
    to: Math.max(from, end),
    grid: slotGrid(calendars.map((each) => openIntervals(each, from - YEAR, from + YEAR))),
  };
}
