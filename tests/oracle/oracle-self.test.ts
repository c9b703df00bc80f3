import { agent, event, helpdesk, message, stage, survey, ticket, utc } from './builders';
import { HOUR, total, totals } from './oracle-self.fixture';
import { query, type OracleQuery } from './query';

/** Hand-worked examples: is the oracle right? Each says its working. Tickets, replies, stages and ratings. */

describe('tickets', () => {
  // Created Monday 09:00, closed 10:00, reopened 11:00, closed 13:00. The last event repeats "closed": nothing.
  const reopened = helpdesk({
    ticket: [ticket('T1', '2025-06-02 09:00', { closed_at: utc('2025-06-02 20:00') })],
    ticket_event: [
      event('T1', '2025-06-02 10:00', 'status', 'open', 'closed'),
      event('T1', '2025-06-02 11:00', 'status', 'closed', 'open'),
      event('T1', '2025-06-02 13:00', 'status', 'junk', 'closed'),
      event('T1', '2025-06-02 15:00', 'status', 'closed', 'closed'),
      event('T1', '2025-06-02 16:00', 'status', 'closed', 'merged'),
    ],
  });

  it('a reopened ticket counts once, with the longer time; closed_at is ignored where events exist', () => {
    expect(total(reopened, query('time_to_close', { statistics: ['mean'] }))).toBe(4 * HOUR);
    expect(total(reopened, query('time_to_close', { statistics: ['mean'], close: 'first' }))).toBe(HOUR);
    expect(total(reopened, query('time_to_close', { statistics: ['n'] }))).toBe(1);
  });

  it('leaves while it is open again: at 12:00 it is not closed, at 10:00 sharp it is (the event has happened)', () => {
    const at = (text: string) => total(reopened, query('time_to_close', { statistics: ['mean'], asOf: utc(text) }));
    expect(at('2025-06-02 12:00')).toBeNull();
    expect(at('2025-06-02 10:00')).toBe(HOUR);
    expect(at('2025-06-02 09:59')).toBeNull();
  });

  it('without events the stage or closed_at tell', () => {
    const desk = helpdesk({
      stage: [stage('S', 'open'), stage('C', 'closed')],
      ticket: [
        ticket('T1', '2025-06-02 09:00', { closed_at: utc('2025-06-02 12:00') }),
        ticket('T2', '2025-06-02 09:00', { closed_at: utc('2025-06-02 12:00') }),
      ],
      ticket_event: [event('T2', '2025-06-02 10:00', 'stage', 'S', 'C')],
    });
    expect(totals(desk, query('time_to_close', { statistics: ['mean'], groupBy: ['ticket'] }))).toEqual([
      ['T1', 3 * HOUR],
      ['T2', HOUR],
    ]);
  });

  it('spam, deleted, merged-away, test and imported tickets need their switch, all of theirs', () => {
    const desk = helpdesk({ ticket: [ticket('T1', '2025-06-02 09:00', { is_spam: true, is_test: true }), ticket('T2', '2025-06-02 09:00')] });
    expect(total(desk, query('support_volume'))).toBe(1);
    expect(total(desk, query('support_volume', { include: ['spam'] }))).toBe(1);
    expect(total(desk, query('support_volume', { include: ['spam', 'test'] }))).toBe(2);
  });

  it('the owner is the one at the dating event; before the first event its from_value; unassigned is a value', () => {
    // T1: events say A until 10:00, then nobody until 12:00, then B. Closed at 12:00 sharp: B. Created under A. Now C (the row).
    const desk = helpdesk({
      agent: [agent('A'), agent('B'), agent('C')],
      ticket: [ticket('T1', '2025-06-02 09:00', { owner_id: 'C' }), ticket('T2', '2025-06-02 09:00', { owner_id: 'C', closed_at: utc('2025-06-02 10:00') })],
      ticket_event: [
        event('T1', '2025-06-02 10:00', 'owner', 'A', null),
        event('T1', '2025-06-02 12:00', 'owner', 'X', 'B'),
        event('T1', '2025-06-02 12:00', 'status', 'open', 'closed'),
      ],
    });
    const by = (ownerAt: OracleQuery['ownerAt']) => totals(desk, query('time_to_close', { statistics: ['n'], groupBy: ['owner'], ownerAt }));
    // T2 has no owner event, so its current owner C holds for all times.
    expect(by('event')).toEqual([
      ['B', 1],
      ['C', 1],
    ]);
    expect(by('created')).toEqual([
      ['A', 1],
      ['C', 1],
    ]);
    expect(by('current')).toEqual([['C', 2]]);
  });
});

describe('replies', () => {
  // Created 09:00 by the customer (virtual row), who writes again 09:30. The bot answers 09:31, an auto-reply goes 09:32.
  // Ann notes 09:40 and replies 10:00 and 10:05: one turn, waited from 09:00 = 60 min. The customer answers 11:00 (60 min since
  // 10:00) and 11:30; Bob replies 12:00: 60 min since 11:00.
  const desk = helpdesk({
    agent: [agent('Ann'), agent('Bob'), agent('Bot', { is_bot: true })],
    ticket: [ticket('T1', '2025-06-02 09:00', { requester_id: 'c', owner_id: 'Ann' })],
    message: [
      message('T1', '2025-06-02 09:30', 'customer'),
      message('T1', '2025-06-02 09:31', 'agent', { author_id: 'Bot' }),
      message('T1', '2025-06-02 09:32', 'agent', { author_id: 'Ann', kind: 'auto' }),
      message('T1', '2025-06-02 09:40', 'agent', { author_id: 'Ann', visibility: 'internal' }),
      message('T1', '2025-06-02 10:00', 'agent', { author_id: 'Ann' }),
      message('T1', '2025-06-02 10:05', 'agent', { author_id: 'Bob' }),
      message('T1', '2025-06-02 11:00', 'customer'),
      message('T1', '2025-06-02 11:30', 'customer'),
      message('T1', '2025-06-02 12:00', 'agent', { author_id: 'nobody knows' }),
    ],
  });

  it('a turn waits from the first row of the run before; its author wrote its first row; an author whom no table has stays', () => {
    expect(totals(desk, query('owner_reply_time', { statistics: ['sum'], groupBy: ['author'] }))).toEqual([
      ['Ann', HOUR],
      ['nobody knows', HOUR],
    ]);
    expect(totals(desk, query('customer_wait_time', { statistics: ['sum'], groupBy: ['owner'] }))).toEqual([['Ann', 2 * HOUR]]);
    expect(total(desk, query('customer_reply_time', { statistics: ['sum'] }))).toBe(HOUR);
  });

  it('messages are counted one by one, the virtual row never', () => {
    expect(total(desk, query('owner_reply_count'))).toBe(3);
    expect(totals(desk, query('ticket_reply_count', { groupBy: ['direction'] }))).toEqual([
      ['received', 3],
      ['sent', 3],
    ]);
  });

  it('the first response waits from creation', () => {
    expect(total(desk, query('time_to_first_response', { statistics: ['mean'] }))).toBe(HOUR);
  });

  it('a first reply before creation drops the ticket, and the next reply does not replace it', () => {
    const skewed = helpdesk({
      ticket: [ticket('T1', '2025-06-02 09:00')],
      message: [message('T1', '2025-06-02 08:59', 'agent'), message('T1', '2025-06-02 10:00', 'agent')],
    });
    expect(total(skewed, query('time_to_first_response'))).toBe(0);
    // As turns: the agent's run 08:59, the customer's (virtual) 09:00, the agent's 10:00.
    expect(total(skewed, query('customer_wait_time', { statistics: ['sum'] }))).toBe(HOUR);
    expect(total(skewed, query('customer_reply_time', { statistics: ['sum'] }))).toBe(60);
  });

  it('the first response restarts at the last handover before the reply, in every channel, if neither an agent nor a customer made it', () => {
    const chat = (channel: string, actor_kind: 'agent' | 'bot' | null = null) =>
      helpdesk({
        ticket: [ticket('T1', '2025-06-02 09:00', { channel })],
        message: [message('T1', '2025-06-02 09:10', 'bot', { handover: true }), message('T1', '2025-06-02 09:30', 'agent')],
        ticket_event: [event('T1', '2025-06-02 09:20', 'handover', null, null, { actor_kind }), event('T1', '2025-06-02 09:40', 'handover', null, null)],
      });
    expect(total(chat('chat'), query('time_to_first_response', { statistics: ['mean'] }))).toBe(600);
    expect(total(chat('email', 'bot'), query('time_to_first_response', { statistics: ['mean'] }))).toBe(600);
    // An agent's is none: the bot's message of 09:10 is the last.
    expect(total(chat('email', 'agent'), query('time_to_first_response', { statistics: ['mean'] }))).toBe(1200);
  });

  it('hours of the day: 24 of them in totals; the doubled hour sums', () => {
    // Amsterdam goes back on 2025-10-26 at 01:00 UTC: 00:30 and 01:30 UTC are both 02:30 local.
    const night = helpdesk({
      ticket: [ticket('T1', '2025-10-20 09:00')],
      message: [message('T1', '2025-10-26 00:30', 'customer'), message('T1', '2025-10-26 01:30', 'agent')],
    });
    const rows = totals(night, query('messages_by_hour', { statistics: ['count'], groupBy: ['hour_of_day'], timeZone: 'Europe/Amsterdam' }));
    expect(rows).toHaveLength(24);
    expect(rows.filter(([, count]) => count !== 0)).toEqual([['2', 2]]);
  });
});

describe('stages', () => {
  const stages = [stage('New', 'new'), stage('Open', 'open'), stage('Done', 'closed')];

  it('the span is last exit − first entry, the dwell the sum of visits; the first visit starts at creation; the last one does not count', () => {
    // New 09–10, Open 10–11, New 11–13, Open 13–14, Done 14–….
    const desk = helpdesk({
      stage: stages,
      ticket: [ticket('T1', '2025-06-02 09:00')],
      ticket_event: [
        event('T1', '2025-06-02 10:00', 'stage', 'New', 'Open'),
        event('T1', '2025-06-02 11:00', 'stage', null, 'New'),
        event('T1', '2025-06-02 13:00', 'stage', null, 'Open'),
        event('T1', '2025-06-02 14:00', 'stage', null, 'Done'),
      ],
    });
    expect(totals(desk, query('time_in_stage', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([
      ['New', 4 * HOUR],
      ['Open', 4 * HOUR],
    ]);
    expect(totals(desk, query('stage_dwell', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([
      ['New', 3 * HOUR],
      ['Open', 2 * HOUR],
    ]);
  });

  it('closed again without a stage event for the reopening: the last open stage lasts until the last message before that close', () => {
    // Open 09–10 by its events. Closed 10:00, reopened 11:00 and closed 14:00 by status only. Messages at 10:30 and 12:00.
    const desk = helpdesk({
      stage: stages,
      ticket: [ticket('T1', '2025-06-02 09:00')],
      ticket_event: [
        event('T1', '2025-06-02 10:00', 'status', 'open', 'closed'),
        event('T1', '2025-06-02 10:00', 'stage', 'Open', 'Done'),
        event('T1', '2025-06-02 11:00', 'status', 'closed', 'open'),
        event('T1', '2025-06-02 14:00', 'status', 'open', 'closed'),
      ],
      message: [message('T1', '2025-06-02 10:30', 'customer'), message('T1', '2025-06-02 12:00', 'agent'), message('T1', '2025-06-02 15:00', 'agent')],
    });
    expect(totals(desk, query('time_in_stage', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([['Open', 3 * HOUR]]);
    expect(totals(desk, query('stage_dwell', { statistics: ['mean'], groupBy: ['stage'] }))).toEqual([['Open', HOUR]]);
  });
});

describe('ratings', () => {
  const at = '2025-06-02 09:00';
  it('the last per ticket, kind and form counts, by answered_at then id; without a ticket each; 4 of 5 is positive, 3 stays in the denominator', () => {
    const desk = helpdesk({
      ticket: [ticket('T1', at), ticket('T2', at)],
      survey: [
        survey('1', 'T1', '2025-06-03 09:00', 5),
        survey('2', 'T1', '2025-06-03 09:00', 1), // same instant: '2' wins
        survey('3', 'T1', '2025-06-03 08:00', 4, { form_id: 'f' }), // another form: counts
        survey('4', 'T2', '2025-06-03 08:00', 3), // neutral
        survey('5', null, '2025-06-03 08:00', 5),
        survey('6', null, '2025-06-03 08:00', 5), // both count
        survey('7', 'gone', '2025-06-03 08:00', 5), // orphan
      ],
    });
    // 1, 4, 3, 5, 5: three of five.
    expect(total(desk, query('csat', { statistics: ['share'] }))).toBe(0.6);
    expect(total(desk, query('csat', { statistics: ['mean'] }))).toBe(3.6);
    expect(totals(desk, query('csat', { statistics: ['count'], groupBy: ['rating'] }))).toEqual([
      ['1', 1],
      ['3', 1],
      ['4', 1],
      ['5', 2],
    ]);
  });

  it('NPS: 9–10 minus 0–6', () => {
    const nps = { kind: 'nps', scale_min: 0, scale_max: 10 } as const;
    const desk = helpdesk({ survey: [10, 9, 8, 6].map((score, index) => survey(String(index), null, at, score, nps)) });
    expect(total(desk, query('nps', { statistics: ['score'] }))).toBe(25); // (2 − 1) ÷ 4
  });

  it('a mean over two scales is refused', () => {
    const desk = helpdesk({ survey: [survey('1', null, at, 5), survey('2', null, at, 1, { scale_min: 0, scale_max: 1 })] });
    expect(() => total(desk, query('csat', { statistics: ['mean'] }))).toThrow('several scales');
    expect(total(desk, query('csat', { statistics: ['share'] }))).toBe(1);
  });
});
