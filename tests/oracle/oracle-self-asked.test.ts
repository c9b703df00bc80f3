import { helpdesk, message, survey, ticket, utc } from './builders';
import { bucketEdges } from './buckets';
import { DEFAULT_SETTINGS } from './model';
import { total, totals } from './oracle-self.fixture';
import { query, type Frequency, type Statistic } from './query';

/** Hand-worked examples: limits, bands, distinct counts, top boxes, buckets of hours. */

// Closed after 1 h, 1 h and a second, and 25 h; of customers a, a and nobody.
const closed = (id: string, seconds: number, requester_id: string | null) =>
  ticket(id, '2025-06-02 09:00', {
    closed_at: utc('2025-06-02 09:00') + seconds * 1000,
    requester_id,
    attributes: { plan: id === 'T1' ? 'gold' : '', size: 20 },
  });
const desk = helpdesk({
  ticket: [closed('T1', 3600, 'a'), closed('T2', 3601, 'a'), closed('T3', 90_000, null)],
  message: [message('T1', '2025-06-02 09:10', 'agent', { author_id: 'A' }), message('T2', '2025-06-02 09:10', 'agent', { author_id: 'A' })],
});
const asked = (statistic: Statistic, given = {}) => total(desk, query('time_to_close', { statistics: [statistic], ...given }));

describe('time, asked otherwise', () => {
  it('within a limit: at most that; hits is the number', () => {
    expect([asked('within', { threshold: '1h' }), asked('hits', { threshold: '1h' }), asked('within', { threshold: '1d' })]).toEqual([1 / 3, 1, 2 / 3]);
    expect(() => asked('within')).toThrow('threshold');
  });

  it('bands are closed above', () => {
    const bands = (edges: string[] | null) => totals(desk, query('time_to_close', { groupBy: ['duration_band'], bands: edges })).map(([band]) => band);
    expect(bands(null)).toEqual(['1h..4h', '24h..3d', '<=1h']);
    expect(bands(['90m', '1d'])).toEqual(['<=90m', '>1d']);
    const none = totals(desk, query('time_to_close', { groupBy: ['duration_band'], hours: 'sla' }));
    expect(none).toEqual([['none', 0]]);
  });

  it('how many different ones: nobody is not counted, nor is a row without a value', () => {
    expect([asked('tickets'), asked('customers'), asked('tickets', { hours: 'sla' })]).toEqual([3, 1, 0]);
    expect(total(desk, query('owner_reply_count', { statistics: ['authors'] }))).toBe(1);
    expect(total(desk, query('owner_reply_count', { statistics: ['tickets'] }))).toBe(2);
  });

  it('a helpdesk’s own fields: compared as text; empty is none', () => {
    expect(totals(desk, query('opened', { groupBy: ['attribute.plan', 'attribute.size'] }))).toEqual([
      ['gold 20', 1],
      ['none 20', 2],
    ]);
  });
});

describe('the top box', () => {
  const rated = (scale: readonly [number, number], scores: readonly number[], statistic: Statistic, topBox = {}) =>
    total(
      helpdesk({
        survey: scores.map((score, index) => survey(String(index), null, '2025-06-02 09:00', score, { scale_min: scale[0], scale_max: scale[1] })),
      }),
      query('csat', { statistics: [statistic] }),
      { ...DEFAULT_SETTINGS, topBox }
    );

  it('is the highest 1 of 2 and 3 points, 2 of 4 to 7, 3 of 10 and 11', () => {
    expect(rated([0, 1], [0, 1], 'hits')).toBe(1);
    expect(rated([0, 2], [0, 1, 2], 'hits')).toBe(1);
    expect(rated([1, 4], [1, 2, 3, 4], 'hits')).toBe(2);
    expect(rated([1, 7], [5, 6, 7], 'hits')).toBe(2);
    expect(rated([1, 10], [7, 8, 9, 10], 'hits')).toBe(3);
    expect(rated([0, 10], [7, 8, 9, 10], 'hits')).toBe(3);
  });

  it('is nothing on any other scale, unless the settings say it; count counts every rating', () => {
    expect([rated([0, 100], [99, 100], 'share'), rated([0, 100], [99, 100], 'hits'), rated([0, 100], [99, 100], 'count')]).toEqual([null, 0, 2]);
    expect(rated([0, 100], [79, 80], 'share', { '0-100': 0.8 })).toBe(0.5);
    expect(rated([1, 5], [4, 5], 'share', { '1-5': 1 })).toBe(0.5);
  });

  it('the last rating of a millisecond is that of the larger number', () => {
    const two = helpdesk({
      ticket: [ticket('T1', '2025-06-02 09:00')],
      survey: [survey('9', 'T1', '2025-06-03 09:00', 1), survey('10', 'T1', '2025-06-03 09:00', 5)],
    });
    expect(total(two, query('csat', { statistics: ['share'] }))).toBe(1);
  });
});

describe('buckets of minutes and hours', () => {
  const edges = (frequency: Frequency, from: string, to: string) =>
    bucketEdges({ from: utc(from), to: utc(to) }, frequency, 'Europe/Amsterdam', 'monday').map((at) => new Date(at).toISOString().slice(5, 16));

  it('2 hours count from midnight: a missing edge joins two, a doubled hour belongs to one', () => {
    // On 2025-03-30 02:00 does not exist: 00:00 (23 UTC) … 04:00 (02 UTC) is one bucket of three hours.
    expect(edges('2h', '2025-03-29 23:30', '2025-03-30 03:00')).toEqual(['03-29T23:00', '03-30T02:00', '03-30T04:00']);
    // On 2025-10-26 02:00 comes at 00 and 01 UTC: 02:00–04:00 lasts three hours.
    expect(edges('2h', '2025-10-25 23:30', '2025-10-26 03:30')).toEqual(['10-25T22:00', '10-26T00:00', '10-26T03:00', '10-26T05:00']);
  });

  it('every quarter and half of an hour', () => {
    expect(edges('15m', '2025-06-02 10:14', '2025-06-02 10:16')).toEqual(['06-02T10:00', '06-02T10:15', '06-02T10:30']);
    expect(edges('30m', '2025-06-02 10:14', '2025-06-02 10:16')).toEqual(['06-02T10:00', '06-02T10:30']);
    expect(edges('12h', '2025-06-02 09:00', '2025-06-02 11:00')).toEqual(['06-01T22:00', '06-02T10:00', '06-02T22:00']);
  });
});

it('of a range that begins after now a state’s totals are null, with n 0 and without groups', () => {
  const at = (given: object) => totals(helpdesk({ ticket: [ticket('T1', '2024-06-02 09:00')] }), query('backlog', { statistics: ['count'], ...given }));
  expect(at({ asOf: utc('2024-12-01 00:00') })).toEqual([['', null]]);
  expect(at({ asOf: utc('2024-12-01 00:00'), groupBy: ['owner'] })).toEqual([]);
});
