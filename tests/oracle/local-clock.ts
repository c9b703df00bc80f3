import type { Interval } from './calendar';
import type { Dims } from './dimensions';
import type { OracleMetric, Row, Window } from './metric';
import type { Dimension, OracleQuery } from './query';
import type { World } from './world';
import { passes } from './filters';
import { localHour } from './zone';

/** The hours and weekdays of stretches of time: "a stretch is cut where the local clock shows another hour or day". */

/** The dimensions of the local clock. */
const LOCAL_TIME: readonly Dimension[] = ['hour_of_day', 'weekday'];

/** Zones differ from UTC by whole quarters of an hour in our time, and change at such. */
const QUARTER = 15 * 60_000;

interface ClockPiece extends Interval {
  readonly dims: Dims;
}

/** Whether a query groups or filters by what the clock shows. */
function asksClock({ groupBy, filters }: OracleQuery): boolean {
  return LOCAL_TIME.some((one) => groupBy.includes(one) || filters.some(({ field }) => field === one));
}

/** The pieces of an interval by what the clock shows; the interval itself where nobody asks. */
export function byClock({ query }: World, { from, to }: Interval): ClockPiece[] {
  if (!asksClock(query)) {
    return [{ from, to, dims: {} }];
  }
  const pieces: ClockPiece[] = [];
  for (let at = from; at < to;) {
    const next = Math.min(to, (Math.floor(at / QUARTER) + 1) * QUARTER);
    const { hour, weekday } = localHour(Math.floor(at / QUARTER) * QUARTER, query.timeZone);
    const last = pieces.at(-1);
    if (last && last.dims.hour_of_day?.[0] === hour && last.dims.weekday?.[0] === weekday) {
      pieces[pieces.length - 1] = { ...last, to: next };
    } else {
      pieces.push({ from: at, to: next, dims: { hour_of_day: [hour], weekday: [weekday] } });
    }
    at = next;
  }
  return pieces;
}

/** How long all that a row is counted with lasts in a window, in ms: the hours and weekdays that are let through, of a row's own those that are grouped by. */
export function spanOf(world: World, window: Window, dims: Dims): number {
  const filters = world.query.filters.filter(({ field }) => LOCAL_TIME.includes(field));
  const onlyOfClock = { ...world, query: { ...world.query, filters } };
  const grouped = LOCAL_TIME.filter((one) => world.query.groupBy.includes(one));
  return byClock(world, { from: window.from, to: window.until })
    .filter((piece) => passes(onlyOfClock, piece.dims))
    .filter((piece) => grouped.every((one) => piece.dims[one]?.[0] === dims[one]?.[0]))
    .reduce((sum, { from, to }) => sum + (to - from), 0);
}

/** A metric of stretches of time, which the clock cuts into rows. */
export function stretchMetric(own: OracleMetric): OracleMetric {
  return { ...own, dimensions: [...own.dimensions, ...LOCAL_TIME] };
}

/** A row of each piece of a stretch. */
export function rowsByClock(world: World, stretch: Interval, row: (piece: Interval) => Row): Row[] {
  return byClock(world, stretch).map(({ dims, ...piece }) => {
    const made = row(piece);
    return { ...made, dims: { ...made.dims, ...dims } };
  });
}
