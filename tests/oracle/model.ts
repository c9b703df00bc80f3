import type { PlainColumn } from './plain-attributes';

/**
 * A helpdesk as plain typed rows: the canonical tables with instants as epoch milliseconds and every null explicit.
 * The oracle reads nothing else.
 */

/** Who wrote a message, made an event or created a ticket. */
export type Person = 'customer' | 'agent' | 'bot' | 'system';
/** The words of stage.kind, which are also the words of a ticket's status. */
export type Status = 'new' | 'open' | 'waiting_customer' | 'on_hold' | 'closed' | 'merged' | 'spam';
/** The SLA clocks. */
export type Clock = 'first_reply' | 'next_reply' | 'close';
/** The status groups of an agent. */
export type Availability = 'available' | 'busy' | 'away' | 'offline';
/** What an event changes. */
export type EventField = 'status' | 'stage' | 'pipeline' | 'owner' | 'team' | 'priority' | 'sla' | 'schedule' | 'merge' | 'spam' | 'delete' | 'handover';

export interface TicketRow extends Readonly<Record<PlainColumn, string | null>> {
  readonly ticket_id: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly created_at: number;
  readonly created_by: Person;
  readonly channel: string | null;
  readonly requester_id: string | null;
  readonly org_id: string | null;
  readonly owner_id: string | null;
  readonly team_id: string | null;
  readonly pipeline_id: string | null;
  readonly stage_id: string | null;
  /** What the source says the ticket is today; null = it does not say. */
  readonly status: Status | null;
  readonly priority: string | null;
  readonly tags: readonly string[];
  readonly closed_at: number | null;
  readonly merged_into_id: string | null;
  readonly is_spam: boolean;
  readonly is_deleted: boolean;
  readonly is_test: boolean;
  readonly is_imported: boolean;
  /** The helpdesk’s own fields. */
  readonly attributes: Readonly<Record<string, unknown>> | null;
}

export interface MessageRow {
  readonly message_id: string;
  readonly ticket_id: string;
  readonly sent_at: number;
  readonly author_id: string | null;
  readonly author_kind: Person;
  readonly visibility: 'public' | 'internal';
  readonly kind: 'reply' | 'auto' | 'note' | 'forward' | 'campaign' | 'survey' | 'call' | 'draft';
  readonly channel: string | null;
  readonly handover: boolean;
}

export interface TicketEventRow {
  readonly event_id: string;
  readonly ticket_id: string;
  readonly at: number;
  readonly field: EventField;
  readonly from_value: string | null;
  readonly to_value: string | null;
  readonly actor_id: string | null;
  readonly actor_kind: Person | null;
}

export interface PipelineRow {
  readonly pipeline_id: string;
  readonly label: string | null;
}

export interface StageRow {
  readonly pipeline_id: string | null;
  readonly stage_id: string;
  readonly label: string | null;
  readonly position: number | null;
  readonly kind: Status;
  readonly pauses_sla: boolean;
}

export interface AgentRow {
  readonly agent_id: string;
  readonly name: string | null;
  readonly active: boolean;
  readonly is_bot: boolean;
  readonly time_zone: string | null;
  readonly calendar_id: string | null;
}

export interface TeamRow {
  readonly team_id: string;
  readonly name: string | null;
}

export interface TeamMemberRow {
  readonly team_id: string;
  readonly agent_id: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface CustomerRow {
  readonly customer_id: string;
  readonly name: string | null;
  readonly org_id: string | null;
}

export interface OrganizationRow {
  readonly org_id: string;
  readonly name: string | null;
}

export interface SurveyRow {
  readonly survey_id: string;
  readonly ticket_id: string | null;
  readonly customer_id: string | null;
  readonly agent_id: string | null;
  readonly form_id: string | null;
  readonly kind: 'csat' | 'nps' | 'ces';
  readonly scale_min: number;
  readonly scale_max: number;
  readonly sent_at: number | null;
  readonly answered_at: number | null;
  readonly score: number | null;
  readonly has_comment: boolean;
  /** Numbers rest on nothing that is written. */
  readonly comment?: string | null;
}

export interface CalendarRow {
  readonly calendar_id: string;
  readonly name: string | null;
  readonly time_zone: string;
}

export interface CalendarHoursRow {
  readonly calendar_id: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

export interface CalendarExceptionRow {
  readonly calendar_id: string;
  readonly date: string;
  readonly kind: 'holiday' | 'override' | 'break';
  readonly start: string | null;
  readonly end: string | null;
}

export interface SlaTargetRow {
  readonly policy_id: string;
  readonly clock: Clock;
  readonly priority: string | null;
  readonly valid_from: number | null;
  readonly target_seconds: number;
  readonly calendar_id: string | null;
  readonly pauses: boolean;
}

export interface TicketSlaRow {
  readonly ticket_id: string;
  readonly policy_id: string;
  readonly from: number | null;
  readonly to: number | null;
}

export interface AgentStatusRow {
  readonly agent_id: string;
  readonly status: string | null;
  readonly availability: Availability;
  readonly from: number;
  readonly to: number | null;
}

export interface ChatSessionRow {
  readonly session_id: string;
  readonly ticket_id: string;
  readonly started_at: number;
  readonly first_agent_at: number | null;
  readonly ended_at: number | null;
  readonly ended_by: Person | null;
}

export interface TimeEntryRow {
  readonly entry_id: string;
  readonly ticket_id: string;
  readonly agent_id: string | null;
  readonly at: number;
  readonly seconds: number;
  readonly activity: string | null;
}

/** Every canonical table's rows. An optional table that a source lacks is an empty list. */
export interface Helpdesk {
  readonly ticket: readonly TicketRow[];
  readonly message: readonly MessageRow[];
  readonly ticket_event: readonly TicketEventRow[];
  readonly pipeline: readonly PipelineRow[];
  readonly stage: readonly StageRow[];
  readonly agent: readonly AgentRow[];
  readonly team: readonly TeamRow[];
  readonly team_member: readonly TeamMemberRow[];
  readonly customer: readonly CustomerRow[];
  readonly organization: readonly OrganizationRow[];
  readonly survey: readonly SurveyRow[];
  readonly calendar: readonly CalendarRow[];
  readonly calendar_hours: readonly CalendarHoursRow[];
  readonly calendar_exception: readonly CalendarExceptionRow[];
  readonly sla_target: readonly SlaTargetRow[];
  readonly ticket_sla: readonly TicketSlaRow[];
  readonly agent_status: readonly AgentStatusRow[];
  readonly chat_session: readonly ChatSessionRow[];
  readonly time_entry: readonly TimeEntryRow[];
}

/** A helpdesk without a row. */
export const EMPTY_HELPDESK: Helpdesk = {
  ticket: [],
  message: [],
  ticket_event: [],
  pipeline: [],
  stage: [],
  agent: [],
  team: [],
  team_member: [],
  customer: [],
  organization: [],
  survey: [],
  calendar: [],
  calendar_hours: [],
  calendar_exception: [],
  sla_target: [],
  ticket_sla: [],
  agent_status: [],
  chat_session: [],
  time_entry: [],
};

/** What the data source's settings say that decides a number. */
export interface OracleSettings {
  /** The calendar of tickets without an SLA policy. */
  readonly defaultCalendar: string | null;
  /** The share of a scale from which a rating is positive, by scale ("1-5"), in place of the table of scales. */
  readonly topBox: Readonly<Record<string, number>>;
  /** What else than replies are answers. */
  readonly answers: ReadonlyArray<'note' | 'call' | 'forward'>;
  /** The statuses in which SLA clocks pause, for tickets without stage events. */
  readonly pausingStatuses: readonly Status[];
  /** A customer who writes later than so many hours after the row before begins a new conversation; null = never. */
  readonly newConversationAfterHours: number | null;
}

/** The settings' defaults. */
export const DEFAULT_SETTINGS: OracleSettings = {
  defaultCalendar: null,
  topBox: {},
  answers: [],
  pausingStatuses: ['waiting_customer', 'on_hold'],
  newConversationAfterHours: null,
};
