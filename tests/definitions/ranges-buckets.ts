import { helpdesk, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';

// One row at each edge of March, to the millisecond.
const EDGES: Desk = {
  rows: helpdesk({
    ticket: [ticket('first', '2025-03-01 00:00:00.000'), ticket('last', '2025-03-31 23:59:59.999'), ticket('next', '2025-04-01 00:00:00.000')],
  }),
};
const opened = (more: object = {}) => ({ metric: 'opened', view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
/** Where a range begins and ends. */
export const edges = rulesOf(
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
/** Buckets that the range cuts, and series without rows. */
export const cut = rulesOf(
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
        High: [
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
        Low: [
          ['2025-03-04 00:00', 1],
          ['2025-03-05 00:00', 0],
          ['2025-03-06 00:00', 0],
        ],
        High: [
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
