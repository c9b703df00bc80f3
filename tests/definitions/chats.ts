import { agent, helpdesk, message, ticket } from '../oracle/builders';
import type { ChatSessionRow, MessageRow, Person, SlaTargetRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf } from './story';

const DAY = '2025-03-03';
const HOUR = 3600;
const instant = (time: string | undefined) => (time === undefined ? null : at(`${DAY} ${time}`));
const session = (id: string, ended_by: Person | null, [started, first, ended]: [string, string?, string?]): ChatSessionRow => ({
  session_id: id,
  ticket_id: id,
  started_at: at(`${DAY} ${started}`),
  first_agent_at: instant(first),
  ended_at: instant(ended),
  ended_by,
});
const says = (id: string, time: string, author: string, given: Partial<MessageRow> = {}) =>
  message(id, `${DAY} ${time}`, 'agent', { author_id: author, ...given });
const target = (policy_id: string, calendar_id: string | null): SlaTargetRow => ({
  policy_id,
  clock: 'first_reply',
  priority: null,
  valid_from: null,
  target_seconds: HOUR,
  calendar_id,
  pauses: false,
});

const SESSIONS: readonly ChatSessionRow[] = [
  session('solved', 'bot', ['10:00', undefined, '10:05']),
  session('given-up', 'customer', ['10:00', undefined, '10:10']),
  // handed over at 10:04, and nobody came
  session('left', 'bot', ['10:00', undefined, '10:20']),
  session('talked', 'agent', ['10:00', '10:02', '10:32']),
  // ann wrote before it started, ben after it had ended
  session('late', 'system', ['10:00', '10:01', '10:30']),
  session('nobody', 'customer', ['10:00', '10:10', '10:20']),
  session('running', null, ['10:00']),
  // clocks that disagree
  session('answered-before', 'agent', ['10:00', '09:58', '10:08']),
  session('ended-before', 'customer', ['10:00', undefined, '09:55']),
  session('ended-unanswered', 'agent', ['10:00', '10:10', '10:05']),
];
const ENDS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('bot', { is_bot: true })],
    ticket: SESSIONS.map(({ ticket_id }) => ticket(ticket_id, `${DAY} 10:00`, { channel: 'chat' })),
    chat_session: SESSIONS,
    message: [
      message('left', `${DAY} 10:04`, 'bot', { author_id: 'bot', handover: true }),
      says('talked', '10:01', 'bot'),
      says('talked', '10:02', 'ann'),
      says('talked', '10:10', 'ben'),
      says('late', '09:59', 'ann'),
      says('late', '10:45', 'ben'),
    ],
  }),
};
const asked = (metric: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  statistics: metric === 'chat_duration' ? ['sum', 'count'] : ['share'],
  ...more,
});
const LEFT_OUT = (rows: string) => [`${rows} left out: the end lies before the start (clocks that disagree).`];
const ends = rulesOf(ENDS, MARCH, [
  // answered: talked, late, nobody, ended-unanswered; abandoned: given-up, left; neither: solved, running
  { rule: 'abandoned: ended unanswered by anybody but a bot, or by a bot after a handover', ask: asked('chat_abandonment'), is: 0.333333333 },
  { rule: 'a chat that a bot ended is in neither', ask: asked('chat_abandonment'), tell: 'n', is: 6 },
  {
    rule: 'by who ended it',
    ask: asked('chat_abandonment', { groupBy: ['ended_by'] }),
    is: [
      ['agent', 0],
      ['bot', 1],
      ['system', 0],
      ['customer', 0.5],
    ],
  },
  { rule: 'answered or ended before it started: left out, and counted once', ask: asked('chat_abandonment'), tell: 'notices', is: LEFT_OUT('2 rows') },
  { rule: 'of chat wait only what is answered before it starts', ask: { metric: 'chat_wait_time', view: 'totals' }, tell: 'notices', is: LEFT_OUT('1 row') },
  // of those that ended, without ended-before: eight
  { rule: 'bot resolution = ended by a bot, without an agent and a handover, ÷ all that ended', ask: asked('bot_resolution_rate'), is: 0.125 },
  { rule: 'whose n is all that ended', ask: asked('bot_resolution_rate'), tell: 'n', is: 8 },
  { rule: 'one that ends before it starts is left out, and counted', ask: asked('bot_resolution_rate'), tell: 'notices', is: LEFT_OUT('1 row') },
  {
    rule: 'it is dated by the end',
    ask: asked('bot_resolution_rate'),
    period: [`${DAY} 10:05`, `${DAY} 10:05:00.001`],
    tell: 'n',
    is: 2,
  },
  // 30 min, 29, 10 and 10
  { rule: 'chat duration = the end − the first agent message', ask: asked('chat_duration'), is: [[79 * 60, 4]] },
  { rule: 'where it ends before that, it is left out, and counted', ask: asked('chat_duration'), tell: 'notices', is: LEFT_OUT('1 row') },
  {
    rule: 'by the author of the first human agent’s row from the start on',
    ask: asked('chat_duration', { groupBy: ['author'] }),
    is: [
      ['ann', 30 * 60, 1],
      ['ben', 29 * 60, 1],
      ['(none)', 20 * 60, 2],
    ],
  },
  { rule: 'dated by the end', ask: asked('chat_duration'), period: [`${DAY} 10:32`, `${DAY} 10:33`], is: [[30 * 60, 1]] },
]);

const HOURS: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    calendar: [{ calendar_id: 'office', name: 'office', time_zone: 'UTC' }],
    calendar_hours: [{ calendar_id: 'office', weekday: 1, start: '09:00', end: '17:00', valid_from: null, valid_to: null }],
    sla_target: [target('always', null), target('office', 'office')],
    ticket: [ticket('evening', `${DAY} 16:00`, { channel: 'chat' })],
    ticket_sla: [
      { ticket_id: 'evening', policy_id: 'always', from: null, to: at(`${DAY} 16:55`) },
      { ticket_id: 'evening', policy_id: 'office', from: at(`${DAY} 16:55`), to: null },
    ],
    chat_session: [session('evening', 'agent', ['16:00', '16:50', '17:10'])],
  }),
};
const hours = rulesOf(HOURS, MARCH, [
  { rule: 'in SLA hours by the calendar of the first response, as of the end', ask: asked('chat_duration', { hours: 'sla' }), is: [[10 * 60, 1]] },
]);

/** How chats end. */
export const CHAT_ENDS = [...ends, ...hours];
