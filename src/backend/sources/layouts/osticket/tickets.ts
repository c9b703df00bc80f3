import type { LayoutSelect } from '../layout';
import { byAgent, idOf, OF_TICKETS } from './threads';

/** Flags of a ticket that was merged into its parent, either of two, and of one that is only linked to it: it has one of the three. */
const MERGED = 3;
const LINKED = 8;

/** A status as a canonical word, by its state: what is archived is closed. */
export const wordOfState = (state: string): string => `CASE ${state} WHEN 'open' THEN 'open' ELSE 'closed' END`;

/** A ticket. What its forms say is read from the answers to them: the table beside the tickets that has them too is made anew now and then, and missing meanwhile. */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    ost_thread_event: ['thread_id', 'event_id', 'uid', 'uid_type', 'timestamp'],
    ost_event: ['id', 'name'],
    ost_thread: ['id', 'object_id', 'object_type'],
    ost_ticket: [
      'ticket_id',
      'ticket_pid',
      'number',
      'user_id',
      'status_id',
      'dept_id',
      'topic_id',
      'staff_id',
      'team_id',
      'flags',
      'source',
      'closed',
      'created',
      'updated',
    ],
    ost_ticket_status: ['id', 'state'],
    ost_ticket_priority: ['priority_id', 'priority'],
    ost_help_topic: ['topic_id', 'topic'],
    ost_team: ['team_id', 'name'],
    ost_form_entry: ['id', 'object_id', 'object_type'],
    ost_form_entry_values: ['entry_id', 'field_id', 'value', 'value_id'],
    ost_form_field: ['id', 'name', 'type'],
  },
  select: () => `
    SELECT t.ticket_id, t.number, answers.subject, t.created AS created_at, CASE did.began WHEN 2 THEN 'agent' WHEN 1 THEN 'system' ELSE 'customer' END AS created_by,
      CASE t.source WHEN 'Web' THEN 'web_form' ELSE LOWER(t.source) END AS channel, ${idOf('t.user_id')} AS requester_id, ${idOf('t.staff_id')} AS owner_id, ${idOf('t.dept_id')} AS team_id,
      t.status_id AS stage_id, ${wordOfState('s.state')} AS status, p.priority, topic.topic AS category, t.closed AS closed_at,
      CASE WHEN t.flags & ${MERGED} > 0 THEN t.ticket_pid END AS merged_into_id,
      CASE WHEN t.flags & ${LINKED} > 0 THEN t.ticket_pid END AS parent_id, COALESCE(s.state = 'deleted', FALSE) AS is_deleted,
      CASE WHEN g.team_id IS NOT NULL THEN JSON_OBJECT('team', g.name) END AS attributes,
      GREATEST(t.updated, COALESCE(did.last_at, t.updated)) AS updated_at
    FROM ost_ticket t
      LEFT JOIN ost_ticket_status s ON s.id = t.status_id
      LEFT JOIN ost_help_topic topic ON topic.topic_id = t.topic_id
      LEFT JOIN ost_team g ON g.team_id = t.team_id
      LEFT JOIN (
        SELECT th.object_id, MAX(e.timestamp) AS last_at, 
          MAX(CASE WHEN v.name <> 'created' THEN 0 WHEN ${byAgent('e')} THEN 2 WHEN e.uid IS NULL THEN 1 ELSE 0 END) AS began
        FROM ost_thread th JOIN ost_thread_event e ON e.thread_id = th.id JOIN ost_event v ON v.id = e.event_id
        WHERE th.object_type IN ${OF_TICKETS}
        GROUP BY th.object_id
      ) AS did ON did.object_id = t.ticket_id
      LEFT JOIN (
        SELECT form.object_id, MAX(CASE f.name WHEN 'subject' THEN a.value END) AS subject, MAX(CASE f.type WHEN 'priority' THEN a.value_id END) AS priority_id
        FROM ost_form_entry form JOIN ost_form_entry_values a ON a.entry_id = form.id JOIN ost_form_field f ON f.id = a.field_id
        WHERE form.object_type = 'T' AND (f.name = 'subject' OR f.type = 'priority')
        GROUP BY form.object_id
      ) AS answers ON answers.object_id = t.ticket_id
      LEFT JOIN ost_ticket_priority p ON p.priority_id = answers.priority_id`,
  without: {
    org_id: 'it is the user’s',
    pipeline_id: 'osTicket has one list of statuses',
    tags: 'osTicket has none',
    is_spam: 'osTicket has no mark for it',
    is_test: 'osTicket has no mark for it',
    is_imported: 'osTicket has no mark for it',
  },
};

/** The statuses, as stages: those whose tickets are open, and those whose tickets are closed. */
export const stage: LayoutSelect<'stage'> = {
  reads: { ost_ticket_status: ['id', 'name', 'state', 'sort'] },
  select: () => `SELECT id AS stage_id, name AS label, sort AS position, ${wordOfState('state')} AS kind FROM ost_ticket_status`,
  without: { pipeline_id: 'osTicket has one list of statuses', pauses_sla: 'its grace periods never stand still' },
};
