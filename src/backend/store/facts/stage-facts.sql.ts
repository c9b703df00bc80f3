import { lastOwnerAt, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import { CLOSED_KINDS } from '../../canonical/tables';
import { texts } from '../../duckdb/sql-text';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/**
 * d_visit (ticket_ix, stage_ix, entered_at, left_at, n): stays in a stage. No-ops drop out; the first stay starts at creation with
 * the first event's from_value; the last is open. No stage is no stay.
 */
async function createVisits(build: Build): Promise<void> {
  await build.temp(
    'd_visit',
    `
    WITH change AS (SELECT ticket_ix, "at", n, prev_ix, to_ix FROM d_stage_change WHERE prev_ix <> to_ix),
    entry AS (
      SELECT c.ticket_ix, t.created_at AS entered_at, 0 AS n, c.prev_ix AS stage_ix FROM d_stage_change c JOIN d_ticket t USING (ticket_ix) WHERE c.n = 1
      UNION ALL SELECT ticket_ix, "at", n, to_ix FROM change)
    SELECT ticket_ix, stage_ix, entered_at, lead(entered_at) OVER (PARTITION BY ticket_ix ORDER BY n) AS left_at, n FROM entry
    QUALIFY stage_ix <> 0`
  );
}

/**
 * d_resumed (ticket_ix, n, until_at, at): where a ticket was closed again (at until_at) without a stage event for the reopening, the
 * last open stage's stay (n) ends with the last human row after the earlier close and up to the later one.
 */
async function createResumed(build: Build): Promise<void> {
  await build.temp(
    'd_resumed',
    `
    WITH pair AS (
      SELECT a.ticket_ix, a.closed_at AS earlier, a.reopened_at AS reopened, b.closed_at AS again
      FROM d_close a JOIN d_close b ON b.ticket_ix = a.ticket_ix AND b.nth = a.nth + 1),
    quiet AS (
      SELECT p.* FROM pair p
      WHERE NOT EXISTS (SELECT 1 FROM d_stage_change c WHERE c.ticket_ix = p.ticket_ix AND c.prev_ix <> c.to_ix AND c.at >= p.reopened AND c.at <= p.again)),
    human AS (SELECT ticket_ix, sent_at AS "at" FROM d_message UNION ALL SELECT ticket_ix, created_at FROM d_ticket WHERE is_by_customer AND NOT is_born_closed),
    said AS (SELECT q.ticket_ix, q.again, q.reopened, max(h.at) AS "at" FROM quiet q JOIN human h ON h.ticket_ix = q.ticket_ix AND h.at > q.earlier AND h.at <= q.again GROUP BY ALL),
    open_stage AS (SELECT ix FROM ${build.target('dim_stage')} WHERE kind IS NULL OR kind NOT IN (${texts(CLOSED_KINDS)}))
    SELECT s.ticket_ix, s.again AS until_at, s.at, max(v.n) AS n
    FROM said s JOIN d_visit v ON v.ticket_ix = s.ticket_ix AND v.entered_at <= s.reopened AND v.stage_ix IN (SELECT ix FROM open_stage)
    GROUP BY ALL`
  );
}

/** What is summed up of the visits of a stage: over a group, or over a window. */
const summed = (over: string) => `
  min(entered_at)${over} AS first_entry_at, max(left_at)${over} AS last_exit_at, (count(plain_left_at)${over})::INTEGER AS visits,
  sum(plain_left_at - entered_at)${over} AS dwell_ms, sum(dwell_biz_ms) FILTER (plain_left_at IS NOT NULL)${over} AS dwell_biz_sum,
  bool_or(plain_left_at IS NOT NULL AND dwell_biz_ms IS NULL)${over} AS lacks_biz,
  bool_or(left_at < entered_at)${over} AS is_span_negative, bool_or(plain_left_at < entered_at)${over} AS is_dwell_negative`;

/**
 * A query of versions: what is known of a ticket's stage while a close holds, from valid_from to valid_to. A further version begins with each
 * exit after the close; nearly always there is none, and a group is far cheaper than a window over millions of rows.
 */
async function versionsOf(build: Build, slots: Slots): Promise<string> {
  const exits = `
    SELECT * FROM (
      SELECT c.ticket_ix, c.nth, c.closed_at, c.reopened_at, c.calendar_ix, v.stage_ix AS visited_ix, v.entered_at, v.left_at AS plain_left_at, coalesce(r.at, v.left_at) AS left_at,
        coalesce(v.left_at, v.entered_at) AS until_at, greatest(c.closed_at, coalesce(v.left_at, c.closed_at)) AS valid_from
      FROM d_closed c
      JOIN d_visit v ON v.ticket_ix = c.ticket_ix
      LEFT JOIN (
        SELECT c.ticket_ix, c.nth, r.n, max_by(r.at, r.until_at) AS at FROM d_resumed r JOIN d_close c ON c.ticket_ix = r.ticket_ix AND r.until_at <= c.closed_at GROUP BY ALL
      ) r ON r.ticket_ix = v.ticket_ix AND r.nth = c.nth AND r.n = v.n)
    WHERE left_at IS NOT NULL AND (reopened_at IS NULL OR valid_from < reopened_at)`;
  await build.temp('d_exit', await withBusinessTime(build, slots, { rows: exits, from: 'entered_at', to: 'until_at', as: 'dwell_biz_ms' }));
  await build.temp('d_later', 'SELECT DISTINCT ticket_ix, nth FROM d_exit WHERE valid_from > closed_at');
  return `
    WITH once AS (
      SELECT ticket_ix, nth, closed_at, reopened_at, calendar_ix, visited_ix, closed_at AS valid_from, ${summed('')}
      FROM d_exit ANTI JOIN d_later USING (ticket_ix, nth) GROUP BY ticket_ix, nth, closed_at, reopened_at, calendar_ix, visited_ix),
    later AS (
      SELECT DISTINCT ticket_ix, nth, closed_at, reopened_at, calendar_ix, visited_ix, valid_from, ${summed(' OVER w')}
      FROM d_exit SEMI JOIN d_later USING (ticket_ix, nth) WINDOW w AS (PARTITION BY ticket_ix, nth, visited_ix ORDER BY valid_from RANGE UNBOUNDED PRECEDING))
    SELECT *, reopened_at AS valid_to FROM once
    UNION ALL SELECT *, coalesce(lead(valid_from) OVER (PARTITION BY ticket_ix, nth, visited_ix ORDER BY valid_from), reopened_at) FROM later`;
}

/** stage_fact: how long tickets were in stages, by the calendar of the close that dates it. */
export async function createStageFacts(build: Build, slots: Slots): Promise<void> {
  await createVisits(build);
  await createResumed(build);
  const spans = await withBusinessTime(build, slots, { rows: await versionsOf(build, slots), from: 'first_entry_at', to: 'last_exit_at', as: 'span_biz_ms' });
  await build.create(
    'stage_fact',
    `
    SELECT * EXCLUDE (visited_ix) REPLACE (visited_ix::INTEGER AS stage_ix) FROM (
      SELECT ${ticketColumns(lastOwnerAt('v.closed_at'))}, c.actor_ix::INTEGER AS closed_by_ix, c.actor_kind::INTEGER AS closed_by_kind, v.closed_at, v.valid_from, v.valid_to, v.first_entry_at, v.last_exit_at, v.visits,
        -- a negative visit drops the row: said by a negative length
        CASE WHEN v.is_span_negative THEN -1 ELSE v.last_exit_at - v.first_entry_at END::BIGINT AS span_ms, v.span_biz_ms,
        CASE WHEN v.is_dwell_negative THEN -1 ELSE v.dwell_ms END::BIGINT AS dwell_ms, CASE WHEN NOT v.lacks_biz THEN v.dwell_biz_sum END::BIGINT AS dwell_biz_ms, v.visited_ix
      FROM (${spans}) v LEFT JOIN d_close c USING (ticket_ix, nth) JOIN d_ticket t USING (ticket_ix) ${spanJoin('v.closed_at')})
    ORDER BY closed_at`
  );
  await build.drop('d_exit', 'd_later', 'd_visit', 'd_resumed', 'd_stage_change');
}
