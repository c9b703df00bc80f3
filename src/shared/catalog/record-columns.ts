import { customFieldKey, type DimensionId, isCustomField } from '../words';
import type { AskedColumn, FactColumn, Readable } from './fact-columns';
import type { FactName } from './facts';
import { ofAttributes, TICKET_ATTRIBUTES } from './ticket-attributes';

/** A column that records can have: what it is called, its kind, and where it comes from. */
export interface RecordColumn {
  readonly label: string;
  readonly type: 'time' | 'text' | 'number' | 'boolean' | 'seconds';
  /** What the ticket is known by, a dimension's name by its dictionary, a column of the fact's, or the metric's own measure. */
  readonly from:
    | { readonly ticket: 'id' | 'number' | 'subject' | 'created_at' }
    | { readonly dimension: DimensionId }
    | { readonly column: AskedColumn<FactName> }
    | { readonly milliseconds: FactColumn<FactName, 'duration'> }
    | { readonly measure: 'all' | 'sla' }
    | { readonly computed: 'seconds' }
    | { readonly promise: 'next' };
}

const time = <Column extends FactColumn<FactName, 'instant'>>(label: string, column: Column) => ({ label, type: 'time', from: { column } }) as const;
const dimension = (label: string, id: DimensionId) => ({ label, type: 'text', from: { dimension: id } }) as const;

/** The columns by the word that queries use. */
const COLUMNS = {
  ticket: { label: 'Ticket', type: 'text', from: { ticket: 'number' } },
  ticket_id: { label: 'Ticket id', type: 'text', from: { ticket: 'id' } },
  subject: { label: 'Subject', type: 'text', from: { ticket: 'subject' } },
  created_at: { label: 'Created', type: 'time', from: { ticket: 'created_at' } },
  closed_at: time('Closed', 'closed_at'),
  reopened_at: time('Reopened', 'reopened_at'),
  replied_at: time('Replied', 'replied_at'),
  waited_from_at: time('Waiting since', 'waited_from_at'),
  since_at: time('Had the ticket since', 'since_at'),
  sent_at: time('Sent', 'sent_at'),
  answered_at: time('Answered', 'answered_at'),
  first_agent_at: time('First agent message', 'first_agent_at'),
  started_at: time('Started', 'started_at'),
  ended_at: time('Ended', 'ended_at'),
  first_entry_at: time('First entry', 'first_entry_at'),
  last_exit_at: time('Last exit', 'last_exit_at'),
  from_at: time('From', 'from_at'),
  to_at: time('To', 'to_at'),
  opened_at: time('Opened', 'opened_at'),
  begins_at: time('Began waiting', 'begins_at'),
  start_at: time('Clock started', 'start_at'),
  due_at: time('Due', 'due_at'),
  next_due_at: { label: 'Next due', type: 'time', from: { promise: 'next' } },
  met_at: time('Met', 'met_at'),
  moved_at: time('Changed', 'moved_at'),
  assigned_at: time('Assigned', 'assigned_at'),
  spent_at: time('Spent', 'spent_at'),
  at_ms: time('At', 'at_ms'),
  target: { label: 'Target', type: 'seconds', from: { milliseconds: 'target_ms' } },
  elapsed: { label: 'Elapsed', type: 'seconds', from: { milliseconds: 'elapsed_ms' } },
  spent: { label: 'Time spent', type: 'seconds', from: { column: 'spent_s' } },
  agent_replies: { label: 'Agent replies', type: 'number', from: { column: 'agent_replies' } },
  nth: { label: 'Close number', type: 'number', from: { column: 'nth' } },
  weight: { label: 'Change', type: 'number', from: { column: 'weight' } },
  visits: { label: 'Visits', type: 'number', from: { column: 'visits' } },
  run_length: { label: 'Messages in the run', type: 'number', from: { column: 'run_length' } },
  score: { label: 'Score', type: 'number', from: { column: 'score' } },
  has_comment: { label: 'With comment', type: 'boolean', from: { column: 'has_comment' } },
  comment: { label: 'Comment', type: 'text', from: { column: 'comment' } },
  owner: dimension('Owner', 'owner'),
  author: dimension('Author', 'author'),
  agent: dimension('Agent', 'agent'),
  ...ofAttributes((id) => dimension(TICKET_ATTRIBUTES[id].label, id)),
  status: dimension('Status', 'status'),
  agent_status: dimension('Detailed status', 'status'),
  availability: dimension('Availability', 'availability'),
  direction: dimension('Direction', 'direction'),
  rating: dimension('Rating', 'rating'),
  scale: dimension('Scale', 'scale'),
  survey_form: dimension('Survey form', 'survey_form'),
  in_hours: dimension('Working hours', 'in_hours'),
  asked_in_hours: dimension('Asked in working hours', 'asked_in_hours'),
  clock: dimension('SLA clock', 'clock'),
  policy: dimension('SLA policy', 'policy'),
  calendar: dimension('Calendar', 'calendar'),
  ended_by: dimension('Ended by', 'ended_by'),
  activity: dimension('Activity', 'activity'),
  closed_by: dimension('Closed by', 'closed_by'),
  closed_by_kind: dimension('Closed by (kind)', 'closed_by_kind'),
  duration: { label: 'Duration', type: 'seconds', from: { measure: 'all' } },
  duration_sla: { label: 'Duration in SLA hours', type: 'seconds', from: { measure: 'sla' } },
  seconds: { label: 'Duration', type: 'seconds', from: { computed: 'seconds' } },
} as const satisfies Readonly<Record<string, RecordColumn>>;

/** The word of a column that records can have. */
type RecordWord = keyof typeof COLUMNS;

/** The columns that a word needs in a fact; `never` where it needs none, as records without a dimension leave its column empty. */
type Needed<From> = From extends { readonly column: infer Column }
  ? Column
  : From extends { readonly milliseconds: infer Column }
    ? Column
    : From extends { readonly ticket: unknown } | { readonly promise: unknown }
      ? 'ticket_ix'
      : From extends { readonly computed: 'seconds' }
        ? 'from_at' | 'to_at'
        : never;

/** The words of the columns that records of a fact can have. */
export type RecordWordOf<Fact extends FactName> = Readable<Fact, { readonly [Word in RecordWord]: Needed<(typeof COLUMNS)[Word]['from']> }>;

/** Every column that records can have, by word, custom fields apart. */
export const RECORD_COLUMNS: Readonly<Record<string, RecordColumn>> = COLUMNS;

/** The column of records of a word; undefined where there is none. */
export function recordColumn(word: string): RecordColumn | undefined {
  return isCustomField(word) ? dimension(customFieldKey(word), word) : Object.hasOwn(COLUMNS, word) ? RECORD_COLUMNS[word] : undefined;
}
