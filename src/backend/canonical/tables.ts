import { SLA_CLOCKS, STATUS_KINDS } from '../../shared/words';
import { type CanonicalColumn, date, flag, holder, id, instant, integer, json, must, number, tags, text, time, word, wordWhere } from './column';

export type { CanonicalColumn, ColumnType, Where } from './column';

/**
 * The canonical tables: what a source fills, what the store derives facts from, and the layout of a user's own
 * "canonical" database or folder. One list, so that CSV reading, PostgreSQL reading, the demo and the store agree.
 */

const PERSON_KINDS = ['customer', 'agent', 'bot', 'system'] as const;
/** A century: more is no time that somebody spent. */
const MOST_SECONDS = 3_155_760_000;
/** More than anybody waits for: helpdesks write such a target for none. */
const LONGEST_TARGET = 999_999_999_999;
/** The statuses in which a ticket is closed: moving between them is neither a close nor a reopening. */
export const CLOSED_KINDS = ['closed', 'merged', 'spam'] as const;
/** What an event may change. */
const EVENT_FIELDS = ['status', 'stage', 'pipeline', 'owner', 'team', 'priority', 'sla', 'schedule', 'merge', 'spam', 'delete', 'handover'] as const;
/** The values of an event that changes the status. */
const OF_STATUS = { column: 'field', is: 'status', words: STATUS_KINDS };
/** What an event says of a ticket: by its field an id, a status or another text. */
const eventValue = <Name extends string>(name: Name) =>
  ({
    ...wordWhere(name, OF_STATUS),
    idWhere: { column: 'field', is: ['status', 'stage', 'pipeline', 'owner', 'team', 'sla', 'schedule', 'merge'] },
    nobodyWhere: { column: 'field', is: ['owner', 'team'] },
  }) as const;
/** Those of a helpdesk's own people; customers have ids of their own. */
const STAFF = ['agent', 'bot', 'system'] as const;
/** The status groups of an agent. */
export const AVAILABILITIES = ['available', 'busy', 'away', 'offline'] as const;
/** The clocks of an SLA policy. */
export const CLOCKS = SLA_CLOCKS;

interface TableShape {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly CanonicalColumn[];
  /** Only `ticket` is required: without it there is nothing to measure. */
  readonly required?: true;
}

/** One canonical table. */
export interface CanonicalTable extends TableShape {
  readonly name: TableName;
}

const TABLES = [
  { name: 'pipeline', key: ['pipeline_id'], columns: [must(id('pipeline_id')), text('label')] },
  {
    name: 'stage',
    key: ['stage_id'],
    columns: [id('pipeline_id'), must(id('stage_id')), text('label'), integer('position'), must(word('kind', STATUS_KINDS)), flag('pauses_sla')],
  },
  {
    name: 'calendar',
    key: ['calendar_id'],
    columns: [must(id('calendar_id')), text('name'), must(text('time_zone'))],
  },
  {
    name: 'calendar_hours',
    key: ['calendar_id', 'weekday', 'start', 'valid_from'],
    columns: [
      must(id('calendar_id')),
      must({ ...integer('weekday'), between: [1, 7] }),
      must(time('start')),
      must(time('end')),
      date('valid_from'),
      date('valid_to'),
    ],
  },
  {
    name: 'calendar_exception',
    key: ['calendar_id', 'date', 'start'],
    columns: [must(id('calendar_id')), must(date('date')), must(word('kind', ['holiday', 'override', 'break'])), time('start'), time('end')],
  },
  {
    name: 'agent',
    key: ['agent_id'],
    columns: [must(id('agent_id')), text('name'), flag('active', true), flag('is_bot'), text('time_zone'), id('calendar_id'), instant('updated_at')],
  },
  { name: 'team', key: ['team_id'], columns: [must(id('team_id')), text('name')] },
  {
    name: 'team_member',
    key: ['team_id', 'agent_id', 'from'],
    columns: [must(id('team_id')), must(id('agent_id')), instant('from'), instant('to'), instant('updated_at')],
  },
  { name: 'customer', key: ['customer_id'], columns: [must(id('customer_id')), text('name'), id('org_id'), instant('updated_at')] },
  { name: 'organization', key: ['org_id'], columns: [must(id('org_id')), text('name'), instant('updated_at')] },
  {
    name: 'sla_target',
    key: ['policy_id', 'clock', 'priority', 'valid_from'],
    columns: [
      must(id('policy_id')),
      must(word('clock', CLOCKS)),
      text('priority'),
      instant('valid_from'),
      must({ ...number('target_seconds'), between: [0, LONGEST_TARGET] }),
      id('calendar_id'),
      flag('pauses'),
    ],
  },
  {
    name: 'ticket',
    required: true,
    key: ['ticket_id'],
    columns: [
      must(id('ticket_id')),
      text('number'),
      text('subject'),
      must(instant('created_at')),
      word('created_by', PERSON_KINDS, 'customer'),
      text('channel'),
      id('requester_id'),
      id('org_id'),
      holder('owner_id'),
      holder('team_id'),
      id('pipeline_id'),
      id('stage_id'),
      word('status', STATUS_KINDS),
      text('priority'),
      text('category'),
      tags('tags'),
      instant('closed_at'),
      id('merged_into_id'),
      id('parent_id'),
      flag('is_spam'),
      flag('is_deleted'),
      flag('is_test'),
      flag('is_imported'),
      json('attributes'),
      instant('updated_at'),
    ],
  },
  {
    name: 'ticket_sla',
    key: ['ticket_id', 'policy_id', 'from'],
    columns: [must(id('ticket_id')), must(id('policy_id')), instant('from'), instant('to'), instant('updated_at')],
  },
  {
    name: 'ticket_event',
    key: ['event_id'],
    columns: [
      must(id('event_id')),
      must(id('ticket_id')),
      must(instant('at')),
      must(word('field', EVENT_FIELDS)),
      eventValue('from_value'),
      eventValue('to_value'),
      holder('actor_id', { column: 'actor_kind', is: STAFF }),
      word('actor_kind', PERSON_KINDS),
      instant('updated_at'),
    ],
  },
  {
    name: 'message',
    key: ['message_id'],
    columns: [
      must(id('message_id')),
      must(id('ticket_id')),
      must(instant('sent_at')),
      holder('author_id', { column: 'author_kind', is: STAFF }),
      must(word('author_kind', PERSON_KINDS)),
      word('visibility', ['public', 'internal'], 'public'),
      word('kind', ['reply', 'auto', 'note', 'forward', 'campaign', 'survey', 'call', 'draft'], 'reply'),
      text('channel'),
      flag('handover'),
      instant('updated_at'),
    ],
  },
  {
    name: 'chat_session',
    key: ['session_id'],
    columns: [
      must(id('session_id')),
      must(id('ticket_id')),
      must(instant('started_at')),
      instant('first_agent_at'),
      instant('ended_at'),
      word('ended_by', PERSON_KINDS),
      instant('updated_at'),
    ],
  },
  {
    name: 'time_entry',
    key: ['entry_id'],
    columns: [
      must(id('entry_id')),
      must(id('ticket_id')),
      holder('agent_id'),
      must(instant('at')),
      must({ ...number('seconds'), between: [0, MOST_SECONDS] }),
      text('activity'),
      instant('updated_at'),
    ],
  },
  {
    name: 'survey',
    key: ['survey_id'],
    columns: [
      must(id('survey_id')),
      id('ticket_id'),
      id('customer_id'),
      holder('agent_id'),
      id('form_id'),
      must(word('kind', ['csat', 'nps', 'ces'])),
      must(number('scale_min')),
      must({ ...number('scale_max'), above: 'scale_min' }),
      instant('sent_at'),
      instant('answered_at'),
      { ...number('score'), inside: ['scale_min', 'scale_max'] },
      flag('has_comment'),
      text('comment'),
      instant('updated_at'),
    ],
  },
  {
    name: 'agent_status',
    key: ['agent_id', 'from'],
    columns: [must(id('agent_id')), text('status'), must(word('availability', AVAILABILITIES)), must(instant('from')), instant('to'), instant('updated_at')],
  },
] as const satisfies readonly TableShape[];

/** Every canonical table's name. */
export type TableName = (typeof TABLES)[number]['name'];

/** The columns of a canonical table, as a union, and their names. */
export type ColumnOf<Table extends TableName> = Extract<(typeof TABLES)[number], { readonly name: Table }>['columns'][number];
export type ColumnName<Table extends TableName> = ColumnOf<Table>['name'];

/** The canonical tables, in the order in which a source reads them. */
export const CANONICAL_TABLES: readonly CanonicalTable[] = TABLES;

/** The canonical table of a name. */
export function canonicalTable(name: TableName): CanonicalTable {
  const table = CANONICAL_TABLES.find((one) => one.name === name);
  if (!table) {
    throw new Error(`There is no canonical table "${name}".`);
  }
  return table;
}
