import { edgeRuns } from '../../calendar/buckets';
import { zoneOffsets } from '../../calendar/zone';
import { QueryError } from '../../../shared/query';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { literal, raw, type Sql, sql } from '../sql';

/** A piece of the time axis: from `from` on (epoch ms), `value` holds. */
interface Piece {
  readonly from: number;
  readonly value: Sql;
}

/** A CASE that finds an instant's piece by halving: a handful of comparisons however many pieces there are. */
function choose(at: Sql, pieces: readonly Piece[]): Sql {
  if (pieces.length === 1) {
    return pieces[0].value;
  }
  const middle = pieces.length >> 1;
  return sql`CASE WHEN ${at} < ${literal(pieces[middle].from)} THEN ${choose(at, pieces.slice(0, middle))} ELSE ${choose(at, pieces.slice(middle))} END`;
}

/** Runs of equal buckets that a statement may spell out: the months of 80 years, the days of 250 years of summer time. */
const MOST_RUNS = 1_000;

/** The index of the bucket that holds an instant: one division in each run of equal buckets. */
export function bucketIndex(at: Sql, edges: Float64Array): Sql {
  const runs = edgeRuns(edges);
  if (runs.length > MOST_RUNS) {
    throw new QueryError(`The range has more than ${MOST_RUNS.toLocaleString('en')} buckets that differ in length: choose a shorter range.`, 413);
  }
  return choose(
    at,
    runs.map(({ start, step, count, firstIndex }) => ({
      from: start,
      value: count === 1 ? raw(`${firstIndex}`) : sql`(${dialect.wholeDivision(sql`(${at} - ${literal(start)})`, literal(step))} + ${literal(firstIndex)})`,
    }))
  );
}

/** Changes of a clock that a statement may spell out: those of 500 years of summer time. */
const MOST_CHANGES = 1_000;

/** Local wall time of an instant and a number of weeks, in ms, true to the zone's transitions within [fromMs, toMs). */
function wallTime(at: Sql, { timeZone, fromMs, toMs }: Plan): Sql {
  const offsets = zoneOffsets(timeZone, fromMs, toMs);
  if (offsets.length > MOST_CHANGES) {
    throw new QueryError(
      `The clocks of ${timeZone} change more than ${MOST_CHANGES.toLocaleString('en')} times in the range: hours and weekdays need a shorter range, or the time zone UTC.`
    );
  }
  return choose(
    at,
    offsets.map(({ from, offsetMs }) => ({ from, value: sql`(${at} + ${literal(WEEKS + offsetMs)})` }))
  );
}

/** Whole weeks that make every instant of the years 1 to 9999 positive: the engine's division cuts towards zero. */
const WEEKS = 1_000_000 * 7 * 86_400_000;

/** The local hour of the day, 0–23. */
export function hourOfDay(at: Sql, plan: Plan): Sql {
  return sql`(${dialect.wholeDivision(wallTime(at, plan), raw('3600000'))} % 24)`;
}

/** The local weekday, 1 = Monday … 7 = Sunday. Day 0 was a Thursday. */
export function weekday(at: Sql, plan: Plan): Sql {
  return sql`((${dialect.wholeDivision(wallTime(at, plan), raw('86400000'))} + 3) % 7 + 1)`;
}
