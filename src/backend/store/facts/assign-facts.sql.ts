import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/** assignment_fact: when each ticket with owner events first had an owner: at its creation, where it begins with somebody. */
export async function createAssignmentFact(build: Build, slots: Slots): Promise<void> {
  const assigned = `
    SELECT ticket_ix, t.created_at, CASE WHEN coalesce(o.begins_ix, o.before_ix) > 0 THEN t.created_at ELSE o.at END AS assigned_at
    FROM (
      SELECT c.ticket_ix, any_value(c.prev_ix) FILTER (c.n = 1) AS before_ix, arg_max(c.to_ix, c.n) FILTER (c.at <= t.created_at) AS begins_ix,
        arg_min(c.at, c.n) FILTER (c.at > t.created_at AND c.to_ix > 0) AS "at"
      FROM d_owner_change c JOIN d_ticket t USING (ticket_ix) GROUP BY c.ticket_ix) o
    JOIN d_ticket t USING (ticket_ix)`;
  const rows = `
    SELECT r.*, p.calendar_ix FROM (${assigned}) r JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.assigned_at')} ${planJoin('first_reply', 'r.assigned_at')}
    WHERE r.assigned_at IS NOT NULL`;
  await build.create(
    'assignment_fact',
    `
    SELECT ${ticketColumns(ownerAt('r.assigned_at'))}, r.assigned_at, r.assigned_at - r.created_at AS wait_ms, r.wait_biz_ms
    FROM (${await withBusinessTime(build, slots, { rows, from: 'created_at', to: 'assigned_at', as: 'wait_biz_ms' })}) r
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('r.assigned_at')}
    ORDER BY r.assigned_at`
  );
}
