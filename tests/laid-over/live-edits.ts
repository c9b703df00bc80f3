/** What somebody does to a helpdesk in PostgreSQL that the demo has filled. */
export interface LiveEdit {
  readonly what: string;
  readonly statements: readonly string[];
}

/** A ticket older than all others, so that business time begins later once it is gone; and a customer who asks nothing, but acts in a ticket of another. */
export const FIRST: readonly string[] = [
  `INSERT INTO ticket (ticket_id, created_at, status, updated_at) VALUES ('first', '2020-01-02Z', 'open', '2020-01-02Z')`,
  `INSERT INTO customer (customer_id, name, updated_at) VALUES ('actor', 'Somebody', now())`,
];

/** The nth ticket of some: no edit meets a ticket of another. */
const nth = (n: number, status: string) =>
  `(SELECT ticket_id FROM ticket WHERE status = '${status}' AND ticket_id <> 'first' ORDER BY ticket_id LIMIT 1 OFFSET ${n})`;

const event = (id: string, ticket: string, field: string, [from, to]: readonly [string, string], actor: string, kind: string) =>
  `INSERT INTO ticket_event (event_id, ticket_id, at, field, from_value, to_value, actor_id, actor_kind)
    SELECT '${id}', ${ticket}, now(), '${field}', '${from}', '${to}', '${actor}', '${kind}'`;

const ofTickets = ['ticket_sla', 'ticket_event', 'message', 'chat_session', 'time_entry', 'survey', 'ticket'];

/** The edits, one after the other. */
export const EDITS: readonly LiveEdit[] = [
  {
    what: 'changed tickets',
    statements: [
      `UPDATE ticket SET priority = 'urgent', category = 'bug', updated_at = now() WHERE ticket_id IN (${nth(5, 'open')}, ${nth(50, 'closed')})`,
      `UPDATE ticket SET requester_id = 'C000003', updated_at = now() WHERE ticket_id = ${nth(60, 'closed')}`,
    ],
  },
  {
    what: 'new messages and events',
    statements: [
      `INSERT INTO message (message_id, ticket_id, sent_at, author_id, author_kind, updated_at)
        SELECT 'new-1', ticket_id, now() - interval '1 minute', requester_id, 'customer', now() FROM ticket WHERE ticket_id = ${nth(6, 'open')}`,
      `INSERT INTO message (message_id, ticket_id, sent_at, author_id, author_kind, updated_at)
        SELECT 'new-2', ${nth(6, 'open')}, now(), 'A02', 'agent', now()`,
      event('new-owner', nth(7, 'open'), 'owner', ['A01', 'A03'], 'A01', 'agent'),
      `UPDATE ticket SET owner_id = 'A03', updated_at = now() WHERE ticket_id = ${nth(7, 'open')}`,
    ],
  },
  {
    what: 'a ticket that another customer closed, and one that is open again',
    statements: [
      event('reopened', nth(70, 'closed'), 'status', ['closed', 'open'], 'A04', 'agent'),
      `UPDATE ticket SET status = 'open', stage_id = NULL, closed_at = NULL, updated_at = now() WHERE ticket_id = ${nth(70, 'closed')}`,
      event('closed', nth(8, 'open'), 'status', ['open', 'closed'], 'actor', 'customer'),
      `UPDATE ticket SET status = 'closed', stage_id = NULL, closed_at = now(), updated_at = now() WHERE ticket_id = ${nth(8, 'open')}`,
    ],
  },
  {
    what: 'that a ticket is gone with all that it had, and of another all but what it had',
    statements: [
      `CREATE TEMP TABLE gone AS SELECT ${nth(100, 'closed')} AS ticket_id`,
      ...ofTickets.map((table) => `DELETE FROM ${table} WHERE ticket_id IN (SELECT ticket_id FROM gone)`),
      `DELETE FROM ticket WHERE ticket_id = ${nth(120, 'closed')}`,
    ],
  },
  { what: 'that the first ticket is gone', statements: [`DELETE FROM ticket WHERE ticket_id = 'first'`] },
  {
    what: 'a survey without a ticket',
    statements: [
      `INSERT INTO survey (survey_id, customer_id, form_id, kind, scale_min, scale_max, sent_at, answered_at, score, updated_at)
        VALUES ('alone', 'C000004', 'nps-monthly', 'nps', 0, 10, now() - interval '1 hour', now(), 9, now())`,
    ],
  },
  {
    what: 'other names of customers',
    statements: [`UPDATE customer SET name = 'Another of ' || name, updated_at = now() WHERE customer_id IN ('actor', 'C000002')`],
  },
  { what: 'another name of an agent', statements: [`UPDATE agent SET name = 'Another agent', updated_at = now() WHERE agent_id = 'A02'`] },
];
