import { agent, event, helpdesk, message, stage, survey, ticket, utc } from './builders';
import { bucketEdges } from './buckets';
import { evaluate } from './evaluate';
import { DEFAULT_SETTINGS, type Helpdesk, type OracleSettings } from './model';
import { isOverTime, query, type OracleQuery, type Range } from './query';

/** Hand-worked examples: is the oracle right? Each says its working. */

const YEAR: Range = { from: utc('2025-01-01 00:00'), to: utc('2026-01-01 00:00') };
const LATER = utc('2026-01-01 00:00');
const HOUR = 3600;

/** Totals as lines of key and first value. */
function totals(desk: Helpdesk, asked: OracleQuery, settings: OracleSettings = DEFAULT_SETTINGS, now = LATER): Array<[string, number | null]> {
  const answer = evaluate(desk, settings, { ...asked, view: 'totals' }, YEAR, now);
  if (isOverTime(answer)) {
    throw new Error('asked for totals');
  }
  return answer.rows.map((row) => [row.key.map((id) => id ?? 'none').join(' '), row.values[asked.statistics[0] ?? ''] ?? null]);
}

/** The only value of an answer without groups. */
function total(desk: Helpdesk, asked: OracleQuery, settings: OracleSettings = DEFAULT_SETTINGS, now = LATER): number | null {
  return totals(desk, asked, settings, now)[0]?.[1] ?? null;
}

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

  it('a turn waits from the first row of the run before; its author wrote its first row; unknown authors are (none)', () => {
    expect(totals(desk, query('owner_reply_time', { statistics: ['sum'], groupBy: ['author'] }))).toEqual([
      ['Ann', HOUR],
      ['none', HOUR],
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

  it('in chat the first response restarts at the last handover before the reply, elsewhere never', () => {
    const chat = (channel: string) =>
      helpdesk({
        ticket: [ticket('T1', '2025-06-02 09:00', { channel })],
        message: [message('T1', '2025-06-02 09:10', 'bot', { handover: true }), message('T1', '2025-06-02 09:30', 'agent')],
        ticket_event: [event('T1', '2025-06-02 09:20', 'handover', null, null), event('T1', '2025-06-02 09:40', 'handover', null, null)],
      });
    expect(total(chat('chat'), query('time_to_first_response', { statistics: ['mean'] }))).toBe(600);
    expect(total(chat('email'), query('time_to_first_response', { statistics: ['mean'] }))).toBe(1800);
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

describe('SLA hours', () => {
  const office = {
    calendar: ['day', 'always'].map((calendar_id) => ({ calendar_id, name: null, time_zone: 'UTC' })),
    calendar_hours: [1, 2, 3, 4, 5]
      .map((weekday) => ({ calendar_id: 'day', weekday, start: '09:00', end: '17:00', valid_from: null, valid_to: null }))
      .concat([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ calendar_id: 'always', weekday, start: '00:00', end: '24:00', valid_from: null, valid_to: null }))),
  };
  // Monday 2025-06-02 16:00 to Tuesday 10:00: 1 + 1 = 2 office hours, 18 hours by the clock.
  const closed = ticket('T1', '2025-06-02 16:00', { closed_at: utc('2025-06-03 10:00'), priority: 'high' });
  const asked = query('time_to_close', { hours: 'sla', statistics: ['mean'] });
  const target = { policy_id: 'P', clock: 'close', priority: null, valid_from: null, target_seconds: 60, calendar_id: 'day', pauses: true } as const;

  it('no policy: the default calendar of the settings, else null and n 0', () => {
    const desk = helpdesk({ ...office, ticket: [closed] });
    expect(total(desk, asked, { defaultCalendar: 'day', topBox: {} })).toBe(2 * HOUR);
    expect(total(desk, asked)).toBeNull();
    expect(total(desk, { ...asked, statistics: ['n'] })).toBe(0);
  });

  it('the target in force at the start: the exact priority before the empty one, the newest valid one; no calendar means 24/7', () => {
    const ticket_sla = [{ ticket_id: 'T1', policy_id: 'P', from: utc('2025-06-02 16:00'), to: null }];
    const desk = (sla_target: Helpdesk['sla_target']) => helpdesk({ ...office, ticket: [closed], ticket_sla, sla_target });
    expect(total(desk([target]), asked)).toBe(2 * HOUR);
    expect(total(desk([target, { ...target, priority: 'high', calendar_id: null }]), asked)).toBe(18 * HOUR);
    // A version from a minute after the start is not in force yet.
    expect(total(desk([target, { ...target, valid_from: utc('2025-06-02 16:01'), calendar_id: null }]), asked)).toBe(2 * HOUR);
    // A policy that ends when the ticket starts was not in force: t < to.
    expect(total({ ...desk([target]), ticket_sla: [{ ticket_id: 'T1', policy_id: 'P', from: null, to: utc('2025-06-02 16:00') }] }, asked)).toBeNull();
  });

  it('schedule events are summed by segment, whatever the policy says', () => {
    // "day" until Monday 20:00 (1 h), then "always" until Tuesday 10:00 (14 h).
    const desk = helpdesk({ ...office, ticket: [closed], ticket_event: [event('T1', '2025-06-02 20:00', 'schedule', 'day', 'always')] });
    expect(total(desk, asked)).toBe(15 * HOUR);
  });
});

describe('availability', () => {
  const status = (agent_id: string, availability: 'available' | 'offline', from: string, to: string | null) => ({
    agent_id,
    availability,
    status: null,
    from: utc(from),
    to: to === null ? null : utc(to),
  });
  const desk = helpdesk({
    agent: [agent('A', { calendar_id: 'k' }), agent('B', { active: false }), agent('Bot', { is_bot: true })],
    calendar: [{ calendar_id: 'k', name: null, time_zone: 'UTC' }],
    calendar_hours: [{ calendar_id: 'k', weekday: 1, start: '09:00', end: '17:00', valid_from: null, valid_to: null }],
    agent_status: [
      status('A', 'available', '2025-06-02 08:00', '2025-06-02 12:00'), // cut by the next row at 10:00
      status('A', 'offline', '2025-06-02 10:00', null),
      status('B', 'available', '2025-06-02 10:00', '2025-06-02 11:00'),
      status('Bot', 'available', '2025-06-02 09:00', null),
      status('ghost', 'available', '2025-06-02 09:00', null),
    ],
  });

  it('a status ends at the same agent’s next; inside, outside and without working hours', () => {
    expect(totals(desk, query('availability_hours', { statistics: ['sum'], groupBy: ['in_hours'], sort: { by: 'name', direction: 'asc' } }))).toEqual([
      ['inside', HOUR],
      ['no hours set', HOUR],
      ['outside', HOUR],
    ]);
  });

  it('the most at once: A ends when B begins, ends are exclusive', () => {
    expect(total(desk, query('max_available_agents', { statistics: ['max'] }))).toBe(1);
    expect(total(desk, query('max_available_agents', { statistics: ['n'] }))).toBe(2);
  });

  it('offline is hidden unless asked for, and an open interval ends at now', () => {
    const asked = query('agent_status_time', { statistics: ['sum'], groupBy: ['availability'] });
    expect(totals(desk, asked)).toEqual([['available', 3 * HOUR]]);
    expect(totals(desk, { ...asked, includeOffline: true, asOf: utc('2025-06-02 12:00') })).toEqual([
      ['available', 3 * HOUR],
      ['offline', 2 * HOUR],
    ]);
  });
});

describe('buckets', () => {
  it('a day of 23 and one of 25 hours; whole buckets that overlap the range', () => {
    const edges = (from: string, to: string) =>
      bucketEdges({ from: utc(from), to: utc(to) }, 'day', 'Europe/Amsterdam', 'monday').map((at) => new Date(at).toISOString());
    expect(edges('2025-03-30 05:00', '2025-03-30 22:00')).toEqual(['2025-03-29T23:00:00.000Z', '2025-03-30T22:00:00.000Z']);
    expect(edges('2025-10-26 05:00', '2025-10-26 23:00')).toEqual(['2025-10-25T22:00:00.000Z', '2025-10-26T23:00:00.000Z']);
  });

  it('a midnight that does not exist, and one that comes twice', () => {
    const edges = (day: string) =>
      bucketEdges({ from: utc(`${day} 12:00`), to: utc(`${day} 12:01`) }, 'day', 'America/Havana', 'monday').map((at) => new Date(at).toISOString());
    // 2025-03-09 00:00 −05:00 jumps to 01:00 −04:00 at 05:00 UTC; 2025-11-02 has 00:00 at 04:00 UTC and again at 05:00 UTC.
    expect(edges('2025-03-09')).toEqual(['2025-03-09T05:00:00.000Z', '2025-03-10T04:00:00.000Z']);
    expect(edges('2025-11-02')).toEqual(['2025-11-02T04:00:00.000Z', '2025-11-03T05:00:00.000Z']);
  });

  it('weeks start on Monday, or as told', () => {
    const week = (weekStart: 'monday' | 'sunday' | 'saturday') =>
      new Date(bucketEdges({ from: utc('2025-06-04 12:00'), to: utc('2025-06-04 13:00') }, 'week', 'UTC', weekStart)[0] ?? 0).toISOString().slice(0, 10);
    expect([week('monday'), week('sunday'), week('saturday')]).toEqual(['2025-06-02', '2025-06-01', '2025-05-31']);
  });

  it('an empty bucket is 0 for a count and null for a duration; one that begins after now is null for both', () => {
    const desk = helpdesk({ ticket: [ticket('T1', '2025-06-02 09:00', { closed_at: utc('2025-06-02 11:00') })] });
    const days = (metric: string, statistic: 'count' | 'mean') => {
      const answer = evaluate(
        desk,
        DEFAULT_SETTINGS,
        query(metric, { view: 'over_time', statistics: [statistic] }),
        { from: utc('2025-06-01 12:00'), to: utc('2025-06-04 00:00') },
        utc('2025-06-02 23:00')
      );
      return isOverTime(answer) ? answer.series.flatMap((one) => one.points.map((point) => point.values[statistic])) : [];
    };
    expect(days('support_volume', 'count')).toEqual([0, 1, null]);
    expect(days('time_to_close', 'mean')).toEqual([null, 2 * HOUR, null]);
  });
});

describe('statistics, ranking, filters', () => {
  // Close times of 10, 20, 30 and 40 s, by customer a, a, b and none; tags on some.
  const closed = (id: string, seconds: number, requester_id: string | null, tags: string[] = []) =>
    ticket(id, '2025-06-02 09:00', { closed_at: utc('2025-06-02 09:00') + seconds * 1000, requester_id, tags });
  const desk = helpdesk({
    customer: [
      { customer_id: 'a', name: 'Zoe', org_id: null },
      { customer_id: 'b', name: 'Abe', org_id: null },
    ],
    ticket: [closed('T1', 10, 'a', ['x', 'y']), closed('T2', 20, 'a', ['x']), closed('T3', 30, 'b'), closed('T4', 40, null)],
  });
  const asked = (given: Partial<OracleQuery>) => totals(desk, query('time_to_close', { statistics: ['mean'], ...given }));

  it('a percentile interpolates at (n − 1)·p: p75 of 10, 20, 30, 40 lies at 2.25', () => {
    expect(asked({ statistics: ['p75'] })).toEqual([['', 32.5]]);
    expect(asked({ statistics: ['median'] })).toEqual([['', 25]]);
  });

  it('ranks by value with ties by id and nulls last, minN before limit, by name with none last', () => {
    expect(asked({ groupBy: ['customer'], sort: { by: 'value', direction: 'desc' }, limit: 2 })).toEqual([
      ['none', 40],
      ['b', 30],
    ]);
    expect(asked({ groupBy: ['customer'], sort: { by: 'value', direction: 'desc' }, minN: 2, limit: 2 })).toEqual([['a', 15]]);
    expect(asked({ groupBy: ['customer'], sort: { by: 'name', direction: 'desc' } })).toEqual([
      ['a', 15],
      ['b', 30],
      ['none', 40],
    ]);
  });

  it('a row counts under each of its tags; filters by any of them, or by none of them', () => {
    expect(asked({ groupBy: ['tag'], statistics: ['n'] })).toEqual([
      ['x', 2],
      ['y', 1],
      ['none', 2],
    ]);
    const n = (filter: OracleQuery['filters'][number]) => asked({ statistics: ['n'], filters: [filter] })[0]?.[1];
    expect(n({ field: 'tag', op: 'in', values: ['y'] })).toBe(1);
    expect(n({ field: 'tag', op: 'not_in', values: ['y'] })).toBe(3);
    expect(n({ field: 'customer', op: 'not_equals', values: ['a'] })).toBe(2); // keeps nulls
    expect(n({ field: 'customer', op: 'in', values: ['(none)', 'b'] })).toBe(2);
    expect(n({ field: 'customer', op: 'contains', values: ['zO'] })).toBe(2); // the name, ignoring case
    expect(n({ field: 'tag', op: 'is_empty', values: [] })).toBe(2);
  });
});
