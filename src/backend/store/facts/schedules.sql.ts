import { type Build, BEFORE_ALL, AFTER_ALL } from './build';
import { slotOf, timeAt, type Slots } from './slots.sql';

/**
 * d_schedule (ticket_ix, from_at, to_at, calendar_ix, base, f_from): the calendars in turn of a ticket with `schedule` events; none means 24/7.
 * Its business time is base + F(t) of the piece's calendar, which goes on across pieces, so that a duration is still a difference of
 * two lookups: at each change, base makes up for what the new calendar's F differs from the old one's. f_from is what it is where the piece begins.
 */
export async function createSchedules(build: Build, slots: Slots): Promise<void> {
  await build.temp(
    'd_schedule',
    `
    WITH piece AS (
      SELECT ticket_ix, ${BEFORE_ALL}::BIGINT AS from_at, 0 AS n, prev_ix AS calendar_ix, NULL::INTEGER AS former_ix FROM d_schedule_change WHERE n = 1
      UNION ALL SELECT ticket_ix, "at", n, to_ix, prev_ix FROM d_schedule_change WHERE prev_ix <> to_ix),
    measured AS (
      SELECT p.*, (${timeAt('b', 'p.from_at')}) AS f_own, CASE WHEN p.n = 0 THEN 0 ELSE (${timeAt('a', 'p.from_at')}) - (${timeAt('b', 'p.from_at')}) END AS step
      FROM piece p
      LEFT JOIN d_slot a ON a.slot = ${slotOf(slots, 'p.former_ix', 'p.from_at')}
      LEFT JOIN d_slot b ON b.slot = ${slotOf(slots, 'p.calendar_ix', 'p.from_at')})
    SELECT ticket_ix, from_at, coalesce(lead(from_at) OVER w, ${AFTER_ALL}) AS to_at, calendar_ix, (sum(step) OVER w)::BIGINT AS base,
      CASE WHEN n = 0 THEN ${BEFORE_ALL} ELSE f_own + sum(step) OVER w END::BIGINT AS f_from
    FROM measured WINDOW w AS (PARTITION BY ticket_ix ORDER BY n)`
  );
}

/** Instants of rows `c` that are looked up, by the name that their business time gets after `f_`. */
interface Timed {
  /** A query with ticket_ix, calendar_ix (0 = 24/7, null = none), the instants, and whatever else. */
  readonly rows: string;
  readonly instants: Readonly<Record<string, string>>;
  /** The ticket whose calendars in turn take the place of the row's; by default the row's own. */
  readonly scheduled?: string;
  /** One of the instants of which in_hours tells whether it is inside (1) or outside (2) the calendar's hours, or no calendar applies (3). */
  readonly inHoursAt?: string;
}

/**
 * Adds business time F to rows: one lookup an instant, f_… in milliseconds, null where no calendar applies. A ticket whose calendar changed takes
 * its calendars in turn. One pass over the rows: computing them twice, once for each kind of ticket, would double what the joins hold.
 * Every slot is there; LEFT JOIN keeps the planner from hashing the rows instead of the slots.
 */
export async function withTimes(build: Build, slots: Slots, { rows, instants, scheduled = 'c.ticket_ix', inHoursAt }: Timed): Promise<string> {
  const isScheduled = await build.holds('d_schedule');
  const each = Object.entries(instants).map(([name, at]) => {
    const [piece, slot] = [`piece_${name}`, `slot_${name}`];
    const calendar = isScheduled ? `CASE WHEN ${piece}.ticket_ix IS NULL THEN c.calendar_ix ELSE ${piece}.calendar_ix END` : 'c.calendar_ix';
    const inHours = `CASE WHEN ${calendar} IS NULL THEN 3 WHEN ${at} >= ${slot}.a AND ${at} < ${slot}.b THEN 1 ELSE 2 END::INTEGER AS in_hours`;
    return {
      columns: [`(${isScheduled ? `coalesce(${piece}.base, 0) + ` : ''}${timeAt(slot, at)})::BIGINT AS f_${name}`, ...(name === inHoursAt ? [inHours] : [])],
      joins: [
        ...(isScheduled ? [`LEFT JOIN d_schedule ${piece} ON ${piece}.ticket_ix = ${scheduled} AND ${at} >= ${piece}.from_at AND ${at} < ${piece}.to_at`] : []),
        `LEFT JOIN d_slot ${slot} ON ${slot}.slot = ${slotOf(slots, calendar, at)}`,
      ],
    };
  });
  return `
    SELECT c.*, ${each.flatMap(({ columns }) => columns).join(', ')}
    FROM (${rows}) c
    ${each.flatMap(({ joins }) => joins).join('\n    ')}`;
}
