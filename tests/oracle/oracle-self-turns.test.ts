import { agent, event, helpdesk, message, ticket, utc } from './builders';
import { DEFAULT_SETTINGS, type Helpdesk, type MessageRow, type TicketEventRow, type TicketRow } from './model';
import { HOUR, total, totals } from './oracle-self.fixture';
import { query, type OracleQuery } from './query';

/** Hand-worked examples: who answers whom, across closes and from when. */

const at = (time: string) => `2025-06-02 ${time}`;
const closes = (time: string, n = '1') => event('T1', at(time), 'status', 'open', 'closed', { event_id: `${n}` });
const reopens = (time: string, n = '2') => event('T1', at(time), 'status', 'closed', 'open', { event_id: `${n}` });
const customer = (time: string, given: Partial<MessageRow> = {}) => message('T1', at(time), 'customer', given);
const agents = (time: string, given: Partial<MessageRow> = {}) => message('T1', at(time), 'agent', { author_id: 'A', ...given });
const desk = (messages: MessageRow[], events: TicketEventRow[] = [], given: Partial<TicketRow> = {}): Helpdesk =>
  helpdesk({
    agent: [agent('A'), agent('Bot', { is_bot: true })],
    ticket: [ticket('T1', at('09:00'), given)],
    message: messages,
    ticket_event: events,
  });
const sum = (of: Helpdesk, metric: string, given: Partial<OracleQuery> = {}, settings = DEFAULT_SETTINGS) =>
  total(of, query(metric, { statistics: ['sum'], ...given }), settings);
const n = (of: Helpdesk, metric: string) => total(of, query(metric));

describe('a close ends a wait', () => {
  it('the first row after a close starts a new run: what the customer wrote before it is answered by nothing', () => {
    // Created 09:00, closed 10:00; writes again 14:00, reopened then, answered 14:10.
    const again = desk([customer('14:00'), agents('14:10')], [closes('10:00'), reopens('14:00')]);
    expect([sum(again, 'customer_wait_time'), n(again, 'customer_wait_time')]).toEqual([600, 1]);
    expect(sum(again, 'time_to_first_response')).toBe(600);
  });

  it('an agent answers across a close, less the closed time before the reopening; not where it comes after the reply', () => {
    expect(sum(desk([agents('12:00')], [closes('10:00'), reopens('11:00')]), 'customer_wait_time')).toBe(2 * HOUR);
    expect(sum(desk([agents('12:00')], [closes('10:00')]), 'customer_wait_time')).toBe(3 * HOUR);
    expect(sum(desk([agents('12:00')], [closes('10:00'), reopens('12:01')]), 'customer_wait_time')).toBe(3 * HOUR);
    expect(sum(desk([agents('12:00')], [closes('10:00'), reopens('12:00')]), 'customer_wait_time')).toBe(HOUR);
  });

  it('a customer’s run answers no agent’s run from before a close, and an agent answers a run once', () => {
    const thanks = desk([agents('09:30'), customer('11:00'), agents('12:00')], [closes('10:00'), reopens('11:00')]);
    expect([n(thanks, 'customer_reply_time'), n(thanks, 'customer_wait_time')]).toEqual([0, 2]);
    const twice = desk([agents('09:30'), agents('11:00')], [closes('10:00')]);
    expect(n(twice, 'customer_wait_time')).toBe(1);
  });

  it('a row at the millisecond of a close stands before it, unless the ticket is open again then', () => {
    const one = desk([agents('09:30'), agents('10:00')], [closes('10:00')]);
    expect(total(one, query('first_contact_resolution', { statistics: ['hits'] }))).toBe(1);
    // Open again at 10:00: the customer's row stands after the close, so it answers nothing.
    expect(n(desk([agents('09:30'), customer('10:00')], [closes('10:00'), reopens('10:00')]), 'customer_reply_time')).toBe(0);
    expect(n(desk([agents('09:30'), customer('10:00')], [closes('10:00')]), 'customer_reply_time')).toBe(1);
  });

  it('after `newConversationAfter` a customer’s row begins anew: strictly later than that', () => {
    const long = desk([agents('09:30'), customer('14:00'), agents('14:05')]);
    const hours = (newConversationAfterHours: number | null) => ({ ...DEFAULT_SETTINGS, newConversationAfterHours });
    expect(total(long, query('customer_reply_time'), hours(4))).toBe(0);
    expect(total(long, query('customer_reply_time'), hours(4.5))).toBe(1);
    expect(sum(long, 'customer_wait_time', {}, hours(4))).toBe(1800 + 300);
  });
});

describe('the first response', () => {
  it('is by its author, from the last opening run; no opening run where an agent wrote first', () => {
    const two = desk([customer('12:00'), agents('12:20')], [closes('10:00'), reopens('11:00')]);
    expect(totals(two, query('time_to_first_response', { statistics: ['sum'], groupBy: ['author'] }))).toEqual([['A', 1200]]);
    const first = desk([agents('09:05'), customer('09:10'), agents('09:20')], [], { created_by: 'system' });
    expect(n(first, 'time_to_first_response')).toBe(0);
    expect(sum(first, 'customer_wait_time')).toBe(600);
  });

  it('a handover restarts the opening turn too, and no other', () => {
    const hands = (time: string) => event('T1', at(time), 'handover', null, null, { actor_kind: 'bot' });
    const chat = desk([agents('09:30'), customer('10:00'), agents('10:30')], [hands('09:20'), hands('10:10')]);
    expect(sum(chat, 'customer_wait_time')).toBe(600 + 1800);
    // At the millisecond of the reply it is not before it.
    expect(sum(desk([agents('09:30')], [hands('09:30')]), 'customer_wait_time')).toBe(1800);
  });

  it('an agent-created ticket: its opening is no reply; with the switch from creation to the first reply after it', () => {
    const made = desk([agents('09:00'), customer('10:00'), agents('10:20')], [closes('11:00')], { created_by: 'agent' });
    expect([n(made, 'time_to_first_response'), sum(made, 'time_to_first_response', { include: ['agent_created'] })]).toEqual([0, 4800]);
    expect([sum(made, 'customer_reply_time'), sum(made, 'customer_wait_time'), n(made, 'owner_reply_count')]).toEqual([HOUR, 1200, 2]);
    expect(total(made, query('one_touch_rate', { statistics: ['share'] }))).toBe(1);
  });
});

describe('answers and replies', () => {
  it('`answers` adds public notes, and calls and forwards whatever their visibility', () => {
    const said = desk([agents('09:10', { kind: 'note', visibility: 'internal' }), agents('09:20', { kind: 'call', visibility: 'internal' })]);
    const reply = (answers: ReadonlyArray<'note' | 'call'>) =>
      total(said, query('customer_wait_time', { statistics: ['sum'] }), { ...DEFAULT_SETTINGS, answers });
    expect([reply([]), reply(['note']), reply(['note', 'call'])]).toEqual([null, null, 1200]);
  });

  it('the run that answers across the last close counts in replies until it', () => {
    const across = desk([agents('10:05'), agents('10:06')], [closes('10:00')]);
    expect(total(across, query('replies_to_resolution', { statistics: ['mean'] }))).toBe(2);
    expect(total(across, query('first_contact_resolution', { statistics: ['share'] }))).toBe(1);
    expect(total(across, query('one_touch_rate', { statistics: ['share'] }))).toBe(0);
    const after = desk([agents('09:30'), agents('10:05')], [closes('10:00')]);
    expect(total(after, query('one_touch_rate', { statistics: ['share'] }))).toBe(1);
  });

  it('since the assignment: from the last event that gave the ticket to the turn’s author', () => {
    const given = (time: string, to: string) => event('T1', at(time), 'owner', null, to);
    const since = (events: TicketEventRow[]) => sum(desk([agents('10:00')], events), 'reply_time_since_assignment');
    expect([
      since([]),
      since([given('09:40', 'A')]),
      since([given('09:40', 'B')]),
      since([given('09:10', 'A'), given('09:20', 'B'), given('09:50', 'A')]),
    ]).toEqual([HOUR, 1200, HOUR, 600]);
  });

  it('asked inside or outside the hours of its SLA-hours view; none set is said', () => {
    const office = {
      calendar: [{ calendar_id: 'day', name: null, time_zone: 'UTC' }],
      calendar_hours: [{ calendar_id: 'day', weekday: 1, start: '09:00', end: '10:00', valid_from: null, valid_to: null }],
    };
    const talk = { ...desk([agents('09:30'), customer('10:00'), agents('10:30')]), ...office };
    const asked = (defaultCalendar: string | null) =>
      totals(talk, query('customer_wait_time', { groupBy: ['asked_in_hours'] }), { ...DEFAULT_SETTINGS, defaultCalendar });
    expect(asked('day')).toEqual([
      ['inside', 1],
      ['outside', 1],
    ]);
    expect(asked(null)).toEqual([['no hours set', 2]]);
  });
});

it('waits are those of open tickets, less closed time', () => {
  const waits = desk([], [closes('10:00'), reopens('11:00')]);
  const longest = (time: string) => total(waits, query('longest_wait', { statistics: ['max'], asOf: utc(at(time)) }));
  expect([longest('09:30'), longest('10:30'), longest('11:00'), longest('12:00')]).toEqual([1800, null, null, 2 * HOUR]);
});
