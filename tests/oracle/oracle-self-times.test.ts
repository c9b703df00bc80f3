import { agent, event, helpdesk, ticket, utc } from './builders';
import { bucketEdges } from './buckets';
import { evaluate } from './evaluate';
import { DEFAULT_SETTINGS, type Helpdesk } from './model';
import { HOUR, total, totals } from './oracle-self.fixture';
import { isOverTime, query, type OracleQuery } from './query';

/** Hand-worked examples: is the oracle right? Each says its working. Hours, availability, buckets and statistics. */

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
    expect(total(desk, asked, { ...DEFAULT_SETTINGS, defaultCalendar: 'day' })).toBe(2 * HOUR);
    expect(total(desk, asked)).toBeNull();
    expect(total(desk, { ...asked, statistics: ['n'] })).toBe(0);
  });

  it('the target in force at the dating instant: the exact priority before the empty one, the newest valid one; no calendar means 24/7', () => {
    const ticket_sla = [{ ticket_id: 'T1', policy_id: 'P', from: utc('2025-06-02 16:00'), to: null }];
    const desk = (sla_target: Helpdesk['sla_target']) => helpdesk({ ...office, ticket: [closed], ticket_sla, sla_target });
    expect(total(desk([target]), asked)).toBe(2 * HOUR);
    expect(total(desk([target, { ...target, priority: 'high', calendar_id: null }]), asked)).toBe(18 * HOUR);
    // A version from a minute after the close is not in force yet; one of the close's millisecond is.
    const version = (valid_from: string) => desk([target, { ...target, valid_from: utc(valid_from), calendar_id: null }]);
    expect(total(version('2025-06-03 10:01'), asked)).toBe(2 * HOUR);
    expect(total(version('2025-06-03 10:00'), asked)).toBe(18 * HOUR);
    // A policy that ends at the close is not in force: t < to.
    expect(total({ ...desk([target]), ticket_sla: [{ ticket_id: 'T1', policy_id: 'P', from: null, to: utc('2025-06-03 10:00') }] }, asked)).toBeNull();
    // Of two in force the later from wins; the general target of a policy that has none for this clock is nobody's.
    const later = { ticket_id: 'T1', policy_id: 'Q', from: utc('2025-06-03 09:00'), to: null };
    const two = desk([target, { ...target, policy_id: 'Q', calendar_id: null }]);
    expect(total({ ...two, ticket_sla: [...two.ticket_sla, later] }, asked)).toBe(18 * HOUR);
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
      status('ghost', 'available', '2025-06-02 10:30', '2025-06-02 11:00'),
    ],
  });

  it('a status ends at the same agent’s next; inside, outside and without working hours', () => {
    expect(totals(desk, query('availability_hours', { statistics: ['sum'], groupBy: ['in_hours'], sort: { by: 'name', direction: 'asc' } }))).toEqual([
      ['inside', HOUR],
      ['no hours set', 1.5 * HOUR], // B and the ghost, whom no table has
      ['outside', HOUR],
    ]);
  });

  it('the most at once: A ends when B begins, ends are exclusive', () => {
    const known = { field: 'agent', op: 'in', values: ['A', 'B'] } as const;
    expect(total(desk, query('max_available_agents', { statistics: ['max'], filters: [known] }))).toBe(1);
    expect(total(desk, query('max_available_agents', { statistics: ['n'], filters: [known] }))).toBe(2);
    // An agent whom no table has counts as well.
    expect(total(desk, query('max_available_agents', { statistics: ['max'] }))).toBe(2);
  });

  it('offline is hidden unless asked for, and an open interval ends at now', () => {
    const asked = query('agent_status_time', { statistics: ['sum'], groupBy: ['availability'] });
    expect(totals(desk, asked)).toEqual([['available', 3.5 * HOUR]]);
    expect(totals(desk, { ...asked, includeOffline: true, asOf: utc('2025-06-02 12:00') })).toEqual([
      ['available', 3.5 * HOUR],
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
