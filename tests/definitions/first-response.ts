import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { ChatSessionRow, MessageRow, TicketRow } from '../oracle/model';
import { askedInHours } from './asked-hours';
import { CHAT_ENDS } from './chats';
import { at, type Desk, MARCH, only, rulesOf, type Section } from './story';

const DAY = '2025-03-03';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 10:00`, given);
const says = (id: string, time: string, kind: MessageRow['author_kind'] = 'agent', given: Partial<MessageRow> = {}) =>
  message(id, `${DAY} ${time}`, kind, { author_id: kind === 'agent' ? 'ann' : null, ...given });
const handover = (id: string, time: string) => event(id, `${DAY} ${time}`, 'handover', null, null);

const FIRSTS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('robo', { is_bot: true })],
    ticket: [
      made('plain'),
      made('by-agent', { created_by: 'agent' }),
      made('by-bot', { created_by: 'bot' }),
      made('by-system', { created_by: 'system' }),
      made('chat', { channel: 'chat' }),
      made('chat-event', { channel: 'chat' }),
      made('chat-late', { channel: 'chat' }),
      made('chat-early', { channel: 'chat' }),
      made('mail', { channel: 'email' }),
      made('people'),
      made('robot'),
      made('bot-asked', { created_by: 'bot' }),
      made('skew'),
      made('bot-says'),
    ],
    message: [
      says('plain', '10:30'),
      says('plain', '11:30'),
      says('by-agent', '10:30'),
      says('by-bot', '10:30'),
      says('by-system', '10:30'),
      // handed over twice before the reply at 10:30, and once after it: the clock runs from 10:20
      says('chat', '10:10', 'bot', { handover: true }),
      says('chat', '10:20', 'bot', { handover: true }),
      says('chat', '10:30'),
      says('chat', '10:40', 'bot', { handover: true }),
      // by an event at 10:25
      says('chat-event', '10:30'),
      // after the reply only
      says('chat-late', '10:30'),
      says('chat-late', '10:40', 'bot', { handover: true }),
      // before the creation only
      says('chat-early', '09:50', 'bot', { handover: true }),
      says('chat-early', '10:30'),
      // no chat; handed over by people, by a bot, and by an agent who is one
      says('mail', '10:20', 'bot', { handover: true }),
      says('mail', '10:30'),
      says('people', '10:20', 'agent', { author_id: 'ann', handover: true, visibility: 'internal', kind: 'note' }),
      says('people', '10:25', 'customer', { handover: true, kind: 'auto' }),
      says('people', '10:30'),
      says('robot', '10:25', 'agent', { author_id: 'robo', handover: true }),
      says('robot', '10:30'),
      // the customer asked at 10:10, the ticket was made by a bot at 10:00
      says('bot-asked', '10:10', 'customer'),
      says('bot-asked', '10:30'),
      // the first reply lies before the creation, and the next does not replace it
      says('skew', '09:59:59.999'),
      says('skew', '10:30'),
      // a bot's answer is none
      says('bot-says', '10:05', 'bot'),
      says('bot-says', '10:30'),
    ],
    ticket_event: [
      handover('chat-event', '10:25'),
      handover('mail', '10:25'),
      { ...handover('people', '10:25'), actor_kind: 'agent', actor_id: 'ann' },
      { ...handover('robot', '10:20'), actor_kind: 'agent', actor_id: 'robo' },
    ],
  }),
};
const first = (id: string, more: object = {}) => ({
  metric: 'time_to_first_response',
  view: 'totals',
  groupBy: [],
  filters: only(id),
  timeZone: 'UTC',
  ...more,
});
const firsts = rulesOf(FIRSTS, MARCH, [
  { rule: 'first response: the first human reply − the start of the wait, which may be the creation', ask: first('plain'), is: 1800 },
  { rule: 'or the customer’s first row', ask: first('bot-asked'), is: 1200 },
  { rule: 'agent-created tickets are left out', ask: first('by-agent'), is: null },
  { rule: 'where an agent writes before any customer there is no opening run, and no first response', ask: first('by-bot'), is: null },
  { rule: 'whoever created the ticket', ask: first('by-system'), is: null },
  { rule: 'a bot’s message is no response', ask: first('bot-says'), is: 1800 },
  { rule: 'the clock restarts at the last handover before the reply', ask: first('chat'), is: 600 },
  { rule: 'a handover may be an event', ask: first('chat-event'), is: 300 },
  { rule: 'one after the reply does not count', ask: first('chat-late'), is: 1800 },
  { rule: 'nor one before the wait', ask: first('chat-early'), is: 1800 },
  { rule: 'in every channel', ask: first('mail'), is: 300 },
  { rule: 'agents and customers hand nothing over', ask: first('people'), is: 1800 },
  { rule: 'an agent who is a bot does', ask: first('robot'), is: 300 },
  { rule: 'a handover restarts the opening turn too', ask: { ...first('mail'), metric: 'customer_wait_time' }, is: 300 },
  { rule: 'a first reply before the creation drops the row; the next does not replace it', ask: first('skew'), is: null },
  { rule: 'and is counted', ask: first('skew'), tell: 'notices', is: ['1 row left out: the end lies before the start (clocks that disagree).'] },
]);

const session = (id: string, started: string, given: { agent?: string; ended?: string } = {}): ChatSessionRow => ({
  session_id: id,
  ticket_id: id.replace(/-\d$/, ''),
  started_at: at(`${DAY} ${started}`),
  first_agent_at: given.agent ? at(`${DAY} ${given.agent}`) : null,
  ended_at: given.ended ? at(`${DAY} ${given.ended}`) : null,
  ended_by: null,
});
const CHATS: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: ['plain', 'handed', 'twice', 'gone', 'gone-after', 'running', 'midnight'].map((id) => made(id, { channel: 'chat' })),
    chat_session: [
      session('plain', '10:00', { agent: '10:05', ended: '10:30' }),
      // handed over at 10:03
      session('handed', '10:00', { agent: '10:05', ended: '10:30' }),
      // two sessions of one ticket: the handover of the first (10:03) is not in the second
      session('twice-1', '10:00', { agent: '10:05', ended: '10:10' }),
      session('twice-2', '11:00', { agent: '11:10', ended: '11:30' }),
      // ended without an agent, without and with a handover
      session('gone', '10:00', { ended: '10:20' }),
      session('gone-after', '10:00', { ended: '10:20' }),
      // neither answered nor ended
      session('running', '10:00'),
      // started on the 3rd, answered on the 4th
      { ...session('midnight', '23:59', { ended: '23:59' }), first_agent_at: at('2025-03-04 00:01'), ended_at: at('2025-03-04 00:20') },
    ],
    message: [
      says('handed', '10:03', 'bot', { handover: true }),
      says('twice', '10:03', 'bot', { handover: true }),
      says('gone-after', '10:10', 'bot', { handover: true }),
    ],
  }),
};
const chat = (metric: string, id: string | null, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: id === null ? [] : only(id),
  timeZone: 'UTC',
  statistics: metric === 'chat_wait_time' ? ['sum', 'count'] : ['share'],
  ...more,
});
const chats = rulesOf(CHATS, MARCH, [
  { rule: 'chat wait: the first agent message − the start', ask: chat('chat_wait_time', 'plain'), is: [[300, 1]] },
  { rule: 'or the last handover in the session', ask: chat('chat_wait_time', 'handed'), is: [[120, 1]] },
  { rule: 'one row a session, each with its own handovers', ask: chat('chat_wait_time', 'twice'), is: [[720, 2]] },
  { rule: 'abandoned chats are left out', ask: chat('chat_wait_time', 'gone'), is: [[null, 0]] },
  // abandoned: gone, gone-after; answered: plain, handed, twice ×2, midnight; running is in neither
  { rule: 'abandonment = abandoned ÷ (answered + abandoned)', ask: chat('chat_abandonment', null), is: 0.285714286 },
  { rule: 'whose n is that denominator', ask: chat('chat_abandonment', null), tell: 'n', is: 7 },
  { rule: 'chat wait is dated by the answer', ask: chat('chat_wait_time', 'midnight'), period: ['2025-03-04 00:00', '2025-03-05 00:00'], is: [[120, 1]] },
  { rule: 'abandonment by the start', ask: chat('chat_abandonment', 'midnight'), period: ['2025-03-04 00:00', '2025-03-05 00:00'], is: null },
]);

/** docs/definitions.md, "First response and chat". */
export const FIRST_RESPONSE: Section = { title: 'First response and chat', rules: [...firsts, ...chats, ...CHAT_ENDS, ...askedInHours] };
