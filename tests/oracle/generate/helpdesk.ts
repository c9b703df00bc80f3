import fc from 'fast-check';

import { scaleOf } from '../metrics/ratings';
import { DEFAULT_SETTINGS, type Helpdesk, type MessageRow, type OracleSettings } from '../model';
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
const OPTIONAL = ['message', 'ticket_event', 'team_member', 'survey', 'ticket_sla', 'agent_status', 'chat_session', 'time_entry'] as const;

/** Whole helpdesks of 2 to 25 tickets around a clock change. */
export function helpdesks(era: Era): fc.Arbitrary<Generated> {
  return fc
    .record({
      stories: fc.array(story(era), { minLength: 2, maxLength: 25, size: 'large' }),
      people: people(era),
      calendars: calendars(era),
      sla_target: targets(era),
      settings: settings(),
      ids: fc.record({ style: fc.constantFrom<Style>('digits', 'text', 'both'), first: fc.constantFrom(1, 7, 95) }),
      lacking: fc.tuple(rarely, fc.subarray([...OPTIONAL])).map(([some, tables]) => (some ? tables : [])),
    })
    .map(({ stories, lacking, settings: drawn, ids, people: everybody, calendars: hours, sla_target }) => {
      const helpdesk = {
        ...everybody,
        ...hours,
        sla_target,
        pipeline: pipelines,
        stage: stages,
        ...assemble(stories, ids),
        ...Object.fromEntries(lacking.map((table) => [table, []])),
      };
      return { helpdesk, settings: { ...drawn, topBox: ofScales(helpdesk.survey, drawn.topBox) } };
    });
}

/** Mostly as they are by default. */
export function settings(): fc.Arbitrary<OracleSettings> {
  const mostly = <T>(usual: T, other: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
  return fc.record({
    defaultCalendar: maybe(fc.constantFrom(...CALENDARS)),
    topBox: fc.constantFrom<OracleSettings['topBox']>({}, {}, { '1-5': 1, '0-2': 0.5, '0-100': 0.8 }),
    answers: mostly([], fc.subarray(['note' as const, 'call' as const, 'forward' as const])),
    pausingStatuses: mostly(DEFAULT_SETTINGS.pausingStatuses, fc.subarray(['new' as const, 'open' as const, 'waiting_customer' as const, 'on_hold' as const])),
    newConversationAfterHours: mostly<number | null>(null, fc.constantFrom(1, 4, 24)),
  });
}

/** "A scale that no survey has is an error of the settings." */
function ofScales(surveys: Helpdesk['survey'], topBox: OracleSettings['topBox']): OracleSettings['topBox'] {
  const scales = surveys.map(scaleOf);
  return Object.fromEntries(Object.entries(topBox).filter(([scale]) => scales.includes(scale)));
}

/** How ids look. */
type Style = 'digits' | 'text' | 'both';

/** Gives the stories ids: numbers of different length, or texts with numbers, so that the order of one is not that of the other. */
function assemble(stories: readonly Story[], ids: { readonly style: Style; readonly first: number }) {
  const named = stories.map((one, index) => ({ ...one, ticket_id: `T${index + 1}` }));
  const present = named.filter((one, index) => index === 0 || !one.missing);
  let last = ids.first - 1;
  const next = (prefix: string) => {
    last++;
    return ids.style === 'digits' || (ids.style === 'both' && last % 3 > 0) ? String(last) : `${prefix}${last}`;
  };
  return {
    ticket: present.map(({ ticket: { merged, ...row }, ticket_id }, index) => ({
      ...row,
      ticket_id,
      merged_into_id: merged ? 'T1' : null,
      // a field that no ticket has is an error of the query
      attributes: index === 0 ? { plan: 'gold', size: 20 } : row.attributes,
    })),
    message: named.flatMap((one) => [
      ...follow(one.ticket.created_at, one.messages).map(({ after: _after, at, ...row }) => ({
        ...row,
        ticket_id: one.ticket_id,
        sent_at: at,
        message_id: next('m'),
      })),
      ...one.sessions.flatMap(({ first_agent_at, agent }) => (first_agent_at === null ? [] : [said(one.ticket_id, first_agent_at, agent, next('m'))])),
    ]),
    ticket_event: named.flatMap((one) => one.events.map((row) => ({ ...row, ticket_id: one.ticket_id, event_id: next('e') }))),
    survey: named.flatMap((one) =>
      one.surveys.map(({ ticketless, ...row }) => ({ ...row, ticket_id: ticketless ? null : one.ticket_id, survey_id: next('v') }))
    ),
    chat_session: named.flatMap((one) => one.sessions.map(({ agent: _agent, ...row }) => ({ ...row, ticket_id: one.ticket_id, session_id: next('h') }))),
    time_entry: named.flatMap((one) => one.entries.map((row) => ({ ...row, ticket_id: one.ticket_id, entry_id: next('w') }))),
    ticket_sla: named.flatMap((one) => uniqueBy(one.policies, (row) => `${row.policy_id} ${row.from}`).map((row) => ({ ...row, ticket_id: one.ticket_id }))),
  };
}

/** The message that answers a chat. */
function said(ticket_id: string, sent_at: number, author_id: string, message_id: string): MessageRow {
  return { message_id, ticket_id, sent_at, author_id, author_kind: 'agent', visibility: 'public', kind: 'reply', channel: 'chat', handover: false };
}
