import { event, helpdesk, ticket } from '../oracle/builders';
import { type Desk, rulesOf, type Section } from './story';

/** A ticket and the event that closes it. */
const closed = (id: string, created: string, closedAt: string) => ({ ticket: ticket(id, created), event: event(id, closedAt, 'status', 'open', 'closed') });

// One row at each edge of March, to the millisecond.
const EDGES: Desk = {
  rows: helpdesk({
    ticket: [ticket('first', '2025-03-01 00:00:00.000'), ticket('last', '2025-03-31 23:59:59.999'), ticket('next', '2025-04-01 00:00:00.000')],
  }),
};
const opened = (more: object = {}) => ({ metric: 'opened', view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const edges = rulesOf(
  EDGES,
  ['2025-03-01 00:00', '2025-04-01 00:00'],
  [
    { rule: '`from` is in the range, `to` is not', ask: opened(), is: 2 },
    { rule: 'a millisecond more and `to` is', ask: opened(), period: ['2025-03-01 00:00', '2025-04-01 00:00:00.001'], is: 3 },
    { rule: 'a millisecond later and `from` is not', ask: opened(), period: ['2025-03-01 00:00:00.001', '2025-04-01 00:00'], is: 1 },
  ]
);

// 1 March 2025 is a Saturday. The range, Wednesday noon to Wednesday noon, cuts its first and its last week.
// "early" (Tuesday) is in the first week but not in the range.
const CUT: Desk = {
  rows: helpdesk({
    ticket: [
      ticket('early', '2025-03-04 12:00', { priority: 'low' }),
      ticket('in', '2025-03-05 12:00', { priority: 'high' }),
      ticket('sat', '2025-03-08 12:00', { priority: 'high' }),
      ticket('sun', '2025-03-09 12:00', { priority: 'high' }),
      ticket('mon', '2025-03-10 12:00', { priority: 'high' }),
      ticket('late', '2025-03-12 12:00', { priority: 'high' }),
    ],
  }),
};
const weekly = (more: object = {}) => ({ metric: 'opened', frequency: 'week', groupBy: [], timeZone: 'UTC', ...more });
const cut = rulesOf(
  CUT,
  ['2025-03-05 12:00', '2025-03-12 12:00'],
  [
    {
      rule: 'buckets are whole, stamped with their own start, and filled only with rows in the range',
      ask: weekly(),
      is: [
        ['2025-03-03 00:00', 3],
        ['2025-03-10 00:00', 1],
      ],
    },
    { rule: 'a bucket cut by the range is marked partial', ask: weekly(), tell: 'partial', is: ['2025-03-03 00:00', '2025-03-10 00:00'] },
    { rule: 'a bucket that the range holds whole is not', ask: weekly({ frequency: 'day' }), tell: 'partial', is: ['2025-03-05 00:00', '2025-03-12 00:00'] },
    {
      rule: 'nor one that lacks the last millisecond: so Grafana ends "yesterday"',
      ask: weekly({ frequency: 'day' }),
      period: ['2025-03-03 00:00', '2025-03-04 23:59:59.999'],
      tell: 'partial',
      is: [],
    },
    {
      rule: 'weeks may start on Sunday',
      ask: weekly({ weekStart: 'sunday' }),
      is: [
        ['2025-03-02 00:00', 2],
        ['2025-03-09 00:00', 2],
      ],
    },
    {
      rule: 'weeks may start on Saturday',
      ask: weekly({ weekStart: 'saturday' }),
      is: [
        ['2025-03-01 00:00', 1],
        ['2025-03-08 00:00', 3],
      ],
    },
    {
      rule: 'a range that ends where a bucket ends has no bucket after it',
      ask: weekly(),
      period: ['2025-03-03 00:00', '2025-03-10 00:00'],
      is: [['2025-03-03 00:00', 4]],
    },
    {
      rule: 'a series exists if it has a row in the range, not merely in its first bucket',
      ask: weekly({ groupBy: ['priority'] }),
      is: {
        high: [
          ['2025-03-03 00:00', 3],
          ['2025-03-10 00:00', 1],
        ],
      },
    },
    {
      rule: 'every bucket is returned for every series',
      ask: weekly({ frequency: 'day', groupBy: ['priority'] }),
      period: ['2025-03-04 00:00', '2025-03-07 00:00'],
      is: {
        low: [
          ['2025-03-04 00:00', 1],
          ['2025-03-05 00:00', 0],
          ['2025-03-06 00:00', 0],
        ],
        high: [
          ['2025-03-04 00:00', 0],
          ['2025-03-05 00:00', 1],
          ['2025-03-06 00:00', 0],
        ],
      },
    },
    {
      rule: 'without a group-by there is always one series, of zeros for a count',
      ask: weekly({ frequency: 'day' }),
      period: ['2025-01-01 00:00', '2025-01-03 00:00'],
      is: [
        ['2025-01-01 00:00', 0],
        ['2025-01-02 00:00', 0],
      ],
    },
    {
      rule: 'and of nulls for a duration',
      ask: weekly({ metric: 'time_to_close', frequency: 'day' }),
      period: ['2025-01-01 00:00', '2025-01-03 00:00'],
      is: [
        ['2025-01-01 00:00', null],
        ['2025-01-02 00:00', null],
      ],
    },
    { rule: 'with a group-by there is none where no row is', ask: weekly({ groupBy: ['priority'] }), period: ['2025-01-01 00:00', '2025-01-03 00:00'], is: {} },
  ]
);

// Rows around the clock changes, all at the last and the first millisecond of a local day.
const CLOCKS: Desk = {
  rows: helpdesk({
    ticket: [
      // Amsterdam, 30 March 2025: 23 hours, from 29 March 23:00 UTC to 30 March 22:00 UTC; 01:59:59.999 is followed by 03:00
      ticket('a1', '2025-03-29 22:59:59.999'),
      ticket('a2', '2025-03-29 23:00'),
      ticket('a3', '2025-03-30 00:59:59.999'),
      ticket('a4', '2025-03-30 01:00'),
      ticket('a5', '2025-03-30 21:59:59.999'),
      ticket('a6', '2025-03-30 22:00'),
      // Amsterdam, 26 October 2025: 25 hours, from 25 October 22:00 UTC to 26 October 23:00 UTC; 02:00 comes twice
      ticket('b1', '2025-10-25 21:59:59.999'),
      ticket('b2', '2025-10-25 22:00'),
      ticket('b3', '2025-10-26 00:30'),
      ticket('b4', '2025-10-26 01:30'),
      ticket('b5', '2025-10-26 22:59:59.999'),
      ticket('b6', '2025-10-26 23:00'),
      // Santiago, 7 September 2025: no midnight, the day starts at 01:00 local, 04:00 UTC
      ticket('c1', '2025-09-07 03:59:59.999'),
      ticket('c2', '2025-09-07 04:00'),
      // Havana, 2 November 2025: midnight at 04:00 UTC and again at 05:00 UTC
      ticket('d1', '2025-11-02 03:59:59.999'),
      ticket('d2', '2025-11-02 04:00'),
      ticket('d3', '2025-11-02 05:00'),
      ticket('d4', '2025-11-03 04:59:59.999'),
      // Apia has no 30 December 2011: the 29th ends at 10:00 UTC of the 30th, and the 31st begins
      ticket('e1', '2011-12-30 09:59:59.999'),
      ticket('e2', '2011-12-30 10:00'),
      // Kolkata is five and a half hours ahead: its hours turn at half past
      ticket('f1', '2025-06-10 00:29:59.999'),
      ticket('f2', '2025-06-10 00:30'),
      ticket('f3', '2025-06-10 18:29:59.999'),
      ticket('f4', '2025-06-10 18:30'),
    ],
  }),
};
const daily = (timeZone: string, frequency = 'day') => ({ metric: 'opened', frequency, groupBy: [], timeZone });
const clocks = rulesOf(
  CLOCKS,
  ['2025-03-28 23:00', '2025-03-31 22:00'],
  [
    {
      rule: 'a day that loses an hour is 23 hours long',
      ask: daily('Europe/Amsterdam'),
      is: [
        ['2025-03-28 23:00', 1],
        ['2025-03-29 23:00', 4],
        ['2025-03-30 22:00', 1],
      ],
    },
    {
      rule: 'hour buckets last one real hour: after 01:00 comes 03:00',
      ask: daily('Europe/Amsterdam', 'hour'),
      period: ['2025-03-29 23:00', '2025-03-30 02:00'],
      is: [
        ['2025-03-29 23:00', 1],
        ['2025-03-30 00:00', 1],
        ['2025-03-30 01:00', 1],
      ],
    },
    {
      rule: 'a day that gains an hour is 25 hours long',
      ask: daily('Europe/Amsterdam'),
      period: ['2025-10-24 22:00', '2025-10-27 23:00'],
      is: [
        ['2025-10-24 22:00', 1],
        ['2025-10-25 22:00', 4],
        ['2025-10-26 23:00', 1],
      ],
    },
    {
      rule: 'the doubled hour is two buckets',
      ask: daily('Europe/Amsterdam', 'hour'),
      period: ['2025-10-25 23:00', '2025-10-26 03:00'],
      is: [
        ['2025-10-25 23:00', 0],
        ['2025-10-26 00:00', 1],
        ['2025-10-26 01:00', 1],
        ['2025-10-26 02:00', 0],
      ],
    },
    {
      rule: 'a day whose midnight does not exist starts at its first instant',
      ask: daily('America/Santiago'),
      period: ['2025-09-06 04:00', '2025-09-08 03:00'],
      is: [
        ['2025-09-06 04:00', 1],
        ['2025-09-07 04:00', 1],
      ],
    },
    {
      rule: 'a doubled midnight is its first',
      ask: daily('America/Havana'),
      period: ['2025-11-01 04:00', '2025-11-03 05:00'],
      is: [
        ['2025-11-01 04:00', 1],
        ['2025-11-02 04:00', 3],
      ],
    },
    {
      rule: 'a day that a country skips is no bucket',
      ask: daily('Pacific/Apia'),
      period: ['2011-12-29 10:00', '2011-12-31 10:00'],
      is: [
        ['2011-12-29 10:00', 1],
        ['2011-12-30 10:00', 1],
      ],
    },
    {
      rule: 'a week with a skipped day is six days long',
      ask: daily('Pacific/Apia', 'week'),
      period: ['2011-12-26 10:00', '2012-01-08 10:00'],
      tell: 'starts',
      is: ['2011-12-26 10:00', '2012-01-01 10:00', '2012-01-08 10:00'],
    },
    {
      rule: 'hours start at local :00, which may be half past in UTC',
      ask: daily('Asia/Kolkata', 'hour'),
      period: ['2025-06-10 00:00', '2025-06-10 02:00'],
      is: [
        ['2025-06-09 23:30', 1],
        ['2025-06-10 00:30', 1],
        ['2025-06-10 01:30', 0],
      ],
    },
    {
      rule: 'and so do days',
      ask: daily('Asia/Kolkata'),
      period: ['2025-06-09 18:30', '2025-06-11 18:30'],
      is: [
        ['2025-06-09 18:30', 3],
        ['2025-06-10 18:30', 1],
      ],
    },
    // Lord Howe Island moves by half an hour: 01:00 +11 is followed by 02:00 +10:30 after ninety minutes, and in spring 01:00 +10:30 by 03:00 +11
    {
      rule: 'where clocks move by half an hour, an hour bucket lasts until the next local :00',
      ask: daily('Australia/Lord_Howe', 'hour'),
      period: ['2025-04-05 13:00', '2025-04-05 16:30'],
      tell: 'starts',
      is: ['2025-04-05 13:00', '2025-04-05 14:00', '2025-04-05 15:30', '2025-04-05 16:30'],
    },
    {
      rule: 'in spring too',
      ask: daily('Australia/Lord_Howe', 'hour'),
      period: ['2025-10-04 13:30', '2025-10-04 17:00'],
      tell: 'starts',
      is: ['2025-10-04 13:30', '2025-10-04 14:30', '2025-10-04 16:00', '2025-10-04 17:00'],
    },
    {
      rule: 'quarters are local',
      ask: daily('Europe/Amsterdam', 'quarter'),
      period: ['2025-02-01 00:00', '2025-10-26 23:00'],
      tell: 'starts',
      is: ['2024-12-31 23:00', '2025-03-31 22:00', '2025-06-30 22:00', '2025-09-30 22:00', '2025-12-31 23:00'],
    },
    {
      rule: 'years are local',
      ask: daily('Europe/Amsterdam', 'year'),
      period: ['2024-12-31 22:00', '2025-12-31 23:00'],
      tell: 'starts',
      is: ['2023-12-31 23:00', '2024-12-31 23:00', '2025-12-31 23:00'],
    },
    {
      rule: 'months are local',
      ask: daily('Europe/Amsterdam', 'month'),
      period: ['2025-02-28 23:00', '2025-04-30 22:00'],
      tell: 'starts',
      is: ['2025-02-28 23:00', '2025-03-31 22:00', '2025-04-30 22:00'],
    },
    {
      rule: 'a range may begin and end between two midnights of one',
      ask: daily('America/Havana'),
      period: ['2025-11-02 04:30', '2025-11-02 05:30'],
      is: [['2025-11-02 04:00', 1]],
    },
  ]
);

// The settings' zone and week start serve a request that brings none: an alert rule's. Sunday 2 March begins in Kolkata at 1 March 18:30 UTC.
const SET: Desk = {
  rows: helpdesk({ ticket: [ticket('a', '2025-03-01 18:29:59.999'), ticket('b', '2025-03-01 18:30')] }),
  settings: { timeZone: 'Asia/Kolkata', weekStart: 'sunday' },
};
const set = rulesOf(
  SET,
  ['2025-02-23 00:00', '2025-03-08 00:00'],
  [
    {
      rule: 'zone and week start of the settings, where the request brings none',
      ask: { metric: 'opened', frequency: 'week', groupBy: [] },
      is: [
        ['2025-02-22 18:30', 1],
        ['2025-03-01 18:30', 1],
      ],
    },
    {
      rule: 'for an alert rule too',
      ask: { metric: 'opened', frequency: 'week', groupBy: [] },
      by: { fromAlert: true },
      is: [
        ['2025-02-22 18:30', 1],
        ['2025-03-01 18:30', 1],
      ],
    },
    {
      rule: 'those of the request where it does',
      ask: { metric: 'opened', frequency: 'week', groupBy: [], timeZone: 'UTC', weekStart: 'saturday' },
      is: [
        ['2025-02-22 00:00', 0],
        ['2025-03-01 00:00', 2],
      ],
    },
  ]
);

// One ticket, open from 1 March 10:00 to 3 March 10:00; two more, created on the 2nd at 18:00 and on the 3rd at 12:00.
const one = closed('t', '2025-03-01 10:00', '2025-03-03 10:00');
const NOW: Desk = {
  rows: helpdesk({ ticket: [one.ticket, ticket('u', '2025-03-02 18:00', { closed_at: null }), ticket('v', '2025-03-03 12:00')], ticket_event: [one.event] }),
};
const asOf = (metric: string, now: string, more: object = {}) => ({
  metric,
  frequency: 'day',
  groupBy: [],
  timeZone: 'UTC',
  asOf: `${now.replace(' ', 'T')}Z`,
  ...more,
});
const [D1, D2, D3, D4] = ['2025-03-01 00:00', '2025-03-02 00:00', '2025-03-03 00:00', '2025-03-04 00:00'];
const now = rulesOf(
  NOW,
  [D1, D4],
  [
    {
      rule: 'buckets that begin after now are null, of a count too',
      ask: asOf('opened', '2025-03-02 12:00'),
      is: [
        [D1, 1],
        [D2, 1],
        [D3, null],
      ],
    },
    {
      rule: 'a bucket that begins now has begun',
      ask: asOf('opened', '2025-03-03 00:00'),
      is: [
        [D1, 1],
        [D2, 1],
        [D3, 1],
      ],
    },
    { rule: 'rows after now are kept where the range asks for them', ask: asOf('opened', '2025-03-02 12:00', { view: 'totals' }), is: 3 },
    // at the end of the 1st "t" is open; now, on the 2nd at 12:00, "t" alone: "u" does not exist yet
    {
      rule: 'state is taken at the bucket’s end, or now',
      ask: asOf('backlog', '2025-03-02 12:00'),
      is: [
        [D1, 1],
        [D2, 1],
        [D3, null],
      ],
    },
    {
      rule: 'or at the end of the range',
      ask: asOf('backlog', '2025-03-10 00:00'),
      period: [D1, '2025-03-02 18:00:00.001'],
      is: [
        [D1, 1],
        [D2, 2],
      ],
    },
    // at the 2nd 18:00 sharp the creation of "u" is not before it
    {
      rule: 'backlog counts events strictly before the instant: a creation',
      ask: asOf('backlog', '2025-03-10 00:00', { view: 'totals' }),
      period: [D1, '2025-03-02 18:00'],
      is: 1,
    },
    { rule: 'and a close', ask: asOf('backlog', '2025-03-10 00:00', { view: 'totals' }), period: [D1, '2025-03-03 10:00'], is: 2 },
    { rule: 'a millisecond later it is closed', ask: asOf('backlog', '2025-03-10 00:00', { view: 'totals' }), period: [D1, '2025-03-03 10:00:00.001'], is: 1 },
    {
      rule: 'a range that begins after the creation still sees what is open',
      ask: asOf('backlog', '2025-03-10 00:00', { view: 'totals' }),
      period: ['2025-03-05 00:00', '2025-03-06 00:00'],
      is: 2,
    },
    { rule: 'a ticket closed after now is not closed now', ask: asOf('time_to_close', '2025-03-03 09:59:59.999', { view: 'totals' }), is: null },
    { rule: 'one closed at this very millisecond is', ask: asOf('time_to_close', '2025-03-03 10:00', { view: 'totals' }), is: 172_800 },
    // t is 38 h old, u is not there
    { rule: 'age is from creation to now', ask: asOf('backlog_age', '2025-03-03 00:00', { view: 'totals', statistics: ['max'] }), is: 136_800 },
  ]
);

// Closed after 10, 20, 30 and 40 seconds, and after one millisecond on another day.
const [q1, q2, q3, q4, tiny] = [
  closed('q1', '2025-03-01 10:00', '2025-03-01 10:00:10'),
  closed('q2', '2025-03-01 10:00', '2025-03-01 10:00:20'),
  closed('q3', '2025-03-01 10:00', '2025-03-01 10:00:30'),
  closed('q4', '2025-03-01 10:00', '2025-03-01 10:00:40'),
  closed('q5', '2025-04-01 10:00', '2025-04-01 10:00:00.001'),
];
// Two whose clocks disagree: closed before they were created, one in March, one in May.
const [skew, later] = [closed('s1', '2025-03-01 10:00', '2025-03-01 09:00'), closed('s2', '2025-05-01 10:00', '2025-05-01 09:00')];
const LENGTHS: Desk = {
  rows: helpdesk({
    ticket: [q1, q2, q3, q4, tiny, skew, later].map((it) => it.ticket),
    ticket_event: [q1, q2, q3, q4, tiny, skew, later].map((it) => it.event),
  }),
};
const length = (statistic: string, more: object = {}) => ({
  metric: 'time_to_close',
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  statistics: [statistic],
  ...more,
});
const lengths = rulesOf(
  LENGTHS,
  ['2025-03-01 00:00', '2025-03-02 00:00'],
  [
    // a percentile stands at (n − 1)·p of the ordered rows: 1.5 → 25; 2.25 → 32.5; 2.7 → 37; 2.85 → 38.5; 2.97 → 39.7
    { rule: 'the median of an even number lies between two', ask: length('median'), is: 25 },
    { rule: 'p75 interpolates', ask: length('p75'), is: 32.5 },
    { rule: 'p90 interpolates', ask: length('p90'), is: 37 },
    { rule: 'p95 interpolates', ask: length('p95'), is: 38.5 },
    { rule: 'p99 interpolates', ask: length('p99'), is: 39.7 },
    { rule: 'mean, min, max, sum and count', ask: length('mean', { statistics: ['mean', 'min', 'max', 'sum', 'count'] }), is: [[25, 10, 40, 100, 4]] },
    { rule: 'seconds are milliseconds ÷ 1000', ask: length('mean'), period: ['2025-04-01 00:00', '2025-04-02 00:00'], is: 0.001 },
    {
      rule: 'the sum of no durations is null, their count 0',
      ask: length('sum', { statistics: ['sum', 'count'] }),
      period: ['2025-01-01 00:00', '2025-02-01 00:00'],
      is: [[null, 0]],
    },
    {
      rule: 'a statistic that a metric lacks is an error naming those it has',
      ask: length('share'),
      is: expect.stringMatching(/^400: .*share.*mean, median, p75, p90, p95, p99, min, max, sum, count, n/) as string,
    },
    {
      rule: 'a negative duration is dropped and counted, where it would have been in the answer',
      ask: length('count'),
      tell: 'notices',
      is: ['1 row left out: the end lies before the start (clocks that disagree).'],
    },
    { rule: 'not where it would not have been', ask: length('count'), tell: 'notices', period: ['2025-04-01 00:00', '2025-04-02 00:00'], is: [] },
    {
      rule: 'nor where a filter leaves it out',
      ask: length('count', { filters: [{ field: 'ticket', op: 'not_in', values: ['s1'] }] }),
      tell: 'notices',
      is: [],
    },
  ]
);

/** docs/definitions.md, "Rows, ranges, buckets". */
export const RANGES: Section = { title: 'Rows, ranges, buckets', rules: [...edges, ...cut, ...clocks, ...set, ...now, ...lengths] };
