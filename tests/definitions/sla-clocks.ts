import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { Clock, TicketRow } from '../oracle/model';
import { HOUR } from './sla-desk';
import { at, type Desk, MARCH, rulesOf } from './story';

// every ticket is created on Monday 3 March at 08:00 and promised a first reply in 2 hours, the next in 1, and a close in 4, around the clock
const DAY = '2025-03-03';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 08:00`, given);
const asks = (id: string, time: string) => message(id, `${DAY} ${time}`, 'customer');
const replies = (id: string, time: string) => message(id, `${DAY} ${time}`, 'agent', { author_id: 'ann' });
const closes = (id: string, time: string) => event(id, `${DAY} ${time}`, 'status', 'open', 'closed');
const reopens = (id: string, time: string) => event(id, `${DAY} ${time}`, 'status', 'closed', 'open');
const target = (policy_id: string, clock: Clock, hours: number, priority: string | null = null) => ({
  policy_id,
  clock,
  priority,
  valid_from: null,
  target_seconds: hours * HOUR,
  calendar_id: null,
  pauses: false,
});

const ROWS = helpdesk({
  agent: [agent('ann')],
  sla_target: [
    target('p', 'first_reply', 2),
    target('p', 'next_reply', 1),
    target('p', 'close', 4),
    target('strict', 'first_reply', 1),
    target('vip', 'first_reply', 1, 'urgent'),
    target('vip', 'close', 4),
  ],
  ticket: [
    ...['reopened', 'overdue', 'sharp', 'quick', 'after', 'due', 'late', 'again', 'same', 'written', 'unread', 'anew', 'handed', 'switched'].map((id) =>
      made(id)
    ),
    made('ours', { created_by: 'agent' }),
    made('calm', { priority: 'low' }),
    made('unknown'),
  ],
  ticket_sla: [
    ...['reopened', 'overdue', 'sharp', 'quick', 'after', 'due', 'late', 'again', 'same', 'written', 'unread', 'anew', 'handed', 'ours'].map((ticket_id) => ({
      ticket_id,
      policy_id: 'p',
      from: null,
      to: null,
    })),
    { ticket_id: 'switched', policy_id: 'strict', from: null, to: at(`${DAY} 09:30`) },
    { ticket_id: 'switched', policy_id: 'p', from: at(`${DAY} 09:30`), to: null },
    { ticket_id: 'calm', policy_id: 'vip', from: null, to: null },
    { ticket_id: 'unknown', policy_id: 'gold', from: null, to: null },
  ],
  message: [
    replies('after', '09:30'),
    replies('due', '10:00'),
    replies('late', '10:00:00.001'),
    replies('again', '09:30'),
    replies('same', '09:30'),
    // answered at once, written to again while it is closed
    ...['written', 'unread'].flatMap((id) => [replies(id, '08:00:01'), asks(id, '10:00'), replies(id, '11:30')]),
    asks('anew', '12:00'),
    replies('anew', '13:00'),
    replies('handed', '11:00'),
    replies('switched', '09:50'),
    replies('ours', '08:10'),
    asks('ours', '09:00'),
    replies('ours', '10:30'),
    replies('calm', '11:00'),
    replies('unknown', '11:00'),
  ],
  ticket_event: [
    closes('reopened', '10:00'),
    reopens('reopened', '15:00'),
    closes('reopened', '16:30'),
    closes('overdue', '11:00'),
    closes('sharp', '10:00'),
    ...['quick', 'after', 'due', 'late', 'again', 'same', 'written', 'unread', 'anew'].map((id) => closes(id, '09:00')),
    reopens('again', '09:15'),
    reopens('same', '09:30'),
    reopens('written', '11:00'),
    reopens('anew', '12:00'),
    event('handed', `${DAY} 09:30`, 'handover', null, null, { actor_kind: 'bot' }),
  ],
});
const DESK: Desk = { rows: ROWS };
const asked = (metric: string, id: string, clock: Clock, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  filters: [
    { field: 'ticket', op: 'equals', values: [id] },
    { field: 'clock', op: 'equals', values: [clock] },
  ],
  ...more,
});
/** The outcome of a ticket's clocks of a kind: start, due, met, elapsed. */
const told = (id: string, clock: Clock, more: object = {}) =>
  asked('sla_attainment', id, clock, { kind: 'records', columns: ['start_at', 'due_at', 'met_at', 'elapsed'], ...more });
const breaches = (id: string, clock: Clock = 'first_reply', more: object = {}) => asked('sla_breaches', id, clock, more);
const left = (id: string, clock: Clock, time: string) => asked('time_to_breach', id, clock, { asOf: at(`${DAY} ${time}`) });
const on = (time: string) => `${DAY} ${time}`;

/** When SLA clocks start, stand still and end. */
export const clocks = rulesOf(DESK, MARCH, [
  // open 08–10 and 15:00–16:30
  {
    rule: 'the close clock stands still while the ticket is closed, and goes on with what is left',
    ask: told('reopened', 'close'),
    is: [[on('08:00'), on('17:00'), on('16:30'), 3.5 * HOUR]],
  },
  {
    rule: 'the first close decides until the reopening',
    ask: told('reopened', 'close', { asOf: at(on('14:00')) }),
    is: [[on('08:00'), on('12:00'), on('10:00'), 2 * HOUR]],
  },
  { rule: 'and nothing from then on', ask: asked('sla_attainment', 'reopened', 'close', { asOf: at(on('15:00')) }), is: null },
  { rule: 'reopened, 2 of its 4 hours are left', ask: left('reopened', 'close', '15:30'), is: 1.5 * HOUR },
  { rule: 'closed, it does not run', ask: left('reopened', 'close', '12:00'), is: null },
  // due at 10:00
  { rule: 'a reply clock that was due when a close ended it is breached', ask: breaches('overdue'), is: 1 },
  { rule: 'at the due instant', ask: told('overdue', 'first_reply'), is: [[on('08:00'), on('10:00'), null, 3 * HOUR]] },
  { rule: 'also where it was due at the close', ask: breaches('sharp'), is: 1 },
  { rule: 'else it is dropped', ask: asked('sla_attainment', 'quick', 'first_reply'), tell: 'n', is: 0 },
  { rule: 'or met by an answer before any reopening', ask: told('after', 'first_reply'), is: [[on('08:00'), on('10:00'), on('09:30'), 1.5 * HOUR]] },
  { rule: 'not after it would have been due', ask: told('due', 'first_reply'), is: [[on('08:00'), on('10:00'), on('10:00'), 2 * HOUR]] },
  { rule: 'and dropped after that', ask: asked('sla_attainment', 'late', 'first_reply'), tell: 'n', is: 0 },
  { rule: 'an answer after a reopening comes too late', ask: asked('sla_attainment', 'again', 'first_reply'), tell: 'n', is: 0 },
  { rule: 'one at its millisecond does not', ask: asked('sla_attainment', 'same', 'first_reply'), is: 1 },
  {
    rule: 'a clock whose run begins in a closed ticket starts at the reopening',
    ask: told('written', 'next_reply'),
    is: [[on('11:00'), on('12:00'), on('11:30'), HOUR / 2]],
  },
  { rule: 'without one there is none', ask: asked('sla_attainment', 'unread', 'next_reply'), tell: 'n', is: 0 },
  {
    rule: 'what the customer writes after a close without an answer has a first reply clock of its own',
    ask: told('anew', 'first_reply'),
    is: [[on('12:00'), on('14:00'), on('13:00'), HOUR]],
  },
  {
    rule: 'in a ticket that an agent created every customer run has a next reply clock',
    ask: told('ours', 'next_reply'),
    is: [[on('09:00'), on('10:00'), on('10:30'), 1.5 * HOUR]],
  },
  { rule: 'and none has a first reply clock', ask: asked('sla_attainment', 'ours', 'first_reply'), tell: 'n', is: 0 },
  { rule: 'a handover starts the first reply clock anew', ask: told('handed', 'first_reply'), is: [[on('09:30'), on('11:30'), on('11:00'), 1.5 * HOUR]] },
  { rule: 'which is not known before it', ask: left('handed', 'first_reply', '09:15'), is: 0.75 * HOUR },
  { rule: 'and is from then on', ask: left('handed', 'first_reply', '09:30'), is: 2 * HOUR },
  // strict: due at 09:00; p from 09:30 on: due at 10:00
  { rule: 'at an instant the policy in force then counts', ask: breaches('switched', 'first_reply', { asOf: at(on('09:15')) }), is: 1 },
  { rule: 'and no later one', ask: left('switched', 'first_reply', '09:15'), is: -HOUR / 4 },
  { rule: 'another policy may take a breach away', ask: breaches('switched', 'first_reply', { asOf: at(on('09:30')) }), is: 0 },
  { rule: 'as it counts from the clock’s own start', ask: left('switched', 'first_reply', '09:45'), is: HOUR / 4 },
  {
    rule: 'the policy in force when the clock ends decides',
    ask: told('switched', 'first_reply'),
    is: [[on('08:00'), on('10:00'), on('09:50'), 11 * (HOUR / 6)]],
  },
  { rule: 'a policy without a target there: no clock', ask: asked('sla_attainment', 'calm', 'first_reply'), tell: 'n', is: 0 },
  // calm has one for its close
  {
    rule: 'and a notice counts the tickets',
    ask: { metric: 'sla_attainment', view: 'totals', timeZone: 'UTC' },
    tell: 'notices',
    is: ['2 tickets: their SLA policy has no target for them (sla_target).'],
  },
]);
