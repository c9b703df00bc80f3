import { EMPTY_HELPDESK, type AgentRow, type Helpdesk, type MessageRow, type StageRow, type SurveyRow, type TicketEventRow, type TicketRow } from './model';
import { ofPlainColumns } from './plain-attributes';

/** Short-hands for hand-worked examples. Instants are written as text. */

/** The epoch milliseconds of "2025-03-30 01:00" (UTC). */
export function utc(text: string): number {
  const at = Date.parse(`${text.replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) {
    throw new Error(`not an instant: ${text}`);
  }
  return at;
}

/** A ticket of a customer, open, with nothing set. */
export function ticket(ticket_id: string, created: string, given: Partial<TicketRow> = {}): TicketRow {
  return {
    ticket_id,
    created_at: utc(created),
    number: null,
    subject: null,
    created_by: 'customer',
    channel: null,
    requester_id: null,
    org_id: null,
    owner_id: null,
    team_id: null,
    pipeline_id: null,
    stage_id: null,
    status: null,
    priority: null,
    ...ofPlainColumns(() => null),
    tags: [],
    closed_at: null,
    merged_into_id: null,
    is_spam: false,
    is_deleted: false,
    is_test: false,
    is_imported: false,
    attributes: null,
    ...given,
  };
}

let last = 0;
const next = (prefix: string) => `${prefix}${String(++last).padStart(6, '0')}`;

/** A public reply. */
export function message(ticket_id: string, sent: string, author_kind: MessageRow['author_kind'], given: Partial<MessageRow> = {}): MessageRow {
  return {
    message_id: next('m'),
    ticket_id,
    sent_at: utc(sent),
    author_id: null,
    author_kind,
    visibility: 'public',
    kind: 'reply',
    channel: null,
    handover: false,
    ...given,
  };
}

/** An event; ids rise in the order of writing. */
export function event(
  ticket_id: string,
  at: string,
  field: TicketEventRow['field'],
  from_value: string | null,
  to_value: string | null,
  given: Partial<TicketEventRow> = {}
): TicketEventRow {
  return { event_id: next('e'), ticket_id, at: utc(at), field, from_value, to_value, actor_id: null, actor_kind: null, ...given };
}

/** An agent, no bot. */
export function agent(agent_id: string, given: Partial<AgentRow> = {}): AgentRow {
  return { agent_id, name: agent_id, active: true, is_bot: false, time_zone: null, calendar_id: null, ...given };
}

/** A stage of one pipeline. */
export function stage(stage_id: string, kind: StageRow['kind'], pauses_sla = false): StageRow {
  return { pipeline_id: 'p', stage_id, label: stage_id, position: 1, kind, pauses_sla };
}

/** A survey on 1–5, answered. */
export function survey(survey_id: string, ticket_id: string | null, answered: string, score: number, given: Partial<SurveyRow> = {}): SurveyRow {
  return {
    survey_id,
    ticket_id,
    customer_id: null,
    agent_id: null,
    form_id: null,
    kind: 'csat',
    scale_min: 1,
    scale_max: 5,
    sent_at: null,
    answered_at: utc(answered),
    score,
    has_comment: false,
    ...given,
  };
}

/** A helpdesk with some tables. */
export function helpdesk(tables: Partial<Helpdesk>): Helpdesk {
  return { ...EMPTY_HELPDESK, ...tables };
}
