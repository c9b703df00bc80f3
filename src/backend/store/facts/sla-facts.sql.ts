import { ownerAt, planJoin, spanJoin, ticketColumns } from './at-instant.sql';
import type { Build } from './build';
import { slotOf, timeAt } from './slots.sql';
import type { Slots } from './calendars';

/**
 * d_clock: every SLA clock with a target: first reply (not for agent-created tickets), next reply (each later customer run),
 * close (creation to the last close). Reply clocks end without an answer where the ticket is closed first.
 */
async function createClocks(build: Build): Promise<void> {
  const clock = (number: number, word: 'first_reply' | 'next_reply' | 'close', rows: string) => `
    SELECT ${number} AS clock, c.ticket_ix, c.start_at, c.met_at, p.policy_ix, p.calendar_ix, p.target_ms, p.pauses
    FROM (${rows}) c JOIN d_ticket t USING (ticket_ix) ${spanJoin('c.start_at')} ${planJoin(word, 'c.start_at')}
    WHERE p.target_ms IS NOT NULL AND p.calendar_ix IS NOT NULL AND (c.met_at IS NULL OR c.met_at >= c.start_at)`;
  const replied = '(SELECT ticket_ix, min(sent_at) AS met_at FROM d_message WHERE side = 1 GROUP BY ticket_ix)';
  await build.temp('d_clock_raw', [
    clock(1, 'first_reply', `SELECT t.ticket_ix, t.created_at AS start_at, m.met_at FROM d_ticket t LEFT JOIN ${replied} m USING (ticket_ix) WHERE NOT t.is_by_agent`),
    clock(2, 'next_reply', `SELECT r.ticket_ix, r.start_at, r.next_at AS met_at FROM d_run r JOIN ${replied} m USING (ticket_ix) WHERE r.side = 2 AND r.start_at >= m.met_at`),
    clock(3, 'close', 'SELECT t.ticket_ix, t.created_at AS start_at, c.closed_at AS met_at FROM d_ticket t LEFT JOIN d_close c ON c.ticket_ix = t.ticket_ix AND c.is_last AND c.reopened_at IS NULL'),
  ].join(' UNION ALL '));
  await build.temp('d_clock', `
    SELECT (row_number() OVER ())::BIGINT AS clock_id, r.*,
      CASE WHEN r.clock < 3 AND r.met_at IS NULL THEN (SELECT min(c.closed_at) FROM d_close c WHERE c.ticket_ix = r.ticket_ix AND c.closed_at >= r.start_at AND c.is_last AND c.reopened_at IS NULL) END AS dropped_at
    FROM d_clock_raw r`);
  await build.drop('d_clock_raw');
}

/** Business time F of an instant under a calendar, by looking up the interval: 24/7 is t itself. Clocks are fewer than turns. */
function lookUps(slots: Slots, instants: Readonly<Record<string, string>>): { columns: string; joins: string } {
  const entries = Object.entries(instants);
  return {
    columns: entries.map(([alias, at]) => `(${timeAt(alias, at)})::BIGINT AS f_${alias}`).join(', '),
    joins: entries.map(([alias, at]) => `LEFT JOIN d_slot ${alias} ON ${alias}.slot = ${slotOf(slots, 'c.calendar_ix', at)}`).join(' '),
  };
}

/**
 * sla_fact: clocks in business time. In F-space a pause is a stretch that does not count: the budget is used up at
 * F(start) + target + the pauses begun before it was. due_at is the earliest such instant, over_at the last.
 */
export async function createSlaFact(build: Build, slots: Slots): Promise<void> {
  await createClocks(build);
  const { columns, joins } = lookUps(slots, { a: 'c.start_at', b: 'coalesce(c.met_at, c.start_at)' });
  await build.temp('d_clock_f', `SELECT c.*, ${columns} FROM d_clock c ${joins}`);
  const pause = lookUps(slots, { p0: 'c.from_at', p1: 'coalesce(c.until_at, c.from_at)' });
  // a pause of a clock: a stay in a pausing stage after the clock's start; before_f is the unpaused time used up when it begins
  await build.temp('d_pause', `
    WITH stay AS (
      SELECT c.clock_id, c.calendar_ix, c.f_a, c.start_at, c.met_at, greatest(v.entered_at, c.start_at) AS from_at, v.left_at AS until_at
      FROM d_clock_f c JOIN d_visit v ON v.ticket_ix = c.ticket_ix
      JOIN ${build.target('dim_stage')} s ON s.ix = v.stage_ix AND s.pauses_sla
      WHERE c.pauses AND (v.left_at IS NULL OR v.left_at > c.start_at) AND (v.left_at IS NULL OR v.left_at > v.entered_at)),
    measured AS (SELECT c.*, ${pause.columns} FROM stay c ${pause.joins})
    SELECT *, f_p0 - f_a - coalesce(sum(f_p1 - f_p0) OVER (PARTITION BY clock_id ORDER BY from_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before_f FROM measured`);
  await build.temp('d_due', `
    WITH paused AS (
      SELECT c.clock_id,
        sum(p.f_p1 - p.f_p0) FILTER (p.before_f < c.target_ms) AS strictly, bool_or(p.until_at IS NULL AND p.before_f < c.target_ms) AS is_stopped,
        sum(p.f_p1 - p.f_p0) FILTER (p.before_f <= c.target_ms) AS loosely, bool_or(p.until_at IS NULL AND p.before_f <= c.target_ms) AS is_stopped_after,
        -- until the event: what of the pauses had passed by then
        sum(greatest(0, least(p.f_p1 + CASE WHEN p.until_at IS NULL THEN ${2 ** 52} ELSE 0 END, c.f_b) - p.f_p0)) FILTER (p.f_p0 < c.f_b) AS passed
      FROM d_clock_f c JOIN d_pause p USING (clock_id) GROUP BY c.clock_id, c.target_ms, c.f_b)
    SELECT c.*, CASE WHEN NOT coalesce(p.is_stopped, false) THEN c.f_a + c.target_ms + coalesce(p.strictly, 0) END::BIGINT AS f_due,
      CASE WHEN NOT coalesce(p.is_stopped_after, false) THEN c.f_a + c.target_ms + coalesce(p.loosely, 0) END::BIGINT AS f_over,
      CASE WHEN c.met_at IS NOT NULL THEN c.f_b - c.f_a - coalesce(p.passed, 0) END::BIGINT AS elapsed_ms
    FROM d_clock_f c LEFT JOIN paused p USING (clock_id)`);
  // F⁻¹: the earliest instant is in the last interval that begins before that much time; the last one in the last that begins at or before it
  const interval = build.target('calendar_interval');
  await build.create('sla_fact', `
    SELECT ${ticketColumns(ownerAt('coalesce(CASE WHEN c.elapsed_ms <= c.target_ms THEN c.met_at END, c.due_at, c.start_at)'))}, c.clock::INTEGER AS clock, c.policy_ix::INTEGER AS policy_ix, c.calendar_ix::INTEGER AS calendar_ix,
      c.start_at, c.due_at, c.met_at, c.dropped_at, c.target_ms, c.elapsed_ms, c.over_at
    FROM (
      SELECT d.*, CASE WHEN d.calendar_ix = 0 THEN d.f_due WHEN d.target_ms = 0 THEN d.start_at WHEN e.end_at - e.start_at >= d.f_due - e.f_start THEN e.start_at + d.f_due - e.f_start END::BIGINT AS due_at,
        CASE WHEN d.calendar_ix = 0 THEN d.f_over WHEN l.end_at - l.start_at >= d.f_over - l.f_start THEN l.start_at + d.f_over - l.f_start END::BIGINT AS over_at
      FROM d_due d
      ASOF LEFT JOIN ${interval} e ON e.calendar_ix = d.calendar_ix AND d.f_due > e.f_start
      ASOF LEFT JOIN ${interval} l ON l.calendar_ix = d.calendar_ix AND d.f_over >= l.f_start) c
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('coalesce(CASE WHEN c.elapsed_ms <= c.target_ms THEN c.met_at END, c.due_at, c.start_at)')}
    ORDER BY c.start_at`);
}
