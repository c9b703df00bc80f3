import type { Flavour } from '../flavour';
import type { LayoutSelect } from '../layout';
import { STAFF, STAFF_READS } from './people';
import { kindOf, NOBODY, numberOf, somebody } from './words';

/** Who did it: Zammad itself, an agent, or whoever asked. One who is no agent any more wrote as one. */
const ACTOR = `
  CASE
    WHEN h.created_by_id = ${NOBODY} THEN 'system'
    WHEN h.created_by_id IN (${STAFF}) THEN 'agent'
    WHEN EXISTS (
      SELECT 1 FROM ticket_articles w
      WHERE w.created_by_id = h.created_by_id AND w.sender_id = ${numberOf('ticket_article_senders', 'Agent')}
    ) THEN 'agent'
    ELSE 'customer'
  END`;

/** A change of a ticket: `what` are its field and values, `of` further tables that they need. */
function changes(sql: Flavour, suffix: string, what: string, where: string, of = ''): string {
  return `
    SELECT ${sql.concat(sql.text('h.id'), `'${suffix}'`)} AS event_id, h.o_id AS ticket_id, h.created_at AS "at", ${what},
      ${somebody('h.created_by_id')} AS actor_id, ${ACTOR} AS actor_kind
    FROM histories h${of}
    WHERE h.history_object_id = ${numberOf('history_objects', 'Ticket')} AND ${where}`;
}

const changed = (attribute: string): string =>
  `h.history_type_id = ${numberOf('history_types', 'updated')} AND h.history_attribute_id = ${numberOf('history_attributes', attribute)}`;

/** The type of a state, by the column of a history’s row. */
const stateOf = (column: string, join: 'JOIN' | 'LEFT JOIN'): string => `
      ${join} ticket_states ${column}_state ON ${column}_state.id = h.${column}
      ${join} ticket_state_types ${column}_kind ON ${column}_kind.id = ${column}_state.state_type_id`;
const kindIn = (column: string): string => `CASE WHEN ${column}_kind.name IS NOT NULL THEN ${kindOf(`${column}_kind.name`)} END`;

const ids = (field: string, id: (column: string) => string = (column) => column): string =>
  `'${field}' AS field, ${id('h.id_from')} AS from_value, ${id('h.id_to')} AS to_value`;
const asTexts = (sql: Flavour, field: string, id: (column: string) => string = (column) => column): string => ids(field, (column) => sql.text(id(column)));

/** The history of tickets: by ids, since the texts beside them are the names of then. A state is a stage, and has a kind, which is the status. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: {
    histories: ['id', 'o_id', 'history_object_id', 'history_type_id', 'history_attribute_id', 'id_from', 'id_to', 'created_by_id', 'created_at'],
    history_objects: ['id', 'name'],
    history_types: ['id', 'name'],
    history_attributes: ['id', 'name'],
    ticket_states: ['id', 'state_type_id'],
    ticket_state_types: ['id', 'name'],
    ticket_priorities: ['id', 'name'],
    ticket_articles: ['created_by_id', 'sender_id'],
    ticket_article_senders: ['id', 'name'],
    ...STAFF_READS,
  },
  select: (sql) => `
    ${changes(sql, '', asTexts(sql, 'stage'), changed('state'))}
    UNION ALL
    ${changes(sql, '-status', `'status' AS field, ${kindIn('id_from')} AS from_value, ${kindIn('id_to')} AS to_value`, changed('state'), stateOf('id_from', 'LEFT JOIN') + stateOf('id_to', 'JOIN'))}
    UNION ALL
    ${changes(sql, '', asTexts(sql, 'owner', somebody), changed('owner'))}
    UNION ALL
    ${changes(sql, '', asTexts(sql, 'team'), changed('group'))}
    UNION ALL
    ${changes(
      sql,
      '',
      `'priority' AS field, was.name AS from_value, becomes.name AS to_value`,
      changed('priority'),
      ' LEFT JOIN ticket_priorities was ON was.id = h.id_from LEFT JOIN ticket_priorities becomes ON becomes.id = h.id_to'
    )}
    UNION ALL
    ${changes(sql, '', `'merge' AS field, NULL AS from_value, ${sql.text('h.id_to')} AS to_value`, `h.history_type_id = ${numberOf('history_types', 'merged_into')}`)}`,
};

/** States are the stages of one pipeline. */
export const pipeline: LayoutSelect<'pipeline'> = {
  reads: {},
  select: () => `SELECT 'states' AS pipeline_id, 'Ticket states' AS label`,
};

/** Ticket states, under the names that administrators gave them; those that do not escalate stop SLA clocks. */
export const stage: LayoutSelect<'stage'> = {
  reads: { ticket_states: ['id', 'name', 'state_type_id', 'ignore_escalation'], ticket_state_types: ['id', 'name'] },
  select: () => `
    SELECT 'states' AS pipeline_id, s.id AS stage_id, s.name AS label, s.id AS position, ${kindOf('k.name')} AS kind, s.ignore_escalation AS pauses_sla
    FROM ticket_states s JOIN ticket_state_types k ON k.id = s.state_type_id`,
};
