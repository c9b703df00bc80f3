import { agent, event, helpdesk, message, stage, ticket, utc } from './builders';
import type { ChatSessionRow, Helpdesk, TicketEventRow } from './model';
import { HOUR, total, totals } from './oracle-self.fixture';
import { query } from './query';

/** Hand-worked examples: parts of a ticket's life, chats that bots end, and written-down time. */

const at = (time: string) => `2025-06-02 ${time}`;
const status = (time: string, from: string, to: string) => event('T1', at(time), 'status', from, to);
const mean = (desk: Helpdesk, metric: string) => total(desk, query(metric, { statistics: ['mean'] }));

describe('the time from creation to the last close', () => {
  // New 09–10, open 10–11, waiting 11–13, on hold 13–14, closed 14–15, open 15–16, closed.
  const desk = helpdesk({
    ticket: [ticket('T1', at('09:00'))],
    ticket_event: [
      status('10:00', 'new', 'open'),
      status('11:00', 'open', 'waiting_customer'),
      status('13:00', '', 'on_hold'),
      status('14:00', '', 'closed'),
      status('15:00', '', 'open'),
      status('16:00', '', 'closed'),
    ],
  });

  it('neither closed nor paused; neither closed nor waiting; new or open', () => {
    expect(mean(desk, 'resolution_time')).toBe(3 * HOUR);
    expect(mean(desk, 'requester_wait_time')).toBe(4 * HOUR);
    expect(mean(desk, 'agent_work_time')).toBe(3 * HOUR);
    expect(mean(desk, 'time_to_close')).toBe(7 * HOUR);
  });
});

describe('who had a ticket', () => {
  const owner = (time: string, from: string | null, to: string | null) => event('T1', at(time), 'owner', from, to);
  const closed = [status('12:00', 'open', 'closed'), status('13:00', 'closed', 'open'), status('15:00', 'open', 'closed')];
  const desk = (events: TicketEventRow[], owner_id: string | null = null) =>
    helpdesk({ ticket: [ticket('T1', at('09:00'), { owner_id })], ticket_event: [...events, ...closed] });

  it('the open time of each owner, nobody included; in all the open time', () => {
    const moved = desk([owner('10:00', null, 'A'), owner('11:00', 'A', 'B'), owner('14:00', 'B', 'A')]);
    expect(totals(moved, query('time_with_owner', { statistics: ['sum'], groupBy: ['owner'] }))).toEqual([
      ['A', 2 * HOUR],
      ['B', 2 * HOUR],
      ['none', HOUR],
    ]);
    expect(total(moved, query('time_with_owner', { statistics: ['n'] }))).toBe(3);
    expect(total(moved, query('time_with_team', { statistics: ['sum'] }))).toBe(5 * HOUR);
  });

  it('the first assignment; none without owner events', () => {
    expect(mean(desk([owner('10:00', null, 'A')]), 'time_to_assignment')).toBe(HOUR);
    expect(mean(desk([owner('10:00', 'A', null)]), 'time_to_assignment')).toBe(0);
    expect(mean(desk([], 'A'), 'time_to_assignment')).toBeNull();
  });
});

describe('chats', () => {
  const session = (ticket_id: string, given: Partial<ChatSessionRow>): ChatSessionRow => ({
    session_id: `S${ticket_id}`,
    ticket_id,
    started_at: utc(at('09:00')),
    first_agent_at: null,
    ended_at: utc(at('10:00')),
    ended_by: null,
    ...given,
  });
  // 1: a bot ended it; 2: a bot, after a handover; 3: the customer left; 4: answered 09:10; 5: goes on; 6: answered before it began.
  const desk = helpdesk({
    agent: [agent('A')],
    ticket: ['1', '2', '3', '4', '5', '6'].map((id) => ticket(id, at('09:00'))),
    message: [message('4', at('09:10'), 'agent', { author_id: 'A' })],
    ticket_event: [event('2', at('09:30'), 'handover', null, null, { actor_kind: 'bot' })],
    chat_session: [
      session('1', { ended_by: 'bot' }),
      session('2', { ended_by: 'bot' }),
      session('3', { ended_by: 'customer' }),
      session('4', { ended_by: 'agent', first_agent_at: utc(at('09:10')) }),
      session('5', { ended_at: null }),
      session('6', { ended_at: null, first_agent_at: utc(at('08:00')) }),
    ],
  });

  it('abandoned: 2 and 3 of 2, 3 and 4; solved by a bot: 1 of 1, 2, 3 and 4', () => {
    const rate = (metric: string, statistic: 'hits' | 'n') => total(desk, query(metric, { statistics: [statistic] }));
    expect([rate('chat_abandonment', 'hits'), rate('chat_abandonment', 'n')]).toEqual([2, 3]);
    expect([rate('bot_resolution_rate', 'hits'), rate('bot_resolution_rate', 'n')]).toEqual([1, 4]);
    expect(totals(desk, query('chat_abandonment', { statistics: ['hits'], groupBy: ['ended_by'] }))).toEqual([
      ['agent', 0],
      ['bot', 1],
      ['customer', 1],
    ]);
  });

  it('waited 10 minutes and lasted 50, by the author of the first answer', () => {
    expect(mean(desk, 'chat_wait_time')).toBe(600);
    expect(totals(desk, query('chat_duration', { statistics: ['mean'], groupBy: ['author'] }))).toEqual([['A', 3000]]);
  });
});

describe('stages of tickets that were closed again', () => {
  const stages = [stage('Open', 'open'), stage('Done', 'closed'), stage('Gone', 'merged')];

  it('a closed stage that follows the reopening says nothing of it; the last message before the last close does', () => {
    const desk = helpdesk({
      stage: stages,
      ticket: [ticket('T1', at('09:00'))],
      ticket_event: [
        status('10:00', 'open', 'closed'),
        event('T1', at('10:00'), 'stage', 'Open', 'Done'),
        status('11:00', 'closed', 'open'),
        status('14:00', 'open', 'closed'),
        event('T1', at('14:00'), 'stage', 'Done', 'Gone'),
      ],
      message: [message('T1', at('11:30'), 'customer'), message('T1', at('12:00'), 'agent')],
    });
    expect(totals(desk, query('time_in_stage', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([
      ['Done', 4 * HOUR],
      ['Open', 3 * HOUR],
    ]);
  });

  it('a stage that no table has stays, under its id', () => {
    const desk = helpdesk({
      stage: stages,
      ticket: [ticket('T1', at('09:00'))],
      ticket_event: [event('T1', at('10:00'), 'stage', 'gone', 'Done')],
    });
    expect(totals(desk, query('time_in_stage', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([['gone', HOUR]]);
  });
});

it('time entries are summed, by agent and activity, and follow their ticket', () => {
  const entry = (entry_id: string, ticket_id: string, seconds: number, activity: string | null) => ({
    entry_id,
    ticket_id,
    agent_id: 'A',
    at: utc(at('10:00')),
    seconds,
    activity,
  });
  const desk = helpdesk({
    ticket: [ticket('T1', at('09:00')), ticket('T2', at('09:00'), { is_spam: true })],
    time_entry: [entry('1', 'T1', 60, 'call'), entry('2', 'T1', 120, null), entry('3', 'T2', 5, 'call'), entry('4', 'gone', 5, 'call')],
  });
  expect(totals(desk, query('time_spent', { statistics: ['sum'], groupBy: ['activity'] }))).toEqual([
    ['call', 60],
    ['none', 120],
  ]);
  expect([total(desk, query('time_spent', { statistics: ['mean'] })), total(desk, query('time_spent', { statistics: ['count'] }))]).toEqual([90, 2]);
});
