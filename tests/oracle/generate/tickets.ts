import fc from 'fast-check';

import type { ChatSessionRow, TicketRow, TicketSlaRow, TimeEntryRow } from '../model';
import { conversation, type Said } from './conversation';
import { history, type Happened } from './history';
import { ofPlainColumns } from '../plain-attributes';
import {
  ACTIVITIES,
  AGENTS,
  CHANNELS,
  CUSTOMERS,
  GONE,
  ORGANIZATIONS,
  PIPELINES,
  PLAIN_VALUES,
  POLICIES,
  PRIORITIES,
  STAGES,
  STATUSES,
  TAGS,
  TEAMS,
} from './ids';
import { surveys, type Surveyed } from './surveys';
import { evenly, gap, maybe, offset, rarely, skew, type Era } from './time';

/** A ticket with everything that hangs on it, before ids. */
export interface Story {
  readonly ticket: Omit<TicketRow, 'ticket_id' | 'merged_into_id'> & { readonly merged: boolean };
  readonly messages: readonly Said[];
  readonly events: readonly Happened[];
  readonly surveys: readonly Surveyed[];
  /** With the agent whose message is `first_agent_at`. */
  readonly sessions: ReadonlyArray<Omit<ChatSessionRow, 'session_id' | 'ticket_id'> & { readonly agent: string }>;
  readonly policies: ReadonlyArray<Omit<TicketSlaRow, 'ticket_id'>>;
  readonly entries: ReadonlyArray<Omit<TimeEntryRow, 'entry_id' | 'ticket_id'>>;
  /** The ticket's own row is missing: everything else is orphaned. */
  readonly missing: boolean;
}

function ticket(era: Era): fc.Arbitrary<Story['ticket']> {
  return fc
    .record({
      number: fc.constant(null),
      subject: fc.constantFrom('Help', 'A "quoted", thing', null),
      created_at: offset.map((at) => era.anchor + at),
      created_by: fc.oneof(
        { weight: 6, arbitrary: fc.constant('customer' as const) },
        { weight: 3, arbitrary: fc.constantFrom('agent' as const, 'agent' as const, 'bot' as const, 'system' as const) }
      ),
      channel: maybe(fc.constantFrom(...CHANNELS)),
      requester_id: maybe(fc.constantFrom(...CUSTOMERS, GONE.customer)),
      org_id: evenly(fc.constantFrom(...ORGANIZATIONS, GONE.organization)),
      owner_id: maybe(fc.constantFrom(...AGENTS, GONE.agent)),
      team_id: maybe(fc.constantFrom(...TEAMS, GONE.team)),
      pipeline_id: maybe(fc.constantFrom(...PIPELINES)),
      stage_id: evenly(fc.constantFrom(...STAGES, GONE.stage)),
      status: evenly(fc.constantFrom(...STATUSES, 'closed' as const)),
      priority: maybe(fc.constantFrom(...PRIORITIES)),
      ...ofPlainColumns(() => maybe(fc.constantFrom(...PLAIN_VALUES))),
      tags: fc.subarray([...TAGS], { maxLength: 2 }),
      closed: evenly(fc.tuple(gap, skew).map(([after, early]) => after + early)),
      attributes: maybe(fc.record({ plan: fc.constantFrom('gold', 'free', '', null), size: fc.constantFrom<unknown>(1, 20, '20', true, [1], { a: 1 }) })),
      is_spam: rarely,
      is_deleted: rarely,
      is_test: rarely,
      is_imported: rarely,
      merged: rarely,
    })
    .map(({ closed, ...row }) => ({ ...row, closed_at: closed === null ? null : row.created_at + closed }));
}

/** Chat sessions: answered, abandoned, or still going on. */
const sessions = fc.array(
  fc.record({
    start: gap,
    first: evenly(fc.tuple(gap, skew).map(([after, early]) => after + early)),
    end: maybe(fc.tuple(gap, skew).map(([after, early]) => after + early)),
    agent: fc.constantFrom('a1', 'a2'),
    ended_by: maybe(fc.constantFrom('bot' as const, 'bot' as const, 'customer' as const, 'agent' as const, 'system' as const)),
  }),
  { maxLength: 2 }
);

/** Time that agents wrote down. */
const entries = fc.array(
  fc.record({
    at: gap,
    agent_id: maybe(fc.constantFrom(...AGENTS, GONE.agent)),
    seconds: fc.constantFrom(0, 60, 90.5, 3600),
    activity: maybe(fc.constantFrom(...ACTIVITIES)),
  }),
  { maxLength: 2 }
);

type Covered = Array<{ policy_id: string; from: number | null; to: number | null }>;

/** The policies of a ticket: none, one for good, a late one, a change in the middle, a gap in the middle, two at once. */
const policies: fc.Arbitrary<Covered> = fc.oneof<Array<fc.Arbitrary<Covered>>>(
  fc.constant([]),
  fc.constantFrom(...POLICIES).map((policy_id) => [{ policy_id, from: null, to: null }]),
  fc.tuple(fc.constantFrom(...POLICIES), gap).map(([policy_id, from]) => [{ policy_id, from, to: null }]),
  fc.array(fc.record({ policy_id: fc.constantFrom(...POLICIES), from: evenly(gap), to: fc.constant(null) }), { minLength: 2, maxLength: 2 }),
  fc
    .record({
      first: fc.constantFrom(...POLICIES),
      second: fc.constantFrom(...POLICIES),
      change: gap,
      pause: fc.constantFrom(0, 0, 3_600_000),
      open: fc.boolean(),
    })
    .map(({ first, second, change, pause, open }) => [
      { policy_id: first, from: open ? null : 0, to: change },
      { policy_id: second, from: change + pause, to: null },
    ])
);

/** One ticket's story. */
export function story(era: Era): fc.Arbitrary<Story> {
  return fc.record({ ticket: ticket(era), messages: conversation, events: history, surveys, sessions, policies, entries, missing: rarely }).map((drawn) => {
    const created = drawn.ticket.created_at;
    const at = (after: number | null) => (after === null ? null : created + after);
    return {
      ...drawn,
      events: drawn.events.map((event) => ({ ...event, at: created + event.at })),
      surveys: drawn.surveys.map((survey) => ({ ...survey, sent_at: at(survey.sent_at), answered_at: at(survey.answered_at) })),
      entries: drawn.entries.map((entry) => ({ ...entry, at: created + entry.at })),
      sessions: drawn.sessions.map(({ start, first, end, agent, ended_by }) => ({
        agent,
        started_at: created + start,
        first_agent_at: first === null ? null : created + start + first,
        ended_at: end === null ? null : created + start + (first ?? 0) + end,
        ended_by: end === null ? null : ended_by,
      })),
      policies: drawn.policies.map((policy) => ({ ...policy, from: at(policy.from), to: at(policy.to) })),
    };
  });
}
