import type { CanonicalColumn, CanonicalTable, ColumnName, ColumnType, TableName } from '../../src/backend/canonical/tables';
import { digits, type Encoding, flag, instant, integer, list, number, serial, text, word, wordOrSerial } from './encoding';

const BY_TYPE: Readonly<Record<ColumnType, Encoding>> = {
  id: text,
  text,
  instant,
  date: text,
  time: text,
  boolean: flag,
  integer,
  number,
  tags: text,
  json: text,
};

const ticketId = serial('T', 7);
const customerId = serial('C', 6);
const orgId = serial('O', 5);

/** The columns that are staged otherwise than their type says. */
const ENCODINGS: { readonly [Table in TableName]?: () => { readonly [Name in ColumnName<Table>]?: Encoding } } = {
  customer: () => ({ customer_id: customerId, org_id: orgId }),
  organization: () => ({ org_id: orgId }),
  ticket: () => ({
    ticket_id: ticketId,
    number: digits,
    subject: word(),
    created_by: word(),
    channel: word(),
    requester_id: customerId,
    org_id: orgId,
    owner_id: word(),
    team_id: word(),
    pipeline_id: word(),
    stage_id: word(),
    status: word(),
    priority: word(),
    category: word(),
    tags: list(),
    merged_into_id: ticketId,
    parent_id: ticketId,
    attributes: word(),
  }),
  ticket_sla: () => ({ ticket_id: ticketId, policy_id: word() }),
  ticket_event: () => ({
    event_id: serial('E', 8),
    ticket_id: ticketId,
    field: word(),
    from_value: wordOrSerial('T', 7),
    to_value: wordOrSerial('T', 7),
    actor_id: wordOrSerial('C', 6),
    actor_kind: word(),
  }),
  message: () => ({
    message_id: serial('M', 8),
    ticket_id: ticketId,
    author_id: wordOrSerial('C', 6),
    author_kind: word(),
    visibility: word(),
    kind: word(),
    channel: word(),
  }),
  chat_session: () => ({ session_id: serial('H', 7), ticket_id: ticketId, ended_by: word() }),
  time_entry: () => ({ entry_id: serial('W', 7), ticket_id: ticketId, agent_id: word(), activity: word() }),
  survey: () => ({
    survey_id: serial('S', 7),
    ticket_id: ticketId,
    customer_id: customerId,
    agent_id: word(),
    form_id: word(),
    kind: word(),
    comment: word(),
  }),
  agent_status: () => ({ agent_id: word(), status: word(), availability: word() }),
};

/** How each column of a canonical table is staged, in order. */
export function encodingsOf(table: CanonicalTable): Array<{ readonly column: CanonicalColumn; readonly encoding: Encoding }> {
  const own: Readonly<Record<string, Encoding | undefined>> = ENCODINGS[table.name]?.() ?? {};
  return table.columns.map((column) => ({ column, encoding: own[column.name] ?? BY_TYPE[column.type] }));
}
