import { identifier, text } from '../../../src/backend/duckdb/sql-text';
import { PIPELINES } from '../../world/pipelines';
import type { Told } from '../helpdesk/demo-helpdesk';

/** The tables of names of every Zammad, each name’s number its place, from 1. */
const NAMES = {
  roles: ['Admin', 'Agent', 'Customer'],
  permissions: ['admin', 'ticket.agent', 'ticket.customer'],
  ticket_state_types: ['new', 'open', 'pending reminder', 'pending action', 'closed', 'merged', 'removed'],
  ticket_article_senders: ['Agent', 'Customer', 'System'],
  history_types: ['created', 'updated', 'merged_into', 'received_merge'],
  history_objects: ['Ticket', 'Ticket::Article', 'User'],
  history_attributes: ['state', 'owner', 'group', 'priority', 'title'],
  tag_objects: ['Ticket'],
  object_lookups: ['Ticket', 'User'],
} as const;

/** The number of a name. */
export function numberIn<Table extends keyof typeof NAMES>(table: Table, name: (typeof NAMES)[Table][number]): number {
  return (NAMES[table] as readonly string[]).indexOf(name) + 1;
}

const rows = (table: string, names: ReadonlyArray<Readonly<Record<string, string | number | boolean | null>>>): Told => ({
  table,
  select: names
    .map((row) => Object.entries(row).map(([column, value]) => `${typeof value === 'string' ? text(value) : String(value)} AS ${identifier(column)}`))
    .map((values) => `SELECT ${values.join(', ')}`)
    .join(' UNION ALL '),
});

/** Zammad’s own types of articles: all but notes are communication. */
const ARTICLE_TYPES = ['email', 'sms', 'chat', 'fax', 'phone', 'note', 'web', 'whatsapp message'] as const;
export const articleType = (name: (typeof ARTICLE_TYPES)[number]): number => ARTICLE_TYPES.indexOf(name) + 1;

/** The demo’s stages as states, each of the type that comes closest; `removed` is Zammad’s own. */
const STATE_TYPES: Readonly<Record<string, (typeof NAMES.ticket_state_types)[number]>> = {
  new: 'new',
  open: 'open',
  waiting_customer: 'pending reminder',
  on_hold: 'open',
  closed: 'closed',
  merged: 'merged',
  spam: 'closed',
};
const STATES = PIPELINES.flatMap(({ id, label, stages }) =>
  stages.map((stage) => ({ ...stage, stage: `${id}-${stage.name}`, name: `${label}: ${stage.label}` }))
);
const REMOVED = STATES.length + 1;

/** The number of the state of a stage; of a deleted ticket’s, `removed`. */
export const stateNumber = (stage: string): string => `CASE ${stage} ${STATES.map((state, i) => `WHEN '${state.stage}' THEN ${i + 1}`).join(' ')} END`;
export const REMOVED_STATE = REMOVED;

/** Priorities under the demo’s own names. */
const PRIORITIES = ['low', 'normal', 'high', 'urgent'];
export const priorityNumber = (priority: string): string => `CASE ${priority} ${PRIORITIES.map((name, i) => `WHEN '${name}' THEN ${i + 1}`).join(' ')} END`;

/** All tables of names. */
export const NAMED: readonly Told[] = [
  ...Object.entries(NAMES).map(([table, names]) =>
    rows(
      table,
      names.map((name, i) => ({ id: i + 1, name }))
    )
  ),
  rows(
    'ticket_article_types',
    ARTICLE_TYPES.map((name, i) => ({ id: i + 1, name, communication: name !== 'note' }))
  ),
  rows('ticket_states', [
    ...STATES.map(({ name, kind, pauses }, i) => ({
      id: i + 1,
      name,
      state_type_id: numberIn('ticket_state_types', STATE_TYPES[kind] ?? 'open'),
      ignore_escalation: pauses || kind === 'closed' || kind === 'merged' || kind === 'spam',
    })),
    { id: REMOVED, name: 'removed', state_type_id: numberIn('ticket_state_types', 'removed'), ignore_escalation: true },
  ]),
  rows(
    'ticket_priorities',
    PRIORITIES.map((name, i) => ({ id: i + 1, name }))
  ),
  rows('permissions_roles', [
    { role_id: numberIn('roles', 'Admin'), permission_id: numberIn('permissions', 'admin') },
    { role_id: numberIn('roles', 'Agent'), permission_id: numberIn('permissions', 'ticket.agent') },
    { role_id: numberIn('roles', 'Customer'), permission_id: numberIn('permissions', 'ticket.customer') },
  ]),
  rows(
    'object_manager_attributes',
    ['region', 'plan', 'language', 'sla_plan'].map((name, i) => ({ id: i + 1, object_lookup_id: 1, name, display: name, data_type: 'select' }))
  ),
];
