import type { Flavour } from '../flavour';
import type { Here, LayoutSelect } from '../layout';
import { CONFIG, defaultSchedule } from './config';
import { OWNER_READS, ownersSql } from './owners';
import { byAgent, EVENTS, happenedAt, HISTORY, idOf } from './threads';

/** What an event says under "status": a number, or a list that begins with one. */
const STATUS_SAID = `CAST(SUBSTRING_INDEX(TRIM(LEADING '[' FROM SUBSTRING(e.data, 11)), ',', 1) + 0 AS CHAR)`;

/** The status in which tickets begin and are reopened, as far as is known: the first of the open ones. */
const OPEN_STATUS = `(SELECT CAST(MIN(s.id) AS CHAR) FROM ost_ticket_status s WHERE s.state = 'open')`;

/** A row for each thing that an event says, with who did it; each kind has a digit of its own behind the event’s number. */
const said = (sql: Flavour, digit: number, field: string, to: string, where: string): string => `
  SELECT CONCAT(e.id, '${digit}') AS event_id, th.object_id AS ticket_id, ${happenedAt(sql)} AS at, '${field}' AS field, ${to} AS to_value, e.uid_type, e.uid
  FROM ${EVENTS}
  WHERE ${where}`;

/** The hours by which a department works, where its ticket’s policy has none of its own: from the ticket’s creation or transfer on. */
const hours = (sql: Flavour, here: Here): string => `
  SELECT CONCAT(e.id, '6'), th.object_id, ${happenedAt(sql)}, 'schedule', COALESCE(CAST(hours.id AS CHAR), CAST(${defaultSchedule(here)} AS CHAR), '24-7'), NULL, NULL
  FROM ${EVENTS}
    JOIN ost_ticket t ON t.ticket_id = th.object_id
    JOIN ost_sla a ON a.id = t.sla_id AND a.schedule_id = 0
    LEFT JOIN ost_department d ON d.id = e.dept_id
    LEFT JOIN ost_schedule hours ON hours.id = d.schedule_id AND hours.flags & 1 = 1
  WHERE v.name IN ('created', 'transferred') AND EXISTS (SELECT 1 FROM ost_department any_dept WHERE any_dept.schedule_id > 0)`;

/**
 * What was done, each close of it: "annulled" stands on all closes but the last. A ticket that is moved from one closed status to another is closed
 * twice in a row, which counts once.
 */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: {
    ...HISTORY,
    ...OWNER_READS,
    ost_department: ['id', 'flags', 'schedule_id'],
    ost_ticket: ['ticket_id', 'ticket_pid', 'sla_id'],
    ost_ticket_status: ['id', 'state'],
    ost_sla: ['id', 'schedule_id'],
    ost_schedule: ['id', 'flags'],
  },
  maybe: CONFIG,
  select: (sql, here) => `
    SELECT event_id, ticket_id, at, field, to_value,
      CASE WHEN ${byAgent('told')} THEN uid END AS actor_id,
      CASE WHEN uid_type IS NULL THEN NULL WHEN uid IS NULL THEN 'system' WHEN uid_type = 'S' THEN 'agent' ELSE 'customer' END AS actor_kind
    FROM (
      ${said(sql, 1, 'status', `CASE v.name WHEN 'closed' THEN 'closed' ELSE 'open' END`, `v.name IN ('closed', 'reopened')`)}
      UNION ALL
      ${ownersSql(sql, here)}
      UNION ALL
      ${said(sql, 3, 'team', `CAST(${idOf('e.dept_id')} AS CHAR)`, `v.name IN ('created', 'transferred')`)}
      UNION ALL
      ${said(sql, 4, 'stage', STATUS_SAID, `v.name IN ('closed', 'edited') AND e.data LIKE '{"status":%'`)}
      UNION ALL
      ${said(sql, 4, 'stage', OPEN_STATUS, `v.name IN ('created', 'reopened')`)}
      UNION ALL
      SELECT CONCAT(e.id, '5'), th.object_id, ${happenedAt(sql)}, 'merge', CAST(t.ticket_pid AS CHAR), e.uid_type, e.uid
      FROM ${EVENTS} JOIN ost_ticket t ON t.ticket_id = th.object_id
      WHERE v.name = 'merged' AND th.object_type = 'C' AND t.ticket_pid IS NOT NULL
      UNION ALL
      ${hours(sql, here)}
    ) AS told`,
  without: { from_value: 'osTicket writes what became of a ticket, not what it was' },
};
