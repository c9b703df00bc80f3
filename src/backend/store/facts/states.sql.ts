import { CLOSED_KINDS } from '../../canonical/tables';
import { texts } from '../../duckdb/sql-text';
import type { Build } from './build';

/**
 * When tickets were open and closed. A ticket's state comes from its status events; without any, from its stage events through
 * stage.kind; without either, from closed_at as its only close.
 *
 * d_state (ticket_ix, is_closed_first, status_ix): tickets whose state comes from events: whether they began closed, their last status.
 * d_flip (ticket_ix, at, n, is_closed): changes between open and closed. d_close, d_open: the intervals between them.
 */
export async function createStates(build: Build): Promise<void> {
  const stageKinds = `(SELECT s.ix AS stage_ix, k.ix AS status_ix FROM ${build.target('dim_stage')} s JOIN ${build.target('dim_status')} k ON k.id = s.kind)`;
  // an unknown stage says nothing of the state: the one before goes on
  await build.temp(
    'd_state_event',
    `
    SELECT ticket_ix, "at", n, prev_ix AS first_ix, prev_ix, to_ix FROM d_status_change
    UNION ALL
    SELECT ticket_ix, "at", n, first_ix, coalesce(lag(to_ix) OVER (PARTITION BY ticket_ix ORDER BY n), first_ix), to_ix
    FROM (
      SELECT c.ticket_ix, c.at, c.n, coalesce(f.status_ix, 0) AS first_ix, coalesce(v.status_ix, 0) AS to_ix
      FROM d_stage_change c LEFT JOIN ${stageKinds} f ON f.stage_ix = c.prev_ix LEFT JOIN ${stageKinds} v ON v.stage_ix = c.to_ix
      WHERE c.ticket_ix NOT IN (SELECT ticket_ix FROM d_status_change))
    WHERE to_ix > 0`
  );
  const closed = (key: string) => `(${key} IN (SELECT ix FROM ${build.target('dim_status')} WHERE id IN (${texts(CLOSED_KINDS)})))`;
  await build.temp(
    'd_state',
    `
    SELECT ticket_ix, ${closed('first_ix')} AS is_closed_first, status_ix
    FROM (SELECT ticket_ix, arg_min(first_ix, n) AS first_ix, arg_max(to_ix, n) AS status_ix FROM d_state_event GROUP BY ticket_ix)`
  );
  await build.temp(
    'd_flip',
    `
    SELECT ticket_ix, "at", n, is_closed
    FROM (SELECT ticket_ix, "at", n, ${closed('prev_ix')} AS was_closed, ${closed('to_ix')} AS is_closed FROM d_state_event)
    WHERE is_closed <> was_closed
    UNION ALL
    SELECT d.ix, t.closed_at, 1, true
    FROM ${build.source('ticket')} t JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id
    WHERE t.closed_at IS NOT NULL AND d.ix NOT IN (SELECT ticket_ix FROM d_state)`
  );
  await build.temp(
    'd_close',
    `
    SELECT ticket_ix, "at" AS closed_at, reopened_at, (row_number() OVER closes)::INTEGER AS nth, lead("at") OVER closes IS NULL AS is_last
    FROM (SELECT *, lead("at") OVER (PARTITION BY ticket_ix ORDER BY n) AS reopened_at FROM d_flip)
    WHERE is_closed
    WINDOW closes AS (PARTITION BY ticket_ix ORDER BY n)`
  );
  // an interval without length is open at no instant; one that ends before it begins is skewed
  await build.temp(
    'd_open',
    `
    SELECT ticket_ix, greatest(o.opened_at, t.created_at) AS opened_at, closed_at
    FROM (
      SELECT ticket_ix, "at" AS opened_at, lead("at") OVER (PARTITION BY ticket_ix ORDER BY n) AS closed_at, is_closed FROM d_flip
      UNION ALL
      SELECT d.ix, d.created_at, f.at, false
      FROM ${build.target('dim_ticket')} d
      LEFT JOIN (SELECT ticket_ix, arg_min("at", n) AS "at" FROM d_flip GROUP BY ticket_ix) f ON f.ticket_ix = d.ix
      LEFT JOIN d_state s ON s.ticket_ix = d.ix
      WHERE d.ix > 0 AND NOT coalesce(s.is_closed_first, false)) o
    JOIN (SELECT ix AS ticket_ix, created_at FROM ${build.target('dim_ticket')}) t USING (ticket_ix)
    -- nothing is open before it exists, whatever skewed events say
    WHERE NOT is_closed AND (closed_at IS NULL OR closed_at > greatest(o.opened_at, t.created_at))`
  );
}
