import { event, helpdesk, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, type Rule, rulesOf } from './story';

/** Tickets created at these instants. */
export const created = (prefix: string, ...instants: string[]): TicketRow[] => instants.map((when, i) => ticket(`${prefix}${i}`, when));

// The week of Monday 24 March 2025 in Amsterdam has 167 hours, that of 20 October 169. The week before begins on its own Monday.
const WEEKS: Desk = {
  rows: helpdesk({
    ticket: [
      ...created(
        'spring',
        '2025-03-16 22:59:59.999',
        '2025-03-16 23:00',
        '2025-03-23 22:59:59.999',
        '2025-03-23 23:00',
        '2025-03-30 21:59:59.999',
        '2025-03-30 22:00'
      ),
      ...created('autumn', '2025-10-12 21:59:59.999', '2025-10-12 22:00', '2025-10-12 22:30', '2025-10-19 21:59:59.999', '2025-10-26 22:30'),
      // leap years
      ...created(
        'before',
        '2023-02-25 23:59:59.999',
        '2023-02-26 00:00',
        '2023-02-28 12:00',
        '2023-03-01 12:00',
        '2023-03-01 13:00',
        '2023-03-03 23:59:59.999',
        '2023-03-04 00:00'
      ),
      ...created('leap', '2024-02-29 12:00'),
    ],
  }),
};
const compared = (more: object) => ({ metric: 'opened', view: 'totals', groupBy: [], compare: 'previous_period', timeZone: 'Europe/Amsterdam', ...more });
/** Comparison with another period. */
export const comparisons = rulesOf(
  WEEKS,
  ['2025-03-23 23:00', '2025-03-30 22:00'],
  [
    // this week two; the week before two: its first instant and its last millisecond
    { rule: 'the previous period of a week that loses an hour is the whole week before', ask: compared({}), is: [[2, 2, 0, '0.0 %']] },
    { rule: 'and of one that gains an hour', ask: compared({}), period: ['2025-10-19 22:00', '2025-10-26 23:00'], is: [[1, 3, -2, '▼ -66.7 %']] },
    {
      rule: 'day lies under day',
      ask: compared({ view: 'over_time', frequency: 'day' }),
      tell: 'frames',
      is: {
        'Opened tickets': [
          ['2025-03-23 23:00', 1],
          ['2025-03-24 23:00', 0],
          ['2025-03-25 23:00', 0],
          ['2025-03-26 23:00', 0],
          ['2025-03-27 23:00', 0],
          ['2025-03-28 23:00', 0],
          ['2025-03-29 23:00', 1],
        ],
        'Previous period': [
          ['2025-03-23 23:00', 1],
          ['2025-03-24 23:00', 0],
          ['2025-03-25 23:00', 0],
          ['2025-03-26 23:00', 0],
          ['2025-03-27 23:00', 0],
          ['2025-03-28 23:00', 0],
          ['2025-03-29 23:00', 1],
        ],
      },
    },
    {
      rule: 'the same period last year goes by the date',
      ask: compared({ compare: 'previous_year', timeZone: 'UTC' }),
      period: ['2024-02-26 00:00', '2024-03-04 00:00'],
      is: [[1, 5, -4, '▼ -80.0 %']],
    },
    {
      rule: 'in which the date of a leap day is missing',
      ask: compared({ compare: 'previous_year', timeZone: 'UTC', view: 'over_time', frequency: 'day' }),
      period: ['2024-02-28 00:00', '2024-03-02 00:00'],
      tell: 'frames',
      is: {
        'Opened tickets': [
          ['2024-02-28 00:00', 0],
          ['2024-02-29 00:00', 1],
          ['2024-03-01 00:00', 0],
        ],
        'Last year': [
          ['2024-02-28 00:00', 1],
          ['2024-02-29 00:00', null],
          ['2024-03-01 00:00', 2],
        ],
      },
    },
  ]
);

// Closed after 10 s on the 1st, nothing on the 2nd, 30 s on the 3rd, 40 s on the 4th, and 990 s on the 5th, which is not over.
const lasted = (id: string, day: string, seconds: number, channel: string | null = null) => ({
  ticket: ticket(id, `${day} 06:00`, { channel }),
  event: event(id, new Date(at(`${day} 06:00`) + seconds * 1000).toISOString().slice(0, -1), 'status', 'open', 'closed'),
});
const LASTED = [lasted('a', '2025-03-01', 10), lasted('b', '2025-03-03', 30), lasted('c', '2025-03-04', 40), lasted('d', '2025-03-05', 990)];
const BENT = [
  lasted('f1', '2025-03-01', 8, 'fast'),
  lasted('f2', '2025-03-02', 16, 'fast'),
  lasted('f4', '2025-03-04', 64, 'fast'),
  lasted('s1', '2025-03-01', 20, 'slow'),
  lasted('s2', '2025-03-02', 30, 'slow'),
  lasted('s4', '2025-03-04', 40, 'slow'),
];
const TREND: Desk = { rows: helpdesk({ ticket: [...LASTED, ...BENT].map((one) => one.ticket), ticket_event: [...LASTED, ...BENT].map((one) => one.event) }) };
const fitted = (more: object) => ({
  metric: 'time_to_close',
  frequency: 'day',
  groupBy: [],
  timeZone: 'UTC',
  trend: 'linear',
  asOf: at('2025-03-05 12:00'),
  filters: [{ field: 'channel', op: 'is_empty' }],
  ...more,
});
const [D1, D2, D3, D4, D5] = [1, 2, 3, 4, 5].map((day) => `2025-03-0${day} 00:00`);
/** Trends, forecasts and what was to be expected. */
export const trends = rulesOf(
  TREND,
  [D1, '2025-03-06 00:00'],
  [
    // 10, –, 30, 40 lie on one line, 10 a day: the null is skipped, not 0, and the last bucket is no part of it
    {
      rule: 'linear: nulls are skipped and the unfinished last bucket is left out',
      ask: fitted({}),
      tell: 'frames',
      is: {
        'Time to close': [
          [D1, 10],
          [D2, null],
          [D3, 30],
          [D4, 40],
          [D5, 990],
        ],
        Trend: [
          [D1, 10],
          [D2, 20],
          [D3, 30],
          [D4, 40],
          [D5, 50],
        ],
      },
    },
    // ln y = ln 8 + (x − 1)·ln 2 through 8, 16 and 64 of the 1st, 2nd and 4th
    {
      rule: 'exponential',
      ask: fitted({ trend: 'exponential', filters: [{ field: 'channel', op: 'equals', values: ['fast'] }] }),
      tell: 'frames',
      is: {
        'Time to close': [
          [D1, 8],
          [D2, 16],
          [D3, null],
          [D4, 64],
          [D5, null],
        ],
        Trend: [
          [D1, 8],
          [D2, 16],
          [D3, 32],
          [D4, 64],
          [D5, 128],
        ],
      },
    },
    // y = 20 + 10·log2 x = 20, 30, (35.85), 40; the 5th 43.22
    {
      rule: 'logarithmic',
      ask: fitted({ trend: 'logarithmic', filters: [{ field: 'channel', op: 'equals', values: ['slow'] }] }),
      tell: 'frames',
      is: {
        'Time to close': [
          [D1, 20],
          [D2, 30],
          [D3, null],
          [D4, 40],
          [D5, null],
        ],
        Trend: [
          [D1, 20],
          [D2, 30],
          [D3, 35.849625007],
          [D4, 40],
          [D5, 43.219280949],
        ],
      },
    },
    { rule: 'the unfinished bucket is marked', ask: fitted({}), tell: 'partial' as Rule['tell'], is: [D5] },
  ]
);

// Five tickets on Sunday 26 October in Amsterdam (25 hours): the first and the last instant of the day, and one on either side.
