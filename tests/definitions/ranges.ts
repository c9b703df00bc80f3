import { event, helpdesk, ticket } from '../oracle/builders';
import { at, type Desk, rulesOf, type Section } from './story';
import { cut, edges } from './ranges-buckets';
import { few } from './ranges-few';
import { clocks, set } from './ranges-clocks';

/** A ticket and the event that closes it. */
const closed = (id: string, created: string, closedAt: string) => ({ ticket: ticket(id, created), event: event(id, closedAt, 'status', 'open', 'closed') });

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
/** What is held at an instant or goes on for a while, with statistics that are 0 where there is nothing. */
const AHEAD: ReadonlyArray<readonly [metric: string, statistics: readonly string[]]> = [
  ['backlog', ['count', 'tickets', 'customers']],
  ['backlog_age', ['mean', 'count', 'hits', 'tickets']],
  ['waiting_now', ['customers', 'count']],
  ['sla_at_risk', ['count', 'tickets']],
  ['max_available_agents', ['max']],
  ['availability_hours', ['sum']],
  ['agent_status_time', ['sum']],
  ['agent_concurrency', ['mean']],
  ['occupancy', ['share']],
  ['uncovered_hours', ['sum']],
];
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
    // now is the 2nd at 12:00, when "t" is open
    ...AHEAD.map(([metric, statistics]) => ({
      rule: `of a range that begins after now nothing is known: ${metric}, ${statistics.join(', ')}`,
      ask: asOf(metric, '2025-03-02 12:00', { view: 'totals', statistics, ...(statistics.includes('hits') ? { threshold: '8h' } : {}) }),
      period: [D3, D4] as const,
      is: statistics.length === 1 ? null : [statistics.map(() => null)],
    })),
    { rule: 'its n is 0', ask: asOf('backlog', '2025-03-02 12:00', { view: 'totals' }), period: [D3, D4], tell: 'n', is: 0 },
    {
      rule: 'also where it is asked for',
      ask: asOf('max_available_agents', '2025-03-02 12:00', { view: 'totals', statistics: ['n', 'max'] }),
      period: [D3, D4],
      is: [[0, null]],
    },
    { rule: 'it has no groups', ask: asOf('backlog', '2025-03-02 12:00', { view: 'totals', groupBy: ['owner'] }), period: [D3, D4], is: [] },
    {
      rule: 'nor groups that an earlier period had',
      ask: asOf('backlog', '2025-03-02 12:00', { view: 'totals', groupBy: ['owner'], compare: 'previous_period' }),
      period: [D3, D4],
      is: [],
    },
    { rule: 'nor rows', ask: { kind: 'records', metric: 'backlog', columns: ['ticket'], asOf: at('2025-03-02 12:00') }, period: [D3, D4], is: [] },
    { rule: 'one that begins now is not after it', ask: asOf('backlog', '2025-03-03 00:00', { view: 'totals' }), period: [D3, D4], is: 2 },
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
const skewed = [
  ticket('s1', '2025-03-01 10:00', { closed_at: at('2025-03-01 09:00') }),
  ticket('s2', '2025-05-01 10:00', { closed_at: at('2025-05-01 09:00') }),
];
const LENGTHS: Desk = {
  rows: helpdesk({
    ticket: [...[q1, q2, q3, q4, tiny].map((it) => it.ticket), ...skewed],
    ticket_event: [q1, q2, q3, q4, tiny].map((it) => it.event),
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
export const RANGES: Section = { title: 'Rows, ranges, buckets', rules: [...edges, ...cut, ...few, ...clocks, ...set, ...now, ...lengths] };
