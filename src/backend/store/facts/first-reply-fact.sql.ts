import { EXCLUSIONS } from '../../../shared/catalog/facts';
import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';
import { stillWithin, waitedFrom } from './waits.sql';

/**
 * first_reply_fact: one row a ticket whose opening run an agent answered. A reply before the creation ends before it starts; such a row says so
 * whatever run it answers. Tickets that agents created wait from their creation, and are left out unless asked for.
 */
export async function createFirstReplyFact(build: Build, slots: Slots): Promise<void> {
  await build.temp(
    'd_first_reply',
    `
    SELECT r.ticket_ix, r.nth, r.author_ix, r.start_at AS until_at, t.is_by_agent,
      CASE WHEN t.is_by_agent OR r.start_at < t.created_at THEN t.created_at ELSE r.answers_at END AS first_at,
      CASE WHEN t.is_by_agent OR r.start_at < t.created_at THEN t.created_at ELSE ${waitedFrom} END AS from_at
    FROM d_run r JOIN d_ticket t USING (ticket_ix) LEFT JOIN d_restart h ON h.ticket_ix = r.ticket_ix AND h.nth = r.nth
    WHERE r.is_first_reply OR (r.side = 1 AND r.nth = 1 AND r.start_at < t.created_at AND NOT t.is_by_agent)`
  );
  const rows = `SELECT r.*, p.calendar_ix FROM d_first_reply r JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.until_at')} ${planJoin('first_reply', 'r.until_at')}`;
  const timed = await withBusinessTime(build, slots, { rows, from: 'from_at', to: 'until_at', as: 'gross_biz_ms', asked: 'asked_in_hours' });
  const still = await stillWithin(build, slots, 'first_reply', 'SELECT ticket_ix, nth, first_at, from_at, until_at FROM d_first_reply');
  await build.create(
    'first_reply_fact',
    `
    SELECT * EXCLUDE (is_by_agent) REPLACE ((excluded + if(is_by_agent, ${EXCLUSIONS.agent_created}, 0))::UTINYINT AS excluded)
    FROM (
      SELECT ${ticketColumns(ownerAt('r.until_at'))}, r.until_at AS replied_at, r.author_ix, r.from_at AS waited_from_at,
        r.until_at - r.from_at - coalesce(k.still_ms, 0) AS wait_ms, r.gross_biz_ms - coalesce(k.still_biz_ms, 0) AS wait_biz_ms, r.asked_in_hours, r.is_by_agent
      FROM (${timed}) r
      JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.until_at')}
      LEFT JOIN (${still}) k ON k.ticket_ix = r.ticket_ix AND k.nth = r.nth)
    ORDER BY replied_at`
  );
  await build.drop('d_first_reply');
}
