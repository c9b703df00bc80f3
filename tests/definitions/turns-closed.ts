import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { MessageRow, TicketRow } from '../oracle/model';
import { at, type Desk, MARCH, only, rulesOf, totalOf } from './story';

const DAY = '2025-03-03';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 10:00`, given);
const says =
  (kind: 'customer' | 'agent', author: string) =>
  (id: string, time: string, given: Partial<MessageRow> = {}) =>
    message(id, `${DAY} ${time}`, kind, { author_id: author, ...given });
const [cust, ann, ben] = [says('customer', 'c1'), says('agent', 'ann'), says('agent', 'ben')];
const closed = (id: string, time: string) => event(id, `${DAY} ${time}`, 'status', 'open', 'closed');
const reopened = (id: string, time: string) => event(id, `${DAY} ${time}`, 'status', 'closed', 'open');
const given = (id: string, time: string, from: string | null, to: string) => event(id, `${DAY} ${time}`, 'owner', from, to);

// All created at 10:00 by the customer; Monday 3 March 2025
const CLOSES: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: [
      ...[
        'thanks',
        'across',
        'back',
        'late',
        'sharp',
        'after-us',
        'twice',
        'edge',
        'flash',
        'anew',
        'touched',
        'given',
        'given-twice',
        'not-given',
        'handed',
      ].map((id) => made(id)),
      made('ours', { created_by: 'agent' }),
    ],
    message: [
      // “thanks” at 11:00 was closed with the ticket at 11:10; the customer came back at 12:00
      ann('thanks', '10:30'),
      cust('thanks', '11:00'),
      cust('thanks', '12:00'),
      ann('thanks', '12:20'),
      // closed at 10:10 and not reopened
      ann('across', '10:30'),
      // closed from 10:10 to 11:10, reopened after the reply, at its millisecond
      ann('back', '11:30'),
      ann('late', '10:30'),
      ann('sharp', '10:30'),
      // closed at 10:20, between ann's and the customer's
      ann('after-us', '10:10'),
      cust('after-us', '10:40'),
      // ann answers across the close of 10:05, ben after another close has nothing left to answer
      ann('twice', '10:10'),
      ben('twice', '10:20'),
      // the customer's 10:30 at the millisecond of a close stands before it; of one that was undone at once, after it
      ...['edge', 'flash'].flatMap((id) => [ann(id, '10:05'), cust(id, '10:20'), cust(id, '10:30'), cust(id, '10:40'), ann(id, '10:50')]),
      // nobody answered until the close of 11:00
      cust('anew', '14:00'),
      ann('anew', '14:10'),
      // closed at 11:00, answered by two messages afterwards
      ann('touched', '11:05'),
      ann('touched', '11:10'),
      // ours: ann and ben wrote to the customer first
      ann('ours', '10:00'),
      ben('ours', '10:05'),
      cust('ours', '10:20'),
      ann('ours', '10:40'),
      ann('given', '10:30'),
      ann('given-twice', '11:30'),
      ben('not-given', '10:30'),
      // handed over while it was closed from 10:10 to 10:40
      message('handed', `${DAY} 10:30`, 'bot', { handover: true }),
      ann('handed', '11:00'),
    ],
    ticket_event: [
      closed('thanks', '11:10'),
      reopened('thanks', '12:00:01'),
      closed('across', '10:10'),
      closed('back', '10:10'),
      reopened('back', '11:10'),
      closed('late', '10:10'),
      reopened('late', '10:40'),
      closed('sharp', '10:10'),
      reopened('sharp', '10:30'),
      closed('after-us', '10:20'),
      closed('twice', '10:05'),
      reopened('twice', '10:12'),
      closed('twice', '10:15'),
      closed('edge', '10:30'),
      closed('flash', '10:30'),
      reopened('flash', '10:30'),
      closed('anew', '11:00'),
      reopened('anew', '14:00'),
      closed('touched', '11:00'),
      closed('ours', '11:00'),
      given('given', '10:10', null, 'ann'),
      // ann's from 10:10, ben's, then ann's again from 10:50 on; closed from 11:00 to 11:20
      given('given-twice', '10:10', null, 'ann'),
      given('given-twice', '10:20', 'ann', 'ben'),
      given('given-twice', '10:50', 'ben', 'ann'),
      closed('given-twice', '11:00'),
      reopened('given-twice', '11:20'),
      given('not-given', '10:10', null, 'ann'),
      closed('handed', '10:10'),
      reopened('handed', '10:40'),
    ],
  }),
};
const asked = (metric: string, id: string, more: object = {}) => totalOf(metric, id, { statistics: ['sum', 'count'], ...more });
const closes = rulesOf(CLOSES, MARCH, [
  // 10:30 − 10:00 and 12:20 − 12:00
  { rule: 'after a close a new run begins; what was closed unanswered enters no mean', ask: asked('customer_wait_time', 'thanks'), is: [[3000, 2]] },
  { rule: 'an agents’ run answers also across a close', ask: asked('customer_wait_time', 'across'), is: [[1800, 1]] },
  // 90 minutes less 60
  { rule: 'less the time in which the ticket was closed', ask: asked('customer_wait_time', 'back'), is: [[1800, 1]] },
  { rule: 'so is the first response', ask: asked('time_to_first_response', 'back'), is: [[1800, 1]] },
  { rule: 'but not where the reopening comes after the reply', ask: asked('owner_reply_time', 'late'), is: [[1800, 1]] },
  // 30 minutes less 20
  { rule: 'one at its millisecond comes not after it', ask: asked('owner_reply_time', 'sharp'), is: [[600, 1]] },
  { rule: 'what the customer writes after a close answers nobody', ask: asked('customer_reply_time', 'after-us'), is: [[null, 0]] },
  { rule: 'a customer’s run is answered once', ask: asked('owner_reply_time', 'twice', { groupBy: ['author'] }), is: [['ann', 600, 1]] },
  // 300 and 10:50 − 10:40
  { rule: 'a row at the millisecond of a close stands before it', ask: asked('customer_wait_time', 'edge'), is: [[900, 2]] },
  // 300 and 10:50 − 10:30
  { rule: 'unless the ticket is open again at that millisecond', ask: asked('customer_wait_time', 'flash'), is: [[1500, 2]] },
  // from 10:30 to 11:00 less 10:30–10:40
  { rule: 'a handover while it is closed: from it on, less what is left of the stretch', ask: asked('time_to_first_response', 'handed'), is: [[1200, 1]] },
  { rule: 'after a close without an answer the first response starts anew', ask: asked('time_to_first_response', 'anew'), is: [[600, 1]] },
  {
    rule: 'it has an author, beside the owner',
    ask: asked('time_to_first_response', 'anew', { groupBy: ['author', 'owner'] }),
    is: [['ann', '(unassigned)', 600, 1]],
  },
  { rule: 'the run that answers across the last close is one of the replies', ask: totalOf('replies_to_resolution', 'touched'), is: 2 },
  { rule: 'and of its messages', ask: totalOf('one_touch_rate', 'touched'), is: 0 },
  { rule: 'and the one agents’ run', ask: totalOf('first_contact_resolution', 'touched'), is: 1 },
  // as of 11:05 the first of its two messages is written, a millisecond earlier none
  { rule: 'as far as it is written by then', ask: totalOf('replies_to_resolution', 'touched', { asOf: at(`${DAY} 11:05`) }), is: 1 },
  { rule: 'which is one touch so far', ask: totalOf('one_touch_rate', 'touched', { asOf: at(`${DAY} 11:05`) }), is: 1 },
  { rule: 'and before it none', ask: totalOf('replies_to_resolution', 'touched', { asOf: at(`${DAY} 11:04:59.999`) }), is: 0 },
  { rule: 'nor a contact', ask: totalOf('first_contact_resolution', 'touched', { asOf: at(`${DAY} 11:04:59.999`) }), is: 0 },
  {
    rule: 'nor one of its rows’ replies',
    ask: { kind: 'records', metric: 'replies_to_resolution', columns: ['agent_replies'], filters: only('touched'), asOf: at(`${DAY} 11:04:59.999`) },
    is: [[0]],
  },
  { rule: 'the opening of an agent’s ticket is no reply', ask: totalOf('one_touch_rate', 'ours'), is: 1 },
  { rule: 'nor one of the replies to resolution', ask: totalOf('replies_to_resolution', 'ours'), is: 1 },
  { rule: 'nor the first contact', ask: totalOf('first_contact_resolution', 'ours'), is: 1 },
  { rule: 'its messages are sent all the same', ask: totalOf('owner_reply_count', 'ours'), is: 3 },
  { rule: 'it is no turn', ask: asked('owner_reply_time', 'ours'), is: [[1200, 1]] },
  { rule: 'the customer’s answer to it is', ask: asked('customer_reply_time', 'ours'), is: [[1200, 1]] },
  {
    rule: 'with the switch agent-created tickets wait from their creation',
    ask: asked('time_to_first_response', 'ours', { include: ['agent_created'] }),
    is: [[2400, 1]],
  },
  { rule: 'without it they are left out', ask: asked('time_to_first_response', 'ours'), is: [[null, 0]] },
  {
    rule: 'which other metrics do not',
    ask: asked('owner_reply_time', 'ours', { include: ['agent_created'] }),
    is: '400: "owner_reply_time" counts tickets of the kind "agent_created" anyway: leave it out of "include", which can name spam, deleted, merged, test, imported there.',
  },
  { rule: 'since assignment: from when the author was given the ticket', ask: asked('reply_time_since_assignment', 'given'), is: [[1200, 1]] },
  // from 10:50 on, less 20 minutes closed
  { rule: 'the last time, less closed time', ask: asked('reply_time_since_assignment', 'given-twice'), is: [[1200, 1]] },
  { rule: 'who was never given it: from the turn’s start', ask: asked('reply_time_since_assignment', 'not-given'), is: [[1800, 1]] },
]);

// Monday the 3rd at 10:00; nobody closes anything
const SILENT: Desk = {
  settings: { newConversationAfter: '24h' },
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: ['chat', 'day', 'asked', 'us'].map((id) => made(id)),
    message: [
      ann('chat', '10:05'),
      cust('chat', '10:10'),
      cust('chat', '10:10', { sent_at: at('2025-03-20 10:00') }),
      ann('chat', '10:10', { sent_at: at('2025-03-20 10:04') }),
      // a day later to the millisecond, and one more
      ann('day', '10:05'),
      cust('day', '10:10'),
      cust('day', '10:10', { sent_at: at('2025-03-04 10:10') }),
      ann('day', '10:10', { sent_at: at('2025-03-04 10:11') }),
      cust('asked', '10:10', { sent_at: at('2025-03-04 10:00:00.001') }),
      ann('asked', '10:10', { sent_at: at('2025-03-04 10:10:00.001') }),
      ann('us', '10:05'),
      cust('us', '10:10', { sent_at: at('2025-03-10 10:00') }),
    ],
  }),
};
const silences = rulesOf(SILENT, MARCH, [
  // 10:05 − 10:00 and 10:04 − 10:00
  { rule: 'newConversationAfter: what comes later than that begins anew', ask: asked('owner_reply_time', 'chat'), is: [[540, 2]] },
  // 300 and 24 h + 60 s
  { rule: 'and not what comes just then', ask: asked('owner_reply_time', 'day'), is: [[300 + 86_460, 2]] },
  { rule: 'the first response starts anew', ask: asked('time_to_first_response', 'asked'), is: [[600, 1]] },
  { rule: 'and answers nobody', ask: asked('customer_reply_time', 'us'), is: [[null, 0]] },
  { rule: 'who waits, waits from it on', ask: totalOf('longest_wait', 'chat', { asOf: at('2025-03-20 10:03') }), is: 180 },
]);

const COUNTED: Desk = {
  settings: { answers: ['note', 'call'] },
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: ['called', 'noted', 'hidden', 'passed-on', 'by-note'].map((id) => made(id)),
    message: [
      ann('called', '10:10', { kind: 'call', visibility: 'internal' }),
      ann('noted', '10:10', { kind: 'note' }),
      ann('hidden', '10:10', { kind: 'note', visibility: 'internal' }),
      ann('hidden', '10:30'),
      ann('passed-on', '10:10', { kind: 'forward' }),
      ann('passed-on', '10:30'),
      ann('by-note', '10:10'),
      cust('by-note', '10:20', { kind: 'note' }),
    ],
  }),
};
const counted = rulesOf(COUNTED, MARCH, [
  { rule: 'answers: calls count whatever their visibility', ask: asked('time_to_first_response', 'called'), is: [[600, 1]] },
  { rule: 'public notes count', ask: asked('time_to_first_response', 'noted'), is: [[600, 1]] },
  { rule: 'and no others', ask: asked('time_to_first_response', 'hidden'), is: [[1800, 1]] },
  { rule: 'what it does not name does not', ask: asked('time_to_first_response', 'passed-on'), is: [[1800, 1]] },
  { rule: 'they are messages of the customer’s too', ask: totalOf('waiting_now', 'by-note', { asOf: at(`${DAY} 11:00`) }), is: 1 },
]);

/** Closes between messages, silences, and what else is an answer. */
export const aroundCloses = [...closes, ...silences, ...counted];
