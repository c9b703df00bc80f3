import type { Include } from '../words';
import type { Columns } from './columns';
import { ofAttributeColumns } from './ticket-attributes';

/**
 * The fact tables: what the store derives and what metrics aggregate, one grain each.
 *
 * Conventions. `…_at` is an instant, epoch milliseconds (BIGINT), or a list of such. `…_ms` is a duration in whole milliseconds (BIGINT), signed:
 * a negative one (clock skew) stays in the fact so that the query can leave it out *and count it*. `…_biz_ms` is its business
 * time, null where no calendar applies. `…_ix` is an INTEGER key of a dictionary table (dictionaries.ts); 0 means none,
 * so no fact has a null dimension.
 */

/** What stands on every fact of tickets: no query joins a large table. */
export const TICKET = {
  ticket_ix: 'key',
  /** The owner at the dating event, as is team_ix; and those of now and at creation. */
  owner_ix: 'key',
  current_owner_ix: 'key',
  created_owner_ix: 'key',
  ...ofAttributeColumns(() => 'key' as const),
  current_team_ix: 'key',
  created_team_ix: 'key',
  status_ix: 'key',
  /** Exclusion flags as they stand today: see EXCLUSIONS. */
  excluded: 'bits',
} as const satisfies Columns;

/** What an SLA clock promised, from when on and until when. */
const CLOCK = {
  clock: 'integer',
  policy_ix: 'key',
  calendar_ix: 'key',
  start_at: 'instant',
  due_at: 'instant',
  target_ms: 'duration',
} as const satisfies Columns;

/** Who made the close that dates a row: nobody known is 0 of both. closed_by_kind is a key of PERSON_KEYS (dimensions.ts). */
const CLOSER = { closed_by_ix: 'key', closed_by_kind: 'integer' } as const satisfies Columns;

/** The bits of `excluded`, by the word that the query's `include` uses. Tickets that agents created are left out of first replies alone: no other fact has that bit. */
export const EXCLUSIONS = { spam: 1, deleted: 2, merged: 4, test: 8, imported: 16, agent_created: 32 } as const satisfies Readonly<Record<Include, number>>;

/** The columns of every fact, in order. */
export const FACTS = {
  /** One row a ticket. `owner_ix` is the owner at creation. `created_by` is the canonical word. */
  ticket_fact: { ...TICKET, created_at: 'instant', created_by: 'text' },
  /**
   * One row a ticket whose opening run an agent answered. The wait restarts at the last handover before the reply, and a closed ticket that was
   * reopened before it did not wait meanwhile. asked_in_hours: whether the wait began inside (1) or outside (2) the calendar's hours, or none applies (3).
   */
  first_reply_fact: {
    ...TICKET,
    replied_at: 'instant',
    author_ix: 'key',
    waited_from_at: 'instant',
    wait_ms: 'duration',
    wait_biz_ms: 'duration',
    asked_in_hours: 'integer',
  },
  /**
   * One row a close; the owner is the last one until then. `nth` counts from 1; `reopened_at` null = still closed. Replies and turns are the
   * agents', and reopens the ticket's, before this close; late_replies is how many more there are in the run that answers
   * across it, late_reply_at when each was written, in order, and late_until_at when the last was: those that are written by now are replies until the close too.
   */
  close_fact: {
    ...TICKET,
    ...CLOSER,
    created_at: 'instant',
    closed_at: 'instant',
    reopened_at: 'instant',
    nth: 'integer',
    is_last: 'boolean',
    close_ms: 'duration',
    close_biz_ms: 'duration',
    /** Of close_ms the time in which it was neither closed nor paused; in which neither closed nor waiting for the customer; in which new or open. */
    resolution_ms: 'duration',
    resolution_biz_ms: 'duration',
    requester_ms: 'duration',
    requester_biz_ms: 'duration',
    work_ms: 'duration',
    work_biz_ms: 'duration',
    replies_before: 'integer',
    turns_before: 'integer',
    late_replies: 'integer',
    late_reply_at: 'instants',
    late_until_at: 'instant',
    reopens: 'integer',
    is_ever_reopened: 'boolean',
    /** It is closed before it is created. */
    is_skewed: 'boolean',
  },
  /** One row a human message. direction 1 = sent (by an agent), 2 = received. */
  message_fact: { ...TICKET, sent_at: 'instant', direction: 'integer', author_ix: 'key' },
  /**
   * One row a reply turn (a run that answers the other side's run). direction 1 = an agent answered, 2 = the customer did. since_…: the part of the
   * wait in which the agent who answered had the ticket. Closed time is in neither.
   */
  turn_fact: {
    ...TICKET,
    replied_at: 'instant',
    direction: 'integer',
    author_ix: 'key',
    waited_from_at: 'instant',
    wait_ms: 'duration',
    wait_biz_ms: 'duration',
    asked_in_hours: 'integer',
    since_at: 'instant',
    since_ms: 'duration',
    since_biz_ms: 'duration',
    run_length: 'integer',
  },
  /**
   * One row a ticket × close × stage visited and left, as known from valid_from until valid_to (a later exit, or the reopening): the span
   * last exit − first entry, and the sum of visits. stage_ix is the visited stage, the owner the last one until the close.
   */
  stage_fact: {
    ...TICKET,
    ...CLOSER,
    closed_at: 'instant',
    valid_from: 'instant',
    valid_to: 'instant',
    first_entry_at: 'instant',
    last_exit_at: 'instant',
    visits: 'integer',
    span_ms: 'duration',
    span_biz_ms: 'duration',
    dwell_ms: 'duration',
    dwell_biz_ms: 'duration',
  },
  /**
   * One row a close × owner (kind 1) or team (kind 2) that had had the ticket while it was open: that holder is the row's owner (team), whichever
   * owner is asked for.
   */
  holding_fact: {
    ...TICKET,
    ...CLOSER,
    kind: 'integer',
    closed_at: 'instant',
    reopened_at: 'instant',
    held_ms: 'duration',
    held_biz_ms: 'duration',
  },
  /** One row a ticket with owner events that ever had an owner: its first assignment. */
  assignment_fact: { ...TICKET, assigned_at: 'instant', wait_ms: 'duration', wait_biz_ms: 'duration' },
  /** One row an entry of time that somebody spent on a ticket, in seconds. */
  time_fact: { ...TICKET, spent_at: 'instant', agent_ix: 'key', activity_ix: 'key', spent_s: 'number' },
  /** One row a chat session. Owner and team are those at the first agent message, else at the start; `started_…` at the start. */
  chat_fact: {
    ...TICKET,
    session_ix: 'key',
    started_at: 'instant',
    first_agent_at: 'instant',
    ended_at: 'instant',
    waited_from_at: 'instant',
    wait_ms: 'duration',
    wait_biz_ms: 'duration',
    /** Whether nobody answered before it ended; null where it still runs, and where a bot ended it without a handover. */
    is_abandoned: 'boolean',
    /** It is answered, or ends, before it starts. */
    is_skewed: 'boolean',
    /** A key of the dimension of this name. */
    ended_by: 'integer',
    started_owner_ix: 'key',
    started_team_ix: 'key',
    author_ix: 'key',
    /** By the calendar of the answer, and by that of the start. */
    asked_in_hours: 'integer',
    started_asked_in_hours: 'integer',
  },
  /** One row a chat session that ended. `owner_ix` is the owner then; the author wrote the first human agent's row from its start on. */
  chat_end_fact: {
    ...TICKET,
    session_ix: 'key',
    ended_at: 'instant',
    started_at: 'instant',
    first_agent_at: 'instant',
    ended_by: 'integer',
    author_ix: 'key',
    /** A bot ended it, and neither an agent had come nor was one asked for. */
    is_bot_resolved: 'boolean',
    /** It ends before it starts. */
    is_skewed: 'boolean',
    /** From the first agent message to the end. */
    talk_ms: 'duration',
    talk_biz_ms: 'duration',
    asked_in_hours: 'integer',
  },
  /** One row a survey. `owner_ix`: survey.agent_id, else the last owner until answered_at; `sent_…` likewise at sent_at. norm = (score − min) ÷ (max − min); positive_from: the least that is positive where the settings say nothing, null on a scale that has none. */
  survey_fact: {
    ...TICKET,
    survey_ix: 'key',
    survey_form_ix: 'key',
    kind: 'text',
    scale_ix: 'key',
    sent_at: 'instant',
    answered_at: 'instant',
    score: 'number',
    norm: 'number',
    positive_from: 'number',
    rating_ix: 'key',
    is_last: 'boolean',
    has_comment: 'boolean',
    /** What was written with it; null where nothing was. */
    comment: 'text',
    sent_owner_ix: 'key',
    sent_team_ix: 'key',
  },
  /** One row an agent × status interval, ended by the same agent's next row; to_at null = open. Bots left out. Not cut. */
  status_fact: { row_ix: 'key', agent_ix: 'key', status_ix: 'key', availability_ix: 'key', from_at: 'instant', to_at: 'instant' },
  /** status_fact cut at the edges of the agent's working hours. in_hours: 1 inside, 2 outside, 3 no hours set. row_ix is status_fact's. */
  availability_fact: {
    row_ix: 'key',
    agent_ix: 'key',
    status_ix: 'key',
    availability_ix: 'key',
    from_at: 'instant',
    to_at: 'instant',
    in_hours: 'integer',
  },
  /** One row an interval in which a ticket was open; closed_at null = still open. */
  open_fact: { ...TICKET, created_at: 'instant', opened_at: 'instant', closed_at: 'instant' },
  /** One row an interval in which an open ticket's last human row was the customer's: waited_from_at the run's first row, counts_from_at that plus the time closed since; begins_at/ends_at when it was open and waiting. */
  wait_fact: { ...TICKET, waited_from_at: 'instant', counts_from_at: 'instant', begins_at: 'instant', ends_at: 'instant' },
  /**
   * One row an SLA clock that was met or missed at ended_at: its event happened (met_at), or a close ended it unanswered after it was due. The close
   * clock has one a close, void from reopened_at on. due_at null = never (it stood still at its end, or a calendar without hours).
   */
  sla_fact: {
    ...TICKET,
    ...CLOCK,
    met_at: 'instant',
    elapsed_ms: 'duration',
    ended_at: 'instant',
    reopened_at: 'instant',
    /** Whether it was met, and the instant that dates that: the event, or the due instant. */
    is_met: 'boolean',
    settled_at: 'instant',
  },
  /**
   * One row a stretch in which an SLA clock that can be breached runs, [begins_at, ends_at), in which all that is known of it is the same: its
   * ticket is open, and its event has not happened. ends_at null = still running.
   */
  running_fact: {
    ...TICKET,
    ...CLOCK,
    begins_at: 'instant',
    ends_at: 'instant',
    /** From when on it has ended, or its budget is exceeded. null = neither, ever. */
    unbreached_until_at: 'instant',
    /** The calendar that it counts by: 0 = 24/7. */
    hours_ix: 'key',
    /** In that calendar's business time: where it would have begun had it never stood still, and where it stands still (null = it does not). */
    f_start: 'duration',
    f_stop: 'duration',
  },
  /** One row a creation (+1), reopening (+1) or close (−1). is_balanced: not of a ticket that was closed at an unknown time. */
  flow_fact: { ...TICKET, at_ms: 'instant', weight: 'integer', is_reopening: 'boolean', is_balanced: 'boolean' },
  /** One row a stretch in which an agent holds a chat session. */
  hold_fact: { agent_ix: 'key', session_ix: 'key', excluded: 'bits', from_at: 'instant', to_at: 'instant' },
  /** One row a stretch of an available or busy status, cut where the agent's work begins or ends: has_work. Tickets with a flag are no work. */
  load_fact: { row_ix: 'key', agent_ix: 'key', availability_ix: 'key', status_ix: 'key', from_at: 'instant', to_at: 'instant', has_work: 'boolean' },
  /** One row a change of owner or team from somebody to somebody else. kind: 1 owner, 2 team. */
  transfer_fact: { ...TICKET, moved_at: 'instant', kind: 'integer', from_ix: 'key', to_ix: 'key' },
} as const satisfies Readonly<Record<string, Columns>>;

/** Every fact's name. */
export type FactName = keyof typeof FACTS;
