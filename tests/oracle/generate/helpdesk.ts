import fc from 'fast-check';

import type { Helpdesk, MessageRow, OracleSettings } from '../model';
import { calendars } from './calendars';
import { CALENDARS } from './ids';
import { people } from './people';
import { pipelines, stages, targets } from './policies';
import { story, type Story } from './tickets';
import { follow, maybe, rarely, uniqueBy, type Era } from './time';

/** A helpdesk with the settings it is read by. */
export interface Generated {
  readonly helpdesk: Helpdesk;
  readonly settings: OracleSettings;
}

/** The optional tables that a source may lack without anything pointing into them. */
const OPTIONAL = ['message', 'ticket_event', 'team_member', 'survey', 'ticket_sla', 'agent_status', 'chat_session'] as const;

/** Whole helpdesks of 2 to 25 tickets around a clock change. */
export function helpdesks(era: Era): fc.Arbitrary<Generated> {
  return fc
    .record({
      stories: fc.array(story(era), { minLength: 2, maxLength: 25, size: 'large' }),
      people: people(era),
      calendars: calendars(era),
      sla_target: targets(era),
      defaultCalendar: maybe(fc.constantFrom(...CALENDARS)),
      topBox: fc.constantFrom<OracleSettings['topBox']>({}, {}, { '1-5': 1, '0-2': 0.5 }),
      lacking: fc.tuple(rarely, fc.subarray([...OPTIONAL])).map(([some, tables]) => (some ? tables : [])),
    })
    .map(({ stories, lacking, defaultCalendar, topBox, people: everybody, calendars: hours, sla_target }) => ({
      helpdesk: {
        ...everybody,
        ...hours,
        sla_target,
        pipeline: pipelines,
        stage: stages,
        ...assemble(stories),
        ...Object.fromEntries(lacking.map((table) => [table, []])),
      },
      settings: { defaultCalendar, topBox },
    }));
}

/** Gives the stories ids: plain numbers, so that their order as text is not that of their numbers. */
function assemble(stories: readonly Story[]) {
  const named = stories.map((one, index) => ({ ...one, ticket_id: `T${index + 1}` }));
  const present = named.filter((one) => !one.missing);
  let last = 0;
  const next = (prefix: string) => `${prefix}${++last}`;
  return {
    ticket: present.map(({ ticket: { merged, ...row }, ticket_id }) => ({ ...row, ticket_id, merged_into_id: merged ? 'T1' : null })),
    message: named.flatMap((one) => [
      ...follow(one.ticket.created_at, one.messages).map(({ after: _after, at, ...row }) => ({
        ...row,
        ticket_id: one.ticket_id,
        sent_at: at,
        message_id: next('m'),
      })),
      ...one.sessions.flatMap(({ first_agent_at, agent }) => (first_agent_at === null ? [] : [said(one.ticket_id, first_agent_at, agent, next('m'))])),
    ]),
    ticket_event: named.flatMap((one) =>
      one.events.map((row) => ({ ...row, ticket_id: one.ticket_id, event_id: next('e'), actor_id: null, actor_kind: null }))
    ),
    survey: named.flatMap((one) =>
      one.surveys.map(({ ticketless, ...row }) => ({ ...row, ticket_id: ticketless ? null : one.ticket_id, survey_id: next('v') }))
    ),
    chat_session: named.flatMap((one) => one.sessions.map(({ agent: _agent, ...row }) => ({ ...row, ticket_id: one.ticket_id, session_id: next('h') }))),
    time_entry: [],
    ticket_sla: named.flatMap((one) => uniqueBy(one.policies, (row) => `${row.policy_id} ${row.from}`).map((row) => ({ ...row, ticket_id: one.ticket_id }))),
  };
}

/** The message that answers a chat. */
function said(ticket_id: string, sent_at: number, author_id: string, message_id: string): MessageRow {
  return { message_id, ticket_id, sent_at, author_id, author_kind: 'agent', visibility: 'public', kind: 'reply', channel: 'chat', handover: false };
}
