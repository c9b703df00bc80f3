import { type Build, AFTER_ALL, BEFORE_ALL } from './build';
import { withTimes } from './schedules.sql';
import { ENDS } from './sla-legs.sql';
import type { Slots } from './slots.sql';

/** The rows of d_piece with a number of their own, which takes no pass in their order. */
export const PIECES = '(SELECT rowid::INTEGER AS piece_ix, * FROM d_piece)';

/** d_terms (ticket_ix, from_at, to_at, policy_ix, priority_ix): which policy and priority a ticket had when, of tickets that had several (`is_varied`). */
async function createTerms(build: Build): Promise<void> {
  const once = (from: string, to: string, priority: string) => `
    SELECT ticket_ix, greatest(policy_from_at, ${from}), least(policy_to_at, ${to}), policy_ix, ${priority} FROM d_ticket WHERE is_varied AND NOT is_complex`;
  await build.temp(
    'd_terms',
    `
    WITH told AS (SELECT s.ticket_ix, s.from_at, s.to_at, s.policy_ix, s.priority_ix FROM d_span s SEMI JOIN (SELECT ticket_ix FROM d_ticket WHERE is_varied) t USING (ticket_ix)),
    change AS (SELECT *, lag((policy_ix, priority_ix)) OVER (PARTITION BY ticket_ix ORDER BY from_at) IS DISTINCT FROM (policy_ix, priority_ix) AS is_new FROM told),
    island AS (SELECT *, count(*) FILTER (is_new) OVER (PARTITION BY ticket_ix ORDER BY from_at) AS nth FROM change)
    SELECT ticket_ix, min(from_at) AS from_at, max(to_at) AS to_at, policy_ix, priority_ix FROM island WHERE policy_ix > 0 GROUP BY ticket_ix, nth, policy_ix, priority_ix
    UNION ALL ${once(String(BEFORE_ALL), 'priority_at', 'priority0_ix')}
    UNION ALL ${once('priority_at', String(AFTER_ALL), 'priority1_ix')}`
  );
}

/**
 * d_piece: legs cut where another policy, priority or version of the policy comes into force, or another calendar of the ticket's, with what is
 * promised there (policy_ix, calendar_ix, target_ms, pauses): what is known at an instant of [from_at, until_at) is so in all of it. ends_at and ends
 * are of the last piece alone, which decides. hours_ix: the calendar it counts by, from schedule_at on, and base what the ticket's business time is
 * more than that calendar's; schedule_at is null where the target's own calendar counts. f_a, f_b: business time at start_at and ends_at.
 * d_lacking (ticket_ix, "at", word): pieces of tickets whose policy should have a target there, and has none: decided at that instant, or running since.
 */
export async function createPieces(build: Build, slots: Slots, legs: string): Promise<void> {
  await createTerms(build);
  const isScheduled = await build.holds('d_schedule');
  const [policy, priority] = [
    'CASE WHEN t.is_varied THEN s.policy_ix ELSE t.policy_ix END',
    'CASE WHEN t.is_varied THEN s.priority_ix ELSE t.priority0_ix END',
  ];
  const [since, until] = ['CASE WHEN t.is_varied THEN s.from_at ELSE t.policy_from_at END', 'CASE WHEN t.is_varied THEN s.to_at ELSE t.policy_to_at END'];
  const overlaps = (from: string, to: string) => `${from} < l.until_at AND ${to} > l.from_at`;
  await build.temp(
    'd_promised',
    `
    SELECT l.* REPLACE (greatest(l.from_at, ${since}, p.from_at) AS from_at, least(l.until_at, ${until}, p.to_at) AS until_at), l.until_at AS leg_until_at,
      p.policy_ix, p.calendar_ix, p.target_ms, p.pauses
    FROM (${legs}) l JOIN d_ticket t USING (ticket_ix)
    LEFT JOIN d_terms s ON s.ticket_ix = CASE WHEN t.is_varied THEN t.ticket_ix END AND ${overlaps('s.from_at', 's.to_at')}
    LEFT JOIN d_plan p ON p.clock = l.clock AND p.policy_ix = ${policy} AND p.priority_ix = ${priority} AND ${overlaps('p.from_at', 'p.to_at')}
    WHERE (p.target_ms IS NOT NULL OR p.is_lacking) AND greatest(l.from_at, ${since}, p.from_at) < least(l.until_at, ${until}, p.to_at)`
  );
  await build.temp(
    'd_lacking',
    `
    SELECT ticket_ix, coalesce(ends_at, start_at) AS "at", CASE WHEN ends_at IS NULL THEN 'running' ELSE 'decided' END AS word
    FROM d_promised WHERE target_ms IS NULL AND until_at = leg_until_at AND (ends_at IS NOT NULL OR until_at = ${AFTER_ALL})`
  );
  const cut = isScheduled
    ? `
      SELECT p.* REPLACE (greatest(p.from_at, coalesce(h.from_at, p.from_at)) AS from_at, least(p.until_at, coalesce(h.to_at, p.until_at)) AS until_at),
        coalesce(h.calendar_ix, p.calendar_ix) AS hours_ix, coalesce(h.base, 0)::BIGINT AS base, h.from_at AS schedule_at
      FROM d_promised p LEFT JOIN d_schedule h ON h.ticket_ix = CASE WHEN p.calendar_ix > 0 THEN p.ticket_ix END AND h.from_at < p.until_at AND h.to_at > p.from_at AND h.from_at < h.to_at`
    : 'SELECT *, calendar_ix AS hours_ix, 0::BIGINT AS base, NULL::BIGINT AS schedule_at FROM d_promised p';
  // a piece that neither runs nor decides anything is none; one condition, as DuckDB takes each of several to leave a fifth, and looks slots up the wrong way round
  const rows = `
    SELECT * EXCLUDE (leg_until_at) REPLACE (CASE WHEN until_at = leg_until_at THEN ends_at END AS ends_at,
      (CASE WHEN until_at = leg_until_at THEN ends ELSE ${ENDS.none} END)::TINYINT AS ends)
    FROM (${cut}) WHERE CASE WHEN target_ms IS NOT NULL THEN (until_at = leg_until_at AND ends <> ${ENDS.none}) OR runs_until IS NULL OR runs_until > from_at END`;
  const instants = { a: 'c.start_at', b: 'coalesce(c.ends_at, c.start_at)' };
  await build.temp('d_piece', await withTimes(build, slots, { rows, instants, scheduled: 'CASE WHEN c.calendar_ix > 0 THEN c.ticket_ix END' }));
  await build.drop('d_promised', 'd_terms');
}
