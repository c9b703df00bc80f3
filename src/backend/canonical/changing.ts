import type { ColumnName, TableName } from './tables';

/**
 * What a changed row of a table changes in the facts: those of its ticket, of its agent, of the tickets of its customer or organization, of whatever goes by its
 * calendar or has its SLA policy, or all of them.
 */
export type Touches = 'ticket' | 'agent' | 'customer' | 'organization' | 'calendar' | 'policy' | 'everything';

/** How one finds out what changed in a canonical table since it was read. */
interface Changing<Table extends TableName> {
  readonly touches: Touches;
  /** The instant of its rows, where rows are only ever added, one after the other: what is new comes after what is known. */
  readonly grows?: ColumnName<Table>;
}

/**
 * How each canonical table changes. One with `updated_at`, where the source gives it, is read by that; one that grows by the instant of its rows;
 * any other as a whole, and compared.
 */
export const CHANGING: { readonly [Table in TableName]: Changing<Table> } = {
  pipeline: { touches: 'everything' },
  stage: { touches: 'everything' },
  calendar: { touches: 'calendar' },
  calendar_hours: { touches: 'calendar' },
  calendar_exception: { touches: 'calendar' },
  agent: { touches: 'everything' },
  team: { touches: 'everything' },
  team_member: { touches: 'agent' },
  customer: { touches: 'customer' },
  organization: { touches: 'organization' },
  sla_target: { touches: 'policy' },
  ticket: { touches: 'ticket' },
  ticket_sla: { touches: 'ticket' },
  ticket_event: { touches: 'ticket', grows: 'at' },
  message: { touches: 'ticket', grows: 'sent_at' },
  chat_session: { touches: 'ticket' },
  time_entry: { touches: 'ticket', grows: 'at' },
  survey: { touches: 'ticket' },
  agent_status: { touches: 'agent' },
};

/** The column that says when a row was changed last, in tables that may have it. */
export const UPDATED_AT = 'updated_at';
