import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { MessageRow, TicketRow } from '../oracle/model';
import { at, type Desk, MARCH, only, rulesOf, totalOf, type Section } from './story';
import { busy, hours } from './turns-by-hour';
import { aroundCloses } from './turns-closed';

const DAY = '2025-03-03';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 10:00`, given);
const by =
  (kind: MessageRow['author_kind'], author: string | null = null) =>
  (id: string, time: string, given: Partial<MessageRow> = {}) =>
    message(id, `${DAY} ${time}`, kind, { author_id: author, ...given });
const [cust, ann, ben, robo, bot, system] = [by('customer', 'c1'), by('agent', 'ann'), by('agent', 'ben'), by('agent', 'robo'), by('bot'), by('system')];
const status = (id: string, time: string, from: string, to: string) => event(id, `${DAY} ${time}`, 'status', from, to);

const TALKS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('robo', { is_bot: true })],
    customer: [{ customer_id: 'c1', name: 'Customer', org_id: null }],
    ticket: [
      made('runs'),
      made('noise'),
      made('by-agent', { created_by: 'agent' }),
      made('by-bot', { created_by: 'bot' }),
      made('tie'),
      made('ids'),
      made('early'),
      made('handed', { channel: 'chat' }),
      made('unknown'),
    ],
    message: [
      // created 10:00 by the customer. Runs: customer 10:00–10:05, ann 10:10 and ben 10:20, customer 10:30, ben 10:40
      cust('runs', '10:05'),
      ann('runs', '10:10'),
      ben('runs', '10:20'),
      cust('runs', '10:30'),
      ben('runs', '10:40'),
      // nothing between the customer's 10:01 and ann's 10:30 is a human row
      cust('noise', '10:01'),
      robo('noise', '10:02'),
      bot('noise', '10:03'),
      system('noise', '10:04'),
      ann('noise', '10:05', { visibility: 'internal', kind: 'note' }),
      ann('noise', '10:06', { kind: 'forward' }),
      ann('noise', '10:07', { kind: 'auto' }),
      ann('noise', '10:08', { kind: 'draft' }),
      ann('noise', '10:09', { kind: 'campaign' }),
      ann('noise', '10:10', { kind: 'survey' }),
      ann('noise', '10:11', { kind: 'call' }),
      ann('noise', '10:12', { visibility: 'internal' }),
      cust('noise', '10:20'),
      ann('noise', '10:30'),
      // an agent's ticket has no virtual row: ann's 10:00 is the first run, the customer's 10:10 answers it
      ann('by-agent', '10:00'),
      cust('by-agent', '10:10'),
      ann('by-agent', '10:25'),
      // nor has a bot's: ann's 10:10 waits for nobody
      ann('by-bot', '10:10'),
      cust('by-bot', '10:20'),
      ann('by-bot', '10:50'),
      // the agent answers at the millisecond of the creation, which stands first
      ann('tie', '10:00'),
      // two rows at one millisecond by message_id, as numbers: the customer's 9 before ann's 10
      ann('ids', '10:10', { message_id: '10' }),
      cust('ids', '10:10', { message_id: '9' }),
      ann('ids', '10:30'),
      // a handover between does not restart the second turn's clock
      ann('handed', '10:01'),
      cust('handed', '10:10'),
      bot('handed', '10:20', { handover: true }),
      ann('handed', '10:30'),
      by('agent')('unknown', '10:30'),
      // an agent wrote before the ticket was made of it: the creation answers that, ann's 10:30 answers the creation
      ann('early', '09:00'),
      ann('early', '10:30'),
    ],
    ticket_event: [event('handed', `${DAY} 10:20`, 'handover', null, null)],
  }),
};
const turns = (metric: string, id: string, more: object = {}) => totalOf(metric, id, { statistics: ['sum', 'count'], ...more });
const talks = rulesOf(TALKS, MARCH, [
  // ann's 10:10 − 10:00 = 600 s; ben's 10:40 − 10:30 = 600 s
  { rule: 'a turn waits from the first row of the run before to the first of its own', ask: turns('customer_wait_time', 'runs'), is: [[1200, 2]] },
  {
    rule: 'its author is that of its first row',
    ask: turns('owner_reply_time', 'runs', { groupBy: ['author'], sort: { by: 'name', direction: 'asc' } }),
    is: [
      ['ann', 600, 1],
      ['ben', 600, 1],
    ],
  },
  {
    rule: 'it is dated by that row, not by the last of the run',
    ask: turns('owner_reply_time', 'runs'),
    period: [`${DAY} 10:20`, `${DAY} 10:40`],
    is: [[null, 0]],
  },
  // the customer's 10:30 − ann's 10:10 = 1200 s
  { rule: 'the customer’s answer waits from the first row of the agents’ run', ask: turns('customer_reply_time', 'runs'), is: [[1200, 1]] },
  {
    rule: 'messages are counted, not turns, and the virtual row is none',
    ask: turns('ticket_reply_count', 'runs', { groupBy: ['direction'], statistics: ['count'], sort: { by: 'value', direction: 'desc' } }),
    is: [
      ['Sent', 3],
      ['Received', 2],
    ],
  },
  // one turn: ann's 10:30 − 10:00
  {
    rule: 'bots, automatic rows, notes, forwards, drafts, campaigns, surveys and calls neither break nor start a run',
    ask: turns('customer_wait_time', 'noise'),
    is: [[1800, 1]],
  },
  { rule: 'nor are they replies', ask: turns('owner_reply_count', 'noise', { statistics: ['count'] }), is: 1 },
  { rule: 'the virtual row exists only if a customer created the ticket: not an agent', ask: turns('customer_wait_time', 'by-agent'), is: [[900, 1]] },
  { rule: 'the customer answers the agent who wrote first', ask: turns('customer_reply_time', 'by-agent'), is: [[600, 1]] },
  { rule: 'nor a bot', ask: turns('customer_wait_time', 'by-bot'), is: [[1800, 1]] },
  { rule: 'at one millisecond the creation stands first', ask: turns('customer_wait_time', 'tie'), is: [[0, 1]] },
  // creation and 9 are one run, then 10 at once (600 s after creation), then nobody until 10:30 goes on with ann's run
  { rule: 'rows of one millisecond are in the order of their ids', ask: turns('customer_wait_time', 'ids'), is: [[600, 1]] },
  // 10:01 − 10:00 and 10:30 − 10:10
  { rule: 'a handover restarts no turn but the opening one', ask: turns('customer_wait_time', 'handed'), is: [[1260, 2]] },
  { rule: 'the reply of an unknown author is a human’s', ask: turns('owner_reply_time', 'unknown', { groupBy: ['author'] }), is: [['(none)', 1800, 1]] },
  { rule: 'a message before the creation is a run before it', ask: turns('customer_wait_time', 'early'), is: [[1800, 1]] },
  { rule: 'which the creation answers', ask: turns('customer_reply_time', 'early'), is: [[3600, 1]] },
  { rule: 'the first turn counts in customer wait time', ask: turns('customer_wait_time', 'unknown'), is: [[1800, 1]] },
]);

// Closed at 12:00 in all cases; what was written by then differs.
const SOLVED: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: ['touch', 'turn', 'two', 'none', 'after', 'sharp', 'again', 'open'].map((id) => made(id)),
    message: [
      ann('touch', '11:00'),
      ann('turn', '11:00'),
      ben('turn', '11:10'),
      ann('two', '11:00'),
      cust('two', '11:10'),
      ann('two', '11:20'),
      // one reply until the close, another after it
      ann('after', '11:00'),
      cust('after', '12:30'),
      ann('after', '13:00'),
      // the second reply at the very millisecond of the close
      ann('sharp', '11:00'),
      cust('sharp', '11:30'),
      ann('sharp', '12:00'),
      // one reply in all, but reopened and closed again at 14:00
      ann('again', '11:00'),
      ann('open', '11:00'),
    ],
    ticket_event: [
      ...['touch', 'turn', 'two', 'none', 'after', 'sharp', 'again'].map((id) => status(id, '12:00', 'open', 'closed')),
      status('again', '13:00', 'closed', 'open'),
      status('again', '14:00', 'open', 'closed'),
    ],
  }),
};
const solved = (metric: string, more: object = {}) => ({ metric, view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const resolved = rulesOf(SOLVED, MARCH, [
  // of the seven closed: touch, after
  { rule: 'one-touch: exactly one agent reply until the last close and no reopening', ask: solved('one_touch_rate'), is: 0.285714286 },
  { rule: 'of tickets closed now', ask: solved('one_touch_rate'), tell: 'n', is: 7 },
  // touch, turn, after
  { rule: 'first contact: exactly one agent turn until then', ask: solved('first_contact_resolution'), is: 0.428571429 },
  // 1 + 2 + 2 + 0 + 1 + 2 + 1 = 9
  {
    rule: 'replies to resolution: the mean, zero included',
    ask: solved('replies_to_resolution', { statistics: ['sum', 'count', 'mean'] }),
    is: [[9, 7, 1.285714286]],
  },
  { rule: 'at the first close it had not been reopened', ask: solved('one_touch_rate', { filters: only('again'), asOf: at(`${DAY} 12:30`) }), is: 1 },
]);

/** docs/definitions.md, "Messages and turns". */
export const TURNS: Section = { title: 'Messages and turns', rules: [...talks, ...aroundCloses, ...hours, ...busy, ...resolved] };
