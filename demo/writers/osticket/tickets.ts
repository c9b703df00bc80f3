import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { staffOf } from './people';

/** The tickets that osTicket has a place for: what is deleted is gone, and none is marked as spam, as a test or as imported. */
export const TOLD = `SELECT * FROM canonical_ticket WHERE NOT is_deleted AND NOT is_spam AND NOT is_test AND NOT is_imported`;

/** Where tickets come from, in osTicket’s words. */
const SOURCE = `CASE t.channel WHEN 'web_form' THEN 'Web' WHEN 'email' THEN 'Email' WHEN 'phone' THEN 'Phone' WHEN 'chat' THEN 'API' ELSE 'Other' END`;

const TOPICS = `(SELECT category, row_number() OVER (ORDER BY category) AS number FROM (SELECT DISTINCT category FROM canonical_ticket WHERE category IS NOT NULL))`;
const PRIORITIES = `CASE t.priority WHEN 'low' THEN 1 WHEN 'normal' THEN 2 WHEN 'high' THEN 3 WHEN 'urgent' THEN 4 END`;

/** Tickets as they are today, the answers to their forms, and their threads, each of its ticket’s number. */
export const TICKETS: readonly Told[] = [
  { table: 'ost_help_topic', select: `SELECT number AS topic_id, category AS topic FROM ${TOPICS}` },
  {
    table: 'ost_ticket',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS ticket_id, ${numberOf('t.merged_into_id')} AS ticket_pid, t.number, ${numberOf('t.requester_id')} AS user_id,
        CASE WHEN t.status IN ('closed', 'merged', 'spam') THEN 3 ELSE 1 END AS status_id, team.number AS dept_id, coalesce(topic.number, 0) AS topic_id,
        coalesce(policy.number, 0) AS sla_id, coalesce(${staffOf('t.owner_id')}, 0) AS staff_id, CASE WHEN t.merged_into_id IS NULL THEN 0 ELSE 1 END AS flags,
        ${SOURCE} AS source, CASE WHEN t.status IN ('closed', 'merged', 'spam') THEN t.closed_at END AS closed, t.created_at AS created,
        coalesce(t.updated_at, t.created_at) AS updated
      FROM told t
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id
        LEFT JOIN ${TOPICS} topic ON topic.category = t.category
        LEFT JOIN canonical_ticket_sla sla ON sla.ticket_id = t.ticket_id AND sla."to" IS NULL
        LEFT JOIN policy_numbers policy ON policy.policy_id = sla.policy_id`,
  },
  {
    table: 'ost_form_entry',
    select: `SELECT ${numberOf('ticket_id')} AS id, 2 AS form_id, ${numberOf('ticket_id')} AS object_id, 'T' AS object_type FROM told`,
  },
  {
    table: 'ost_form_entry_values',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS entry_id, 20 AS field_id, t.subject AS value, NULL AS value_id FROM told t
      UNION ALL
      SELECT ${numberOf('t.ticket_id')}, 22, t.priority, ${PRIORITIES} FROM told t`,
  },
  {
    table: 'ost_thread',
    select: `
      SELECT ${numberOf('ticket_id')} AS id, ${numberOf('ticket_id')} AS object_id, CASE WHEN merged_into_id IS NULL THEN 'T' ELSE 'C' END AS object_type
      FROM told`,
  },
];
