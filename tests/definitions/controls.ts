import { agent, event, helpdesk, message, survey, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, type Rule, rulesOf, type Section } from './story';

const said = (pattern: RegExp) => expect.stringMatching(pattern) as string;
/** Tickets created at these instants. */
const created = (prefix: string, ...instants: string[]): TicketRow[] => instants.map((when, i) => ticket(`${prefix}${i}`, when));

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
const comparisons = rulesOf(
  WEEKS,
  ['2025-03-23 23:00', '2025-03-30 22:00'],
  [
    // this week two; the week before two: its first instant and its last millisecond
    { rule: 'the previous period of a week that loses an hour is the whole week before', ask: compared({}), is: [[2, 2, 0, 0]] },
    { rule: 'and of one that gains an hour', ask: compared({}), period: ['2025-10-19 22:00', '2025-10-26 23:00'], is: [[1, 3, -2, -0.666666667]] },
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
        'Opened tickets (previous period)': [
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
      is: [[1, 5, -4, -0.8]],
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
        'Opened tickets (last year)': [
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
const trends = rulesOf(
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
        'Time to close (trend)': [
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
        'Time to close (trend)': [
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
        'Time to close (trend)': [
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
const PILE: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: [
      ...[
        ['p1', '2025-10-25 21:59:59.999'],
        ['p2', '2025-10-25 22:00'],
        ['p3', '2025-10-26 12:00'],
        ['p4', '2025-10-26 22:59:59.999'],
        ['p5', '2025-10-26 23:00'],
      ].map(([id, when]) => ticket(id, when, { priority: id === 'p3' ? 'high' : null, subject: `About ${id}` })),
      ticket('junk', '2025-10-26 12:00', { is_spam: true }),
    ],
    ticket_event: [
      event('p2', '2025-10-26 10:00', 'status', 'open', 'closed'),
      event('p2', '2025-10-26 11:00', 'status', 'closed', 'open'),
      event('p2', '2025-10-26 12:00', 'status', 'open', 'closed'),
      event('junk', '2025-10-26 13:00', 'status', 'open', 'closed'),
      event('junk', '2025-10-26 14:00', 'status', 'closed', 'open'),
      // closed before it was created
      event('p3', '2025-10-26 11:00', 'status', 'open', 'closed'),
    ],
    survey: [survey('v1', 'p2', '2025-10-26 15:00', 1), survey('v2', 'p4', '2025-10-26 16:00', 5)],
  }),
};
const record = (metric: string, more: object = {}) => ({
  kind: 'records',
  metric,
  frequency: 'day',
  at: '2025-10-26T12:00:00Z',
  timeZone: 'Europe/Amsterdam',
  columns: ['ticket'],
  ...more,
});
const OCTOBER = ['2025-10-20 00:00', '2025-10-30 00:00'] as const;
const records = rulesOf(PILE, OCTOBER, [
  { rule: 'the rows of one bucket, a day of 25 hours', ask: record('opened'), is: expect.arrayContaining([['p2'], ['p3'], ['p4']]) as unknown as string[] },
  {
    rule: 'no more than those',
    ask: record('opened', { columns: ['created_at'] }),
    is: [['2025-10-25 22:00'], ['2025-10-26 12:00'], ['2025-10-26 22:59:59.999']].reverse(),
  },
  { rule: 'of a bucket that the range cuts, the rows in the range', ask: record('opened'), period: ['2025-10-26 11:00', '2025-10-26 13:00'], is: [['p3']] },
  {
    rule: 'with the same filters',
    ask: record('opened', { filters: [{ field: 'priority', op: 'is_empty' }], columns: ['created_at', 'subject', 'priority'] }),
    is: [
      ['2025-10-26 22:59:59.999', 'About p4', null],
      ['2025-10-25 22:00', 'About p2', null],
    ],
  },
  { rule: 'rows that the chart drops are not there', ask: record('time_to_close', { columns: ['ticket', 'duration'] }), is: [['p2', 50_400]] },
  {
    rule: 'all rows of a rate',
    ask: record('csat', { columns: ['ticket', 'score'] }),
    is: [
      ['p4', 5],
      ['p2', 1],
    ],
  },
  // at 11:00 p2 is closed (its reopening at 11:00 is not before that) and p3 not yet created
  { rule: 'of a state, what holds at the bucket’s end', ask: record('backlog', { at: '2025-10-26T10:30:00Z', frequency: 'hour' }), is: [['p1']] },
  { rule: 'a limit that cuts is said', ask: record('opened', { limit: 2 }), tell: 'notices' as Rule['tell'], is: [said(/^Only the first 2 rows/)] },
  {
    rule: 'events: reopenings of tickets that count, from ≤ t < to',
    ask: { kind: 'events', events: ['reopening'] },
    period: ['2025-10-26 11:00', '2025-10-26 14:00:00.001'],
    is: [['2025-10-26 11:00', null, expect.anything(), expect.anything(), expect.anything(), expect.anything()]],
  },
  { rule: 'events: at the end of the range none', ask: { kind: 'events', events: ['reopening'] }, period: ['2025-10-26 10:00', '2025-10-26 11:00'], is: [] },
]);

// Born closed, reopened by ann when it was ben's before; closed and reopened; both of one team.
const REOPENED: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: [ticket('born', '2025-03-01 00:00'), ticket('usual', '2025-03-01 00:00')],
    ticket_event: [
      event('born', '2025-03-02 10:00', 'status', 'closed', 'open'),
      event('born', '2025-03-02 09:00', 'owner', 'ben', 'ann'),
      event('usual', '2025-03-03 10:00', 'status', 'open', 'closed'),
      event('usual', '2025-03-04 10:00', 'status', 'closed', 'open'),
      event('usual', '2025-03-04 09:00', 'owner', 'ben', 'ann'),
    ],
  }),
};
const reopenings = (more: object = {}) => ({ kind: 'events', events: ['reopening'], ...more });
const happened = (when: string, who: string) => [when, null, expect.anything(), expect.stringContaining(who), expect.anything(), expect.anything()];
const reopened = rulesOf(
  REOPENED,
  ['2025-03-01 00:00', '2025-03-10 00:00'],
  [
    {
      rule: 'events: the reopening of a ticket that was born closed is one, as in net flow',
      ask: reopenings(),
      is: [happened('2025-03-02 10:00', 'ann'), happened('2025-03-04 10:00', 'ann')],
    },
    { rule: 'created + reopened − closed', ask: { metric: 'net_flow', view: 'totals', groupBy: [], timeZone: 'UTC' }, is: 3 },
    {
      rule: 'events: the owner is that of the reopening, not of the close',
      ask: reopenings({ filters: [{ field: 'owner', op: 'in', values: ['ben'] }] }),
      is: [],
    },
    { rule: 'events: a creation and a close are none', ask: reopenings(), period: ['2025-03-01 00:00', '2025-03-02 10:00'], is: [] },
  ]
);

const THREE = helpdesk({
  agent: [agent('ann')],
  ticket: created('t', '2025-03-01 00:00', '2025-03-01 00:00', '2025-03-02 00:00'),
  message: [message('t0', '2025-03-01 01:00', 'agent', { author_id: 'ann' })],
  survey: [survey('v', 't0', '2025-03-01 02:00', 5)],
});
const LIMITED: Desk = { rows: THREE, grafana: { GF_SQL_ROW_LIMIT: '2' } };
const MARCH = ['2025-03-01 00:00', '2025-03-03 00:00'] as const;
const limits = rulesOf(LIMITED, MARCH, [
  {
    rule: 'GF_SQL_ROW_LIMIT cuts rows',
    ask: { metric: 'opened', view: 'totals', groupBy: ['ticket'], timeZone: 'UTC' },
    is: [
      ['t0', 1],
      ['t1', 1],
    ],
  },
  {
    rule: 'and says so',
    ask: { metric: 'opened', view: 'totals', groupBy: ['ticket'], timeZone: 'UTC' },
    tell: 'notices' as Rule['tell'],
    is: [said(/^Only the first 2 rows/)],
  },
  {
    rule: 'an alert gets an error, never some of its groups',
    ask: { metric: 'opened', view: 'totals', groupBy: ['ticket'], timeZone: 'UTC' },
    by: { fromAlert: true },
    is: said(/^413: .*more rows than Grafana’s limit of 2/),
  },
  {
    rule: 'what was cut off is not known: null, not 0',
    ask: { metric: 'opened', frequency: 'day', groupBy: ['ticket'], timeZone: 'UTC', sort: { by: 'name', direction: 'desc' } },
    is: {
      t2: [
        ['2025-03-01 00:00', null],
        ['2025-03-02 00:00', 1],
      ],
      t1: [
        ['2025-03-01 00:00', 1],
        ['2025-03-02 00:00', null],
      ],
    },
  },
  {
    rule: 'as many rows as the limit are not cut',
    ask: { metric: 'opened', view: 'totals', groupBy: ['ticket'], filters: [{ field: 'ticket', op: 'in', values: ['t0', 't1'] }], timeZone: 'UTC' },
    tell: 'notices' as Rule['tell'],
    is: [],
  },
  {
    rule: 'records too',
    ask: { kind: 'records', metric: 'opened', columns: ['ticket'] },
    tell: 'notices' as Rule['tell'],
    is: [said(/^Only the first 2 rows/)],
  },
]);
// Twelve tickets with a message each: two more than a top-ten report shows.
const TWELVE = Array.from({ length: 12 }, (_, i) => `t${String(i + 10)}`);
const MANY = helpdesk({
  agent: [agent('ann')],
  ticket: TWELVE.map((id) => ticket(id, '2025-03-01 00:00')),
  message: TWELVE.map((id) => message(id, '2025-03-01 01:00', 'agent', { author_id: 'ann' })),
});
const [UNLIMITED, BYTES, ROWS]: Desk[] = [
  { rows: MANY },
  { rows: MANY, grafana: { GF_RESPONSE_LIMIT: '9000' } },
  { rows: MANY, grafana: { GF_SQL_ROW_LIMIT: '5' } },
];
const byTicket = (more: object = {}) => ({
  metric: 'ticket_reply_count',
  view: 'totals',
  groupBy: ['ticket'],
  timeZone: 'UTC',
  sort: { by: 'name', direction: 'asc' },
  ...more,
});
const overTime = { metric: 'opened', frequency: 'day', groupBy: ['ticket'], timeZone: 'UTC' };
const firstTickets = (count: number) => TWELVE.slice(0, count).map((id) => [id, 1]);
const rule = { login: 'grafana_scheduler', role: 'Admin', fromAlert: true };
const TOO_MANY_ROWS = said(/^413: .*more rows than Grafana’s limit of 5 \(GF_SQL_ROW_LIMIT\)/);
const TOO_MANY_BYTES = said(/^413: .*response limit of [\d,]+ bytes \(GF_RESPONSE_LIMIT\)/);
const alertLimits = [
  ...rulesOf(UNLIMITED, MARCH, [
    { rule: 'a top-ten report shows ten', ask: byTicket(), is: firstTickets(10) },
    { rule: 'a rule has no limit that it did not ask for: all twelve', ask: byTicket(), by: rule, is: firstTickets(12) },
    { rule: 'nor by its value', ask: byTicket({ sort: undefined }), by: rule, is: firstTickets(12) },
    { rule: 'the limit that its author wrote stays', ask: byTicket({ limit: 3 }), by: rule, is: firstTickets(3) },
    { rule: 'of records too', ask: { kind: 'records', metric: 'opened', columns: ['ticket'], limit: 3 }, by: rule, is: TWELVE.slice(0, 3).map((id) => [id]) },
  ]),
  ...rulesOf(ROWS, MARCH, [
    { rule: 'rows: a rule gets an error for totals', ask: byTicket(), by: rule, is: TOO_MANY_ROWS },
    { rule: 'over time', ask: overTime, by: rule, is: TOO_MANY_ROWS },
    { rule: 'for records', ask: { kind: 'records', metric: 'opened', columns: ['ticket'] }, by: rule, is: TOO_MANY_ROWS },
    {
      rule: 'also with a limit of its own beyond Grafana’s',
      ask: { kind: 'records', metric: 'opened', columns: ['ticket'], limit: 6 },
      by: rule,
      is: TOO_MANY_ROWS,
    },
    { rule: 'whoever previews it', ask: byTicket(), by: { login: 'ed', role: 'Editor', fromAlert: true }, is: TOO_MANY_ROWS },
    { rule: 'and numbers with a limit within it', ask: byTicket({ limit: 5 }), by: rule, is: firstTickets(5) },
  ]),
  ...rulesOf(BYTES, MARCH, [
    {
      rule: 'GF_RESPONSE_LIMIT: a panel gets the series that fit',
      ask: overTime,
      tell: 'notices' as Rule['tell'],
      is: [said(/^Only [1-9] of 12 series fit Grafana’s response limit of 9,000 bytes/)],
    },
    { rule: 'a rule gets an error, never fewer series', ask: overTime, by: rule, is: TOO_MANY_BYTES },
    { rule: 'and numbers where all fit', ask: byTicket(), by: rule, is: firstTickets(12) },
  ]),
  ...rulesOf({ rows: THREE, grafana: { GF_RESPONSE_LIMIT: '1' } }, MARCH, [
    {
      rule: 'a panel that nothing fits is empty and says so',
      ask: { metric: 'opened', view: 'totals' },
      tell: 'notices' as Rule['tell'],
      is: [said(/^The answer does not fit Grafana’s response limit of 1 bytes/)],
    },
    { rule: 'a rule gets an error, never no data', ask: { metric: 'opened', view: 'totals' }, by: rule, is: TOO_MANY_BYTES },
    { rule: 'of a report without data too', ask: { metric: 'sla_breaches', view: 'totals' }, by: rule, is: TOO_MANY_BYTES },
  ]),
];
const GUARDED: Desk = { rows: THREE, settings: { surveyRole: 'Editor', surveyWithoutUser: false } };
const csat = { metric: 'csat', view: 'totals', groupBy: [] };
const guarded = rulesOf(GUARDED, MARCH, [
  { rule: 'surveyRole: a viewer does not see ratings', ask: csat, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'nor their records', ask: { kind: 'records', metric: 'csat' }, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'nor the low ratings among the events', ask: { kind: 'events', events: ['low_rating'] }, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'an editor does', ask: csat, by: { role: 'Editor' }, is: 1 },
  { rule: 'requests without a user follow a setting of their own', ask: csat, by: { fromAlert: true }, is: said(/^403/) },
  { rule: 'other metrics are everybody’s', ask: { metric: 'opened', view: 'totals' }, by: { role: 'Viewer' }, is: 3 },
]);
const STALE: Desk = { rows: THREE, settings: { maxAge: '0s' } };
const stale = rulesOf(STALE, MARCH, [
  {
    rule: 'maxAge: an alert gets an error, never numbers, from data that is too old',
    ask: { metric: 'opened', view: 'totals' },
    by: { fromAlert: true },
    is: said(/^503: .*older than maxAge/),
  },
  { rule: 'a dashboard gets numbers', ask: { metric: 'opened', view: 'totals' }, is: 3 },
]);

/** metrics.md, "Report controls", and what reliability.md says of limits, alerts and survey roles. */
export const CONTROLS: Section = {
  title: 'Report controls',
  rules: [...comparisons, ...trends, ...records, ...reopened, ...limits, ...alertLimits, ...guarded, ...stale],
};
