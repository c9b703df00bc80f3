import { type Holders, lastOwnerAt, ownerAt, planJoin, spanJoin, ticketColumns } from './at-instant.sql';
import { type Build, BEFORE_ALL, AFTER_ALL } from './build';
import { FIRST_REPLIES } from './conversation.sql';
import { FIRST_YEAR } from './calendar-years';
import { clockNumber } from './plans.sql';
import { slotOf, spentJoin, timeAt, type Slots } from './slots.sql';

/**
 * d_clock: every SLA clock with a target. First reply (not for agent-created tickets) and next reply (each customer run but the
 * opening one) have one row each; the close clock has one for each close, void once reopened, and one for as long as the ticket is
 * open. `is_pending`: may still run at an instant. A ticket with `schedule` events has a calendar of its own, minus its key, for the
 * targets that have one; a target without a calendar is 24/7 all the same.
 */
async function createClocks(build: Build): Promise<void> {
  const clock = (number: number, word: 'first_reply' | 'next_reply' | 'close', rows: string) => `
    SELECT ${number} AS clock, c.*, p.policy_ix, p.calendar_ix, p.target_ms, p.pauses
    FROM (${rows}) c JOIN d_ticket t USING (ticket_ix) ${spanJoin('c.start_at')} ${planJoin(word, 'c.start_at')}
    WHERE p.target_ms IS NOT NULL AND (c.met_at IS NULL OR c.met_at >= c.start_at)`;
  const plain = 'NULL::BIGINT AS reopened_at, true AS is_pending';
  // a table of its own: the planner then knows how many clocks there are, and joins them to what is smaller
  await build.temp(
    'd_targeted',
    [
      clock(
        1,
        'first_reply',
        `SELECT t.ticket_ix, t.created_at AS start_at, m.replied_at AS met_at, ${plain} FROM d_ticket t LEFT JOIN ${FIRST_REPLIES} m USING (ticket_ix) WHERE NOT t.is_by_agent`
      ),
      clock(2, 'next_reply', `SELECT r.ticket_ix, r.start_at, r.answered_at AS met_at, ${plain} FROM d_run r WHERE r.side = 2 AND NOT r.is_opening`),
      clock(
        3,
        'close',
        `
      SELECT t.ticket_ix, t.created_at AS start_at, c.closed_at AS met_at, c.reopened_at, false AS is_pending FROM d_ticket t JOIN d_close c USING (ticket_ix)
      UNION ALL SELECT ticket_ix, created_at, NULL, NULL, true FROM d_ticket`
      ),
    ].join(' UNION ALL ')
  );
  await build.temp(
    'd_clock',
    `
    SELECT (row_number() OVER ())::INTEGER AS clock_ix, r.*, CASE WHEN s.ticket_ix IS NULL OR r.calendar_ix = 0 THEN r.calendar_ix ELSE -r.ticket_ix END AS hours_ix,
      -- closed for good: from then on nothing is pending
      CASE WHEN r.is_pending AND r.met_at IS NULL THEN d.closed_at END AS dropped_at
    FROM d_targeted r
    LEFT JOIN (SELECT DISTINCT ticket_ix FROM d_schedule) s USING (ticket_ix)
    LEFT JOIN (SELECT ticket_ix, closed_at FROM d_close WHERE is_last AND reopened_at IS NULL) d USING (ticket_ix)`
  );
  await build.drop('d_targeted');
}

/**
 * d_reach (ticket_ix, from_at, to_at): of a ticket with calendars of its own, the time that its clocks can ask about. Before it, the last
 * open interval that ends by the first start: a budget of nothing is used up there. After it, where a clock that starts last, or that
 * goes on after the last pause or change of calendar, has used up the largest target; a clock that may still run reaches as far as calendars do.
 */
async function createReach(build: Build): Promise<void> {
  const intervals = build.target('calendar_interval');
  await build.temp(
    'd_reach',
    `
    WITH asked AS (
      SELECT ticket_ix, min(start_at) AS first_at, max(greatest(start_at, coalesce(met_at, start_at), coalesce(dropped_at, start_at))) AS last_at, max(target_ms) AS target_ms,
        bool_or(is_pending AND met_at IS NULL AND dropped_at IS NULL) AS is_running
      FROM d_clock WHERE hours_ix < 0 GROUP BY ticket_ix),
    stayed AS (SELECT ticket_ix, max(left_at) AS left_at FROM d_visit SEMI JOIN asked USING (ticket_ix) GROUP BY ticket_ix),
    ends AS (
      SELECT a.*, f.calendar_ix AS first_calendar_ix, f.from_at AS piece_from_at, l.calendar_ix AS last_calendar_ix,
        greatest(a.last_at, l.from_at, coalesce(v.left_at, a.last_at)) AS settled_at
      FROM asked a
      JOIN d_schedule f ON f.ticket_ix = a.ticket_ix AND a.first_at >= f.from_at AND a.first_at < f.to_at
      JOIN d_schedule l ON l.ticket_ix = a.ticket_ix AND l.to_at = ${AFTER_ALL} AND l.from_at < l.to_at
      LEFT JOIN stayed v ON v.ticket_ix = a.ticket_ix),
    spent AS (
      SELECT e.*, b.start_at AS before_at, b.end_at AS before_end_at, coalesce(s.f_start + least(e.settled_at, s.end_at) - s.start_at, 0) + e.target_ms AS f_spent
      FROM ends e
      ASOF LEFT JOIN ${intervals} b ON b.calendar_ix = e.first_calendar_ix AND e.first_at >= b.end_at
      ASOF LEFT JOIN ${intervals} s ON s.calendar_ix = e.last_calendar_ix AND e.settled_at >= s.start_at)
    SELECT p.ticket_ix, CASE WHEN p.before_end_at > p.piece_from_at THEN greatest(p.before_at, p.piece_from_at) ELSE ${BEFORE_ALL} END AS from_at,
      CASE WHEN p.is_running THEN ${AFTER_ALL} ELSE coalesce(greatest(u.end_at, p.settled_at), ${AFTER_ALL}) END AS to_at
    FROM spent p
    ASOF LEFT JOIN ${intervals} u ON u.calendar_ix = p.last_calendar_ix AND p.f_spent >= u.f_start`
  );
}

/** d_interval: the calendars' open intervals, and those of tickets whose calendar changed, as far as they reach, under minus the ticket's key. */
async function createIntervals(build: Build): Promise<void> {
  const intervals = build.target('calendar_interval');
  await createReach(build);
  await build.temp(
    'd_interval',
    `
    WITH piece AS (SELECT s.ticket_ix, s.calendar_ix, s.from_at, s.to_at, r.from_at AS reach_from_at, r.to_at AS reach_to_at FROM d_schedule s JOIN d_reach r USING (ticket_ix) WHERE s.from_at < s.to_at),
    own AS (
      SELECT p.ticket_ix, greatest(i.start_at, p.from_at) AS start_at, least(i.end_at, p.to_at) AS end_at
      FROM piece p JOIN ${intervals} i ON i.calendar_ix = p.calendar_ix AND i.start_at < least(p.to_at, p.reach_to_at) AND i.end_at > greatest(p.from_at, p.reach_from_at)
      -- without a calendar the hours are 24/7
      UNION ALL SELECT ticket_ix, greatest(from_at, ${FIRST_YEAR}), to_at FROM piece WHERE calendar_ix = 0 AND to_at > ${FIRST_YEAR})
    SELECT calendar_ix AS hours_ix, start_at, end_at, f_start FROM ${intervals}
    UNION ALL
    SELECT -ticket_ix, start_at, end_at, (coalesce(sum(end_at - start_at) OVER (PARTITION BY ticket_ix ORDER BY start_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::BIGINT FROM own`
  );
}

/** Rows with business time F of instants: by slot for calendars, by interval for tickets with calendars of their own. */
function withTimes(slots: Slots, rows: string, instants: Readonly<Record<string, string>>): string {
  const entries = Object.entries(instants);
  const select = (time: (alias: string, at: string) => string) =>
    `SELECT c.*, ${entries.map(([alias, at]) => `(${time(alias, at)})::BIGINT AS f_${alias}`).join(', ')}`;
  const bySlot = entries.map(([alias, at]) => `LEFT JOIN d_slot ${alias} ON ${alias}.slot = ${slotOf(slots, 'c.hours_ix', at)}`);
  const byInterval = entries.map(([alias, at]) => `ASOF LEFT JOIN d_interval ${alias} ON ${alias}.hours_ix = c.hours_ix AND ${at} >= ${alias}.start_at`);
  return `
    ${select(timeAt)} FROM (${rows}) c ${bySlot.join(' ')} WHERE c.hours_ix >= 0
    UNION ALL
    ${select((alias, at) => `coalesce(${alias}.f_start + least(${at}, ${alias}.end_at) - ${alias}.start_at, 0)`)} FROM (${rows}) c ${byInterval.join(' ')} WHERE c.hours_ix < 0`;
}

/**
 * sla_fact: clocks in business time. In F-space a pause is a stretch that does not count: the budget is used up at
 * F(start) + target + the pauses begun before it was. due_at is the earliest such instant, over_at the last. running_fact: while they run.
 * sla_pause: the pauses of a clock in its F-space, for what is left of it at an instant.
 */
export async function createSlaFact(build: Build, slots: Slots): Promise<void> {
  await createClocks(build);
  await createIntervals(build);
  await build.temp('d_clock_f', withTimes(slots, 'SELECT * FROM d_clock', { a: 'c.start_at', b: 'coalesce(c.met_at, c.start_at)' }));
  const endless = 2 ** 50;
  // before_f is the unpaused time used up when a pause begins
  await build.temp(
    'd_pause',
    `
    SELECT *, f_p0 - f_a - coalesce(sum(f_p1 - f_p0) OVER (PARTITION BY clock_ix ORDER BY from_at, until_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before_f
    FROM (${withTimes(
      slots,
      `
      SELECT c.clock_ix, c.hours_ix, c.f_a, greatest(v.from_at, c.start_at) AS from_at, v.to_at AS until_at
      FROM d_clock_f c JOIN d_paused v ON v.ticket_ix = c.ticket_ix
      WHERE c.pauses AND (v.to_at IS NULL OR v.to_at > c.start_at)`,
      { p0: 'c.from_at', p1: 'coalesce(c.until_at, c.from_at)' }
    )})`
  );
  await build.create('sla_pause', `SELECT clock_ix, f_p0 AS f_from, CASE WHEN until_at IS NULL THEN ${endless} ELSE f_p1 END::BIGINT AS f_to FROM d_pause`);
  await build.temp(
    'd_due',
    `
    WITH paused AS (
      SELECT c.clock_ix,
        sum(p.f_p1 - p.f_p0) FILTER (p.before_f < c.target_ms) AS strictly, bool_or(p.until_at IS NULL AND p.before_f < c.target_ms) AS is_stopped,
        sum(p.f_p1 - p.f_p0) FILTER (p.before_f <= c.target_ms) AS loosely, bool_or(p.until_at IS NULL AND p.before_f <= c.target_ms) AS is_stopped_after,
        -- what of the pauses had passed by the event
        sum(greatest(0, least(CASE WHEN p.until_at IS NULL THEN ${endless} ELSE p.f_p1 END, c.f_b) - p.f_p0)) AS passed
      FROM d_clock_f c JOIN d_pause p USING (clock_ix) GROUP BY c.clock_ix, c.target_ms, c.f_b)
    SELECT c.*, CASE WHEN NOT coalesce(p.is_stopped, false) THEN c.f_a + c.target_ms + coalesce(p.strictly, 0) END::BIGINT AS f_due,
      CASE WHEN NOT coalesce(p.is_stopped_after, false) THEN c.f_a + c.target_ms + coalesce(p.loosely, 0) END::BIGINT AS f_over,
      CASE WHEN c.met_at IS NOT NULL THEN c.f_b - c.f_a - coalesce(p.passed, 0) END::BIGINT AS elapsed_ms
    FROM d_clock_f c LEFT JOIN paused p USING (clock_ix)`
  );
  await createSettled(build, slots);
  await build.drop('d_due', 'd_pause');
  await createOutcomes(build);
  await createRunning(build);
  await createBeyond(build);
  await build.create('clock_interval', 'SELECT hours_ix::INTEGER AS hours_ix, start_at, end_at, f_start FROM d_interval');
}

/**
 * d_settled: clocks with due_at and over_at. F⁻¹: the earliest instant that has that much business time is in the last interval that begins
 * before it, the last one in the last that begins at or before it; where that one only just has the time, and none follows, the budget is
 * never exceeded. Calendars by lookup; tickets with calendars of their own by interval.
 */
async function createSettled(build: Build, { spent }: Slots): Promise<void> {
  const inverse = (f: string, strict: boolean, alias: string) =>
    `ASOF LEFT JOIN d_interval ${alias} ON ${alias}.hours_ix = d.hours_ix AND ${f} ${strict ? '>' : '>='} ${alias}.f_start`;
  const byInterval = (where: string) => `
    SELECT d.*, CASE WHEN e.end_at - e.start_at >= d.f_due - e.f_start THEN e.start_at + d.f_due - e.f_start END::BIGINT AS due_at,
      CASE WHEN l.end_at - l.start_at > d.f_over - l.f_start THEN l.start_at + d.f_over - l.f_start END::BIGINT AS over_at
    FROM d_due d ${inverse('d.f_due', true, 'e')} ${inverse('d.f_over', false, 'l')} WHERE ${where}`;
  await build.temp(
    'd_settled',
    [
      'SELECT *, f_due AS due_at, f_over AS over_at FROM d_due WHERE hours_ix = 0',
      byInterval(spent ? 'd.hours_ix < 0' : 'd.hours_ix <> 0'),
      ...(spent
        ? [
            `SELECT d.*, e.shift + d.f_due, l.shift + d.f_over FROM d_due d ${spentJoin(spent, 'e', 'd.hours_ix', '(d.f_due - 1)')} ${spentJoin(spent, 'l', 'd.hours_ix', 'd.f_over')} WHERE d.hours_ix > 0`,
          ]
        : []),
    ].join(' UNION ALL ')
  );
}

const clockColumns =
  'c.clock::INTEGER AS clock, c.policy_ix::INTEGER AS policy_ix, c.calendar_ix::INTEGER AS calendar_ix, c.start_at, c.due_at, c.met_at, c.target_ms, c.elapsed_ms';
const kept = 'c.elapsed_ms <= c.target_ms';
/** The instant that dates a clock's outcome, also one that is still to come. */
const outcomeAt = `coalesce(CASE WHEN ${kept} THEN c.met_at END, c.due_at, c.start_at)`;

/** Who is credited with the outcome of clock `c`: of a close, the last owner until then. */
function creditAt(at: string): Holders {
  const { owner, team } = ownerAt(at);
  return { owner: `CASE WHEN c.clock = ${clockNumber('close')} THEN ${lastOwnerAt(at).owner} ELSE ${owner} END`, team };
}

/** sla_fact: the clocks whose event happened. */
async function createOutcomes(build: Build): Promise<void> {
  const stands = 'c.reopened_at IS NULL';
  await build.create(
    'sla_fact',
    `
    SELECT ${ticketColumns(creditAt(outcomeAt))}, ${clockColumns}, c.reopened_at,
      CASE WHEN ${stands} THEN ${kept} END AS is_met, CASE WHEN ${stands} THEN CASE WHEN ${kept} THEN c.met_at ELSE c.due_at END END AS settled_at
    FROM d_settled c JOIN d_ticket t USING (ticket_ix) ${spanJoin(outcomeAt)}
    WHERE c.met_at IS NOT NULL ORDER BY settled_at`
  );
}

/**
 * running_fact: the stretches in which a clock runs, that is its ticket is open and its event has not happened. Those that still run come
 * first: what is asked about now then reads no others.
 */
async function createRunning(build: Build): Promise<void> {
  const begins = 'greatest(c.start_at, o.opened_at)';
  const ends = 'least(c.met_at, c.dropped_at, o.closed_at)';
  await build.create(
    'running_fact',
    `
    SELECT ${ticketColumns(creditAt(outcomeAt))}, ${clockColumns}, ${begins} AS begins_at, ${ends} AS ends_at, c.over_at, c.clock_ix, c.hours_ix::INTEGER AS hours_ix, c.f_a AS f_start
    FROM d_settled c JOIN d_ticket t USING (ticket_ix) JOIN d_open o USING (ticket_ix) ${spanJoin(outcomeAt)}
    WHERE c.is_pending AND c.due_at IS NOT NULL AND (${ends} IS NULL OR ${ends} > ${begins})
    ORDER BY ends_at IS NOT NULL, begins_at`
  );
}

/** d_beyond (ticket_ix, start_at): clocks that run, and whose due instant lies beyond the years that their calendar is expanded for. */
async function createBeyond(build: Build): Promise<void> {
  await build.temp(
    'd_beyond',
    `
    SELECT ticket_ix, start_at FROM d_settled
    WHERE is_pending AND met_at IS NULL AND dropped_at IS NULL AND f_due IS NOT NULL AND due_at IS NULL
      AND CASE WHEN hours_ix > 0 THEN hours_ix IN (SELECT calendar_ix FROM d_cut) ELSE EXISTS (SELECT 1 FROM d_cut) END`
  );
}
