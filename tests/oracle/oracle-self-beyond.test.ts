import { agent, event, helpdesk, message, stage, ticket, utc } from './builders';
import { evaluate } from './evaluate';
import { DEFAULT_SETTINGS, type ChatSessionRow, type Helpdesk, type OracleSettings, type SlaTargetRow } from './model';
import { isOverTime, query, type OracleQuery, type Range } from './query';

/** Hand-worked examples of the metrics beyond the suite. */

const YEAR: Range = { from: utc('2025-01-01 00:00'), to: utc('2026-01-01 00:00') };
const HOUR = 3600;

/** The first value of the only row. */
function total(desk: Helpdesk, asked: OracleQuery, now = '2025-12-31 00:00', settings: OracleSettings = DEFAULT_SETTINGS): number | null {
  const answer = evaluate(desk, settings, asked, YEAR, utc(now));
  return isOverTime(answer) ? null : (answer.rows[0]?.values[asked.statistics[0] ?? ''] ?? null);
}

const office: Partial<Helpdesk> = {
  calendar: [{ calendar_id: 'day', name: null, time_zone: 'UTC' }],
  calendar_hours: [1, 2, 3, 4, 5].map((weekday) => ({ calendar_id: 'day', weekday, start: '09:00', end: '17:00', valid_from: null, valid_to: null })),
};

describe('SLA clocks', () => {
  const target = (clock: SlaTargetRow['clock'], hours: number, given: Partial<SlaTargetRow> = {}): SlaTargetRow => ({
    policy_id: 'P',
    clock,
    priority: null,
    valid_from: null,
    target_seconds: hours * HOUR,
    calendar_id: 'day',
    pauses: false,
    ...given,
  });
  const covered = { ticket_sla: [{ ticket_id: 'T1', policy_id: 'P', from: null, to: null }] };
  const count = (clock: string) => query('sla_breaches', { statistics: ['count'], filters: [{ field: 'clock', op: 'equals', values: [clock] }] });
  const share = (clock: string) => query('sla_attainment', { statistics: ['share'], filters: [{ field: 'clock', op: 'equals', values: [clock] }] });

  // Created Friday 2025-06-06 16:00; two office hours are used up on Monday 10:00.
  const created = ticket('T1', '2025-06-06 16:00');
  const answered = (at: string) =>
    helpdesk({ ...office, ...covered, sla_target: [target('first_reply', 2)], ticket: [created], message: [message('T1', at, 'agent')] });

  it('an answer exactly at the due instant is attained; a second later it is a breach, dated at the due instant', () => {
    expect(total(answered('2025-06-09 10:00'), share('first_reply'))).toBe(1);
    expect(total(answered('2025-06-09 10:00:01'), share('first_reply'))).toBe(0);
    const late = answered('2025-06-09 10:00:01');
    const monday = evaluate(
      late,
      DEFAULT_SETTINGS,
      count('first_reply'),
      { from: utc('2025-06-09 10:00'), to: utc('2025-06-09 10:00:01') },
      utc('2025-12-31 00:00')
    );
    expect(isOverTime(monday) ? null : monday.rows[0]?.n).toBe(1);
  });

  it('a budget that ends at closing time is due then, and not breached before the next opening', () => {
    const desk = helpdesk({ ...office, ...covered, sla_target: [target('first_reply', 1)], ticket: [created] });
    // Due Friday 17:00. All weekend elapsed = target: running. Monday 09:00:01 it is more.
    expect(total(desk, count('first_reply'), '2025-06-08 12:00')).toBe(0);
    expect(total(desk, count('first_reply'), '2025-06-09 09:00:01')).toBe(1);
    expect(total(desk, query('time_to_breach', { statistics: ['min'] }), '2025-06-06 16:30')).toBe(1800);
    expect(total(desk, query('time_to_breach', { statistics: ['min'], hours: 'sla' }), '2025-06-09 10:00')).toBe(-HOUR);
  });

  it('at risk: running, and due within the minutes asked', () => {
    const desk = helpdesk({ ...office, ...covered, sla_target: [target('first_reply', 1)], ticket: [created] });
    const risk = (withinMinutes: number, now: string) => total(desk, query('sla_at_risk', { statistics: ['count'], withinMinutes }), now);
    expect(risk(30, '2025-06-06 16:30')).toBe(1);
    expect(risk(29, '2025-06-06 16:30')).toBe(0);
    expect(risk(30, '2025-06-09 10:00')).toBe(0); // breached by then
  });

  it('each later customer run has a next_reply clock, from its first message; what a close ends unanswered is breached if it was due by then, else dropped', () => {
    // Runs: customer (creation), agent 16:10, customer 16:20 and 16:40, agent 16:50 (30 min), customer 16:55, never answered.
    const messages = [
      message('T1', '2025-06-06 16:10', 'agent'),
      message('T1', '2025-06-06 16:20', 'customer'),
      message('T1', '2025-06-06 16:40', 'customer'),
      message('T1', '2025-06-06 16:50', 'agent'),
      message('T1', '2025-06-06 16:55', 'customer'),
    ];
    const desk = helpdesk({ ...office, ...covered, sla_target: [target('next_reply', 0.25)], ticket: [created], message: messages });
    expect(total(desk, count('next_reply'))).toBe(2);
    // Due on Monday 09:10 (5 minutes on Friday, 10 on Monday).
    const closed = (at: string) => ({ ...desk, ticket: [{ ...created, closed_at: utc(at) }] });
    expect(total(closed('2025-06-09 09:10'), count('next_reply'))).toBe(2);
    expect(total(closed('2025-06-09 09:09'), count('next_reply'))).toBe(1);
  });

  it('pauses stop the clock where the target pauses, never the SLA-hours view', () => {
    // Monday 09:00 to 12:00, waiting for the customer 10:00–11:30: 1.5 h ran, of 2 h.
    const desk = (pauses: boolean) =>
      helpdesk({
        ...office,
        ...covered,
        sla_target: [target('close', 2, { pauses })],
        stage: [stage('Open', 'open'), stage('Wait', 'waiting_customer', true), stage('Done', 'closed')],
        ticket: [ticket('T1', '2025-06-02 09:00')],
        ticket_event: [
          event('T1', '2025-06-02 10:00', 'stage', 'Open', 'Wait'),
          event('T1', '2025-06-02 11:30', 'stage', 'Wait', 'Open'),
          event('T1', '2025-06-02 12:00', 'stage', 'Open', 'Done'),
        ],
      });
    expect(total(desk(true), share('close'))).toBe(1);
    expect(total(desk(false), share('close'))).toBe(0);
    expect(total(desk(true), query('time_to_close', { hours: 'sla', statistics: ['mean'] }))).toBe(3 * HOUR);
  });
});

describe('backlog and waiting', () => {
  // Created 09:00 by the customer; answered 10:00; asked again 11:00 and 11:30; closed 12:00; reopened 14:00 (still waiting since 11:00).
  const desk = helpdesk({
    ticket: [ticket('T1', '2025-06-02 09:00')],
    message: [message('T1', '2025-06-02 10:00', 'agent'), message('T1', '2025-06-02 11:00', 'customer'), message('T1', '2025-06-02 11:30', 'customer')],
    ticket_event: [event('T1', '2025-06-02 12:00', 'status', 'open', 'closed'), event('T1', '2025-06-02 14:00', 'status', 'closed', 'open')],
  });
  const at = (metric: string, statistic: 'count' | 'max', now: string) => total(desk, query(metric, { statistics: [statistic] }), now);

  it('is true at any instant, from events strictly before it', () => {
    expect(at('backlog', 'count', '2025-06-02 09:00')).toBe(0);
    expect(at('backlog', 'count', '2025-06-02 12:00')).toBe(1);
    expect(at('backlog', 'count', '2025-06-02 12:00:01')).toBe(0);
    expect(at('backlog_age', 'max', '2025-06-02 15:00')).toBe(6 * HOUR);
  });

  it('waits from the first message of the customer’s run', () => {
    expect(at('longest_wait', 'max', '2025-06-02 09:30')).toBe(HOUR / 2);
    expect(at('waiting_now', 'count', '2025-06-02 10:30')).toBe(0);
    expect(at('longest_wait', 'max', '2025-06-02 11:45')).toBe(0.75 * HOUR);
    expect(at('waiting_now', 'count', '2025-06-02 13:00')).toBe(0);
    // Less the two hours from the close to the reopening.
    expect(at('longest_wait', 'max', '2025-06-02 15:00')).toBe(2 * HOUR);
  });

  it('what flows in and out: one created, one closed, one reopened', () => {
    expect(total(desk, query('net_flow', { statistics: ['sum'] }))).toBe(1);
    expect(total(desk, query('closed', { statistics: ['count'] }))).toBe(1);
    expect(total(desk, query('reopen_rate', { statistics: ['share'] }))).toBe(1);
  });
});

describe('resolution and transfers', () => {
  // T1: two replies in one turn: first contact, but not one touch. T2: closed without a reply. T3: reopened once.
  const desk = helpdesk({
    ticket: ['T1', 'T2', 'T3'].map((id) => ticket(id, '2025-06-02 09:00')),
    message: [
      message('T1', '2025-06-02 10:00', 'agent'),
      message('T1', '2025-06-02 10:05', 'agent'),
      message('T1', '2025-06-02 13:00', 'agent'),
      message('T3', '2025-06-02 10:00', 'agent'),
    ],
    ticket_event: [
      ...['T1', 'T2', 'T3'].map((id) => event(id, '2025-06-02 12:00', 'status', 'open', 'closed')),
      event('T3', '2025-06-02 13:00', 'status', 'closed', 'open'),
      event('T3', '2025-06-02 14:00', 'status', 'open', 'closed'),
      event('T1', '2025-06-02 09:10', 'owner', null, 'A'),
      event('T1', '2025-06-02 09:20', 'owner', null, 'B'),
      event('T1', '2025-06-02 09:30', 'owner', null, null),
      event('T1', '2025-06-02 09:40', 'owner', null, 'C'),
    ],
  });

  it('one touch, first contact, replies until the last close with zero included', () => {
    expect(total(desk, query('one_touch_rate', { statistics: ['share'] }))).toBe(0);
    expect(total(desk, query('first_contact_resolution', { statistics: ['share'] }))).toBeCloseTo(1 / 3);
    expect(total(desk, query('replies_to_resolution', { statistics: ['mean'] }))).toBe(1); // (2 + 0 + 1) ÷ 3
  });

  it('a transfer goes from somebody to somebody else: A → B only', () => {
    expect(total(desk, query('transfers', { statistics: ['count'] }))).toBe(1);
  });
});

describe('load and cover', () => {
  const session = (session_id: string, from: string, to: string | null): ChatSessionRow => ({
    session_id,
    ticket_id: session_id,
    started_at: utc(from),
    first_agent_at: utc(from),
    ended_at: to === null ? null : utc(to),
    ended_by: null,
  });
  const status = (from: string, to: string) => ({ agent_id: 'A', availability: 'available' as const, status: null, from: utc(from), to: utc(to) });
  // A holds one chat 09:00–11:00 and another 10:00–11:00: 3 session hours in 2 hours. Available 08:00–12:00, and again 13:00–14:00.
  const desk = helpdesk({
    ...office,
    agent: [agent('A')],
    ticket: [ticket('S1', '2025-06-02 09:00', { created_by: 'agent' }), ticket('S2', '2025-06-02 10:00', { created_by: 'agent' })],
    message: [message('S1', '2025-06-02 09:00', 'agent', { author_id: 'A' }), message('S2', '2025-06-02 10:00', 'agent', { author_id: 'A' })],
    chat_session: [session('S1', '2025-06-02 09:00', '2025-06-02 11:00'), session('S2', '2025-06-02 10:00', '2025-06-02 11:00')],
    agent_status: [status('2025-06-02 08:00', '2025-06-02 12:00'), status('2025-06-02 13:00', '2025-06-02 14:00')],
  });

  it('concurrency over the time with a chat, occupancy over the time available', () => {
    expect(total(desk, query('agent_concurrency', { statistics: ['mean'] }))).toBe(1.5);
    expect(total(desk, query('occupancy', { statistics: ['share'] }))).toBe(0.4); // 2 of 5 hours
  });

  it('owning a ticket whose customer waits is being occupied', () => {
    // T waits from 13:30 on: half an hour more, 2.5 of 5.
    const waiting = { ...desk, ticket: [...desk.ticket, ticket('T', '2025-06-02 13:30', { owner_id: 'A' })] };
    expect(total(waiting, query('occupancy', { statistics: ['share'] }))).toBe(0.5);
  });

  it('uncovered: business time in which nobody is available; null without business time', () => {
    const day = (from: string, to: string) => {
      const answer = evaluate(
        desk,
        { ...DEFAULT_SETTINGS, defaultCalendar: 'day' },
        query('uncovered_hours', { statistics: ['sum'] }),
        { from: utc(from), to: utc(to) },
        utc('2025-12-31 00:00')
      );
      return isOverTime(answer) ? undefined : answer.rows[0]?.values.sum;
    };
    // Monday 09–17: covered 09–12 and 13–14, so 4 hours are not.
    expect(day('2025-06-02 00:00', '2025-06-03 00:00')).toBe(4 * HOUR);
    expect(day('2025-06-02 09:00', '2025-06-02 12:00')).toBe(0);
    expect(day('2025-06-01 00:00', '2025-06-02 00:00')).toBeNull(); // Sunday
  });
});
