import type { Flavour } from '../flavour';
import type { Columns, Here } from '../layout';
import { setting } from './config';
import { byAgent, EVENTS, happenedAt, OF_TICKETS, writtenAt } from './threads';

/** What owners are read from besides the history. */
export const OWNER_READS: Columns = {
  ost_thread_entry: ['id', 'thread_id', 'staff_id', 'type', 'created'],
  ost_department: ['id', 'flags'],
};

/** Flag of a department in which replies do not claim. */
const NO_CLAIM = 2;

/**
 * Whether an event says who owns the ticket after it. Where an agent does something to a ticket that nobody owns, osTicket writes that agent as its
 * owner: so an event that names who did it says nothing, unless it assigns, or closes, since who closes becomes the owner.
 */
const tells = (event: string, what: string): string => `(
  ${what}.name IN ('created', 'closed') OR ${what}.name = 'assigned' AND (${event}.data LIKE '%"claim"%' OR ${event}.data LIKE '%"staff"%')
  OR ${releases(event, what)} OR NOT ${byAgent(event)} OR ${event}.staff_id <> ${event}.uid)`;

const releases = (event: string, what: string): string => `(${what}.name = 'released' AND ${event}.data LIKE '%"staff"%')`;

/** Who owns the ticket after such an event, 0 for nobody: a ticket is created before it is assigned. */
const ownerAfter = (event: string, what: string): string =>
  `CASE WHEN ${what}.name = 'created' AND ${byAgent(event)} OR ${releases(event, what)} THEN 0 ELSE ${event}.staff_id END`;

/** The last event that told the owner of a reply’s ticket until then. */
const BEFORE = `
  SELECT known.id
  FROM ost_thread_event known JOIN ost_event k ON k.id = known.event_id
  WHERE known.thread_id = r.thread_id AND known.timestamp <= r.created AND ${tells('known', 'k')}
  ORDER BY known.timestamp DESC, known.id DESC
  LIMIT 1`;

/** Owners as events: those that the history tells, and those who claimed a ticket of nobody by replying to it, of which nothing is written. */
export function ownersSql(sql: Flavour, here: Here): string {
  return `
    SELECT CONCAT(e.id, '2') AS event_id, th.object_id AS ticket_id, ${happenedAt(sql)} AS at, 'owner' AS field,
      CAST(NULLIF(${ownerAfter('e', 'v')}, 0) AS CHAR) AS to_value, e.uid_type, e.uid
    FROM ${EVENTS}
    WHERE ${tells('e', 'v')} AND NOT (v.name = 'created' AND ${ownerAfter('e', 'v')} = 0)
    UNION ALL
    SELECT CONCAT('claim-', r.id), th.object_id, ${writtenAt(sql, 'r')}, 'owner', CAST(r.staff_id AS CHAR), 'S', r.staff_id
    FROM ost_thread_entry r
      JOIN ost_thread th ON th.id = r.thread_id AND th.object_type IN ${OF_TICKETS}
      JOIN ost_thread_event e ON e.id = (${BEFORE})
      JOIN ost_event v ON v.id = e.event_id
      LEFT JOIN ost_department d ON d.id = e.dept_id
    WHERE r.type = 'R' AND r.staff_id > 0 AND ${ownerAfter('e', 'v')} = 0 AND COALESCE(d.flags, 0) & ${NO_CLAIM} = 0
      AND COALESCE(${setting('auto_claim_tickets', here)}, '1') <> '0'
      AND NOT EXISTS (
        SELECT 1 FROM ost_thread_entry former
        WHERE former.thread_id = r.thread_id AND former.type = 'R' AND former.staff_id > 0 AND former.id < r.id AND former.created >= e.timestamp)`;
}
