import fc from 'fast-check';

/** One random edit of a demo helpdesk in PostgreSQL; the numbers choose rows, whatever their count. */
export interface RandomEdit {
  readonly sql: string;
  readonly row: number;
  readonly other: number;
}

/** A ticket that was there before the test, by `$row` or `$other`. */
const ticket = (which: string) =>
  `(SELECT ticket_id FROM ticket WHERE ticket_id NOT LIKE 'k%' ORDER BY md5(ticket_id) LIMIT 1 OFFSET ${which} % (SELECT count(*) FROM ticket WHERE ticket_id NOT LIKE 'k%'))`;
const one = (table: string, key: string) => `${key} = (SELECT ${key} FROM ${table} WHERE ${key} NOT LIKE 'k%' ORDER BY md5(${key}) LIMIT 1 OFFSET $row)`;
const CHILDREN = ['ticket_sla', 'ticket_event', 'message', 'chat_session', 'time_entry', 'survey'];
/** Late, but within the overlap. */
const LATE = `now() - interval '4 minutes' * ($other / 1000.0)`;

/** `$id` is new each time. */
const SQL: readonly string[] = [
  // edits of old rows, some of them late
  `UPDATE ticket SET priority = 'urgent', category = 'c' || $other % 3, updated_at = now() WHERE ticket_id = ${ticket('$row')}`,
  `UPDATE ticket SET owner_id = 'A02', requester_id = 'C000003', updated_at = ${LATE} WHERE ticket_id = ${ticket('$row')}`,
  `UPDATE customer SET name = 'Name $id', updated_at = now() WHERE customer_id = 'C00000' || ($row % 9 + 1)`,
  `UPDATE agent SET name = 'Agent $id', updated_at = now() WHERE agent_id = 'A0' || ($row % 5 + 1)`,
  `UPDATE survey SET score = scale_min, updated_at = now() WHERE ${one('survey', 'survey_id')}`,
  `UPDATE agent_status SET "to" = now(), updated_at = now() WHERE "to" IS NULL`,
  // two edits of one row with one updated_at
  `UPDATE ticket SET channel = 'x' || $other % 4, updated_at = date_trunc('minute', now()) WHERE ticket_id = ${ticket('7')}`,
  // many rows at once, which touch all tickets, or nothing
  `UPDATE message SET channel = 'y' || $other % 4, updated_at = now() WHERE message_id NOT LIKE 'k%' AND $row % 4 = 0`,
  `UPDATE ticket_event SET updated_at = now() WHERE $row % 4 = 0`,
  // new rows, some of them late, some of any time: those a sweep finds
  `INSERT INTO message (message_id, ticket_id, sent_at, author_id, author_kind, updated_at) VALUES ('m$id', ${ticket('$row')}, now(), 'A02', 'agent', now())`,
  `INSERT INTO message (message_id, ticket_id, sent_at, author_id, author_kind, updated_at) VALUES ('m$id', ${ticket('$row')}, ${LATE}, 'A03', 'agent', ${LATE})`,
  `INSERT INTO message (message_id, ticket_id, sent_at, author_id, author_kind, updated_at)
    VALUES ('m$id', ${ticket('$row')}, now() - interval '20 days', 'A01', 'agent', now() - interval '20 days')`,
  `INSERT INTO ticket_event (event_id, ticket_id, at, field, from_value, to_value, actor_id, actor_kind, updated_at)
    VALUES ('e$id', ${ticket('$row')}, now(), 'owner', 'A01', 'A03', 'A01', 'agent', now())`,
  // reopenings
  `WITH e AS (INSERT INTO ticket_event (event_id, ticket_id, at, field, from_value, to_value, actor_id, actor_kind, updated_at)
      SELECT 'e$id', ticket_id, now(), 'status', 'closed', 'open', 'A04', 'agent', now() FROM ticket WHERE ticket_id = ${ticket('$row')} AND status = 'closed' RETURNING ticket_id)
    UPDATE ticket SET status = 'open', stage_id = NULL, closed_at = NULL, updated_at = now() WHERE ticket_id IN (SELECT ticket_id FROM e)`,
  // rows that move to another ticket
  `UPDATE message SET ticket_id = ${ticket('$other')}, updated_at = now() WHERE ${one('message', 'message_id')}`,
  `UPDATE ticket_event SET ticket_id = ${ticket('$other')}, updated_at = now() WHERE ${one('ticket_event', 'event_id')}`,
  // what is gone, and what is gone and back with the same id
  `DELETE FROM message WHERE ${one('message', 'message_id')}`,
  `DELETE FROM survey WHERE ${one('survey', 'survey_id')}`,
  `DELETE FROM ticket WHERE ticket_id = ${ticket('$row')}`,
  `DO $$ DECLARE gone text := ${ticket('$row')}; BEGIN ${[...CHILDREN, 'ticket'].map((table) => `DELETE FROM ${table} WHERE ticket_id = gone;`).join(' ')} END $$`,
  `DO $$ DECLARE again text := ${ticket('$row')}; BEGIN DELETE FROM ticket WHERE ticket_id = again;
    INSERT INTO ticket (ticket_id, created_at, status, priority, updated_at) VALUES (again, now() - interval '40 days', 'open', 'low', now()); END $$`,
];

const nat = fc.nat({ max: 999 });

/** Some random edits, made in one transaction. */
export const randomEdits: fc.Arbitrary<readonly RandomEdit[]> = fc.array(fc.record({ sql: fc.constantFrom(...SQL), row: nat, other: nat }), {
  minLength: 1,
  maxLength: 5,
});

/** The statements of edits, and of the nth mark: a ticket, a rating and a time entry, which are seen together or not at all. */
export function statementsOf(edits: readonly RandomEdit[], n: number): readonly string[] {
  return [
    ...edits.map(({ sql, row, other }, i) => sql.replaceAll('$row', String(row)).replaceAll('$other', String(other)).replaceAll('$id', `${n}x${i}`)),
    `INSERT INTO ticket (ticket_id, created_at, status, requester_id, updated_at) VALUES ('k${n}', now(), 'open', 'C000001', now())`,
    `INSERT INTO time_entry (entry_id, ticket_id, agent_id, at, seconds, updated_at) VALUES ('k${n}', 'k${n}', 'A01', now(), 60, now())`,
    `INSERT INTO survey (survey_id, ticket_id, customer_id, form_id, kind, scale_min, scale_max, sent_at, answered_at, score, updated_at)
      VALUES ('k${n}', 'k${n}', 'C000001', 'csat', 'csat', 1, 5, now(), now(), 5, now())`,
  ];
}

/** A panel of marks: one answer, in which each of them counts in each column. */
export const MARKS = {
  kind: 'scorecard',
  groupBy: ['priority'],
  metrics: ['opened', { metric: 'time_spent', statistic: 'n' }, { metric: 'csat', statistic: 'n' }],
} as const;

/** The names of its columns. */
export const MARK_COLUMNS: readonly string[] = ['opened', 'time_spent', 'csat'];
