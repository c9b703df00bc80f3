import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import { type Desk, MARCH, rulesOf, said, type Section } from './story';

/** A ticket of Monday 3 March 10:00 and the event that closes it. */
const closed = (id: string, closedAt: string) => ({ ticket: ticket(id, '2025-03-03 10:00'), event: event(id, closedAt, 'status', 'open', 'closed') });

// Closed after half an hour, an hour, an hour and a millisecond, eight hours, and ten days. No calendar applies.
const five = [
  closed('t1', '2025-03-03 10:30'),
  closed('t2', '2025-03-03 11:00'),
  closed('t3', '2025-03-03 11:00:00.001'),
  closed('t4', '2025-03-03 18:00'),
  closed('t5', '2025-03-13 10:00'),
];
const TIMES: Desk = { rows: helpdesk({ ticket: five.map((it) => it.ticket), ticket_event: five.map((it) => it.event) }) };
const time = (more: object = {}) => ({ metric: 'time_to_close', view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const byBand = { groupBy: ['duration_band'], statistics: ['count'], sort: { by: 'name', direction: 'asc' } };
const rows = (more: object) => ({ kind: 'records', metric: 'time_to_close', columns: ['ticket'], ...more });
const times = rulesOf(TIMES, MARCH, [
  // t1 and t2 of five
  { rule: 'within is the share of rows whose duration is at most the threshold', ask: time({ statistics: ['within'], threshold: '1h' }), is: 0.4 },
  { rule: 'hits is then the number within', ask: time({ statistics: ['within', 'hits', 'n'], threshold: '60m' }), is: [[0.4, 2, 5]] },
  { rule: 'hits by itself too', ask: time({ statistics: ['hits'], threshold: '3600s' }), is: 2 },
  { rule: 'a day is 24 hours', ask: time({ statistics: ['hits'], threshold: '10d' }), is: 5 },
  {
    rule: 'of each bucket its own',
    ask: { ...time({ statistics: ['within'], threshold: '1h' }), view: 'over_time', frequency: 'day' },
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 0.5],
      ['2025-03-04 00:00', null],
    ],
  },
  { rule: 'a row without a value is in neither', ask: time({ hours: 'sla', statistics: ['within', 'hits', 'n'], threshold: '1h' }), is: [[null, 0, 0]] },
  { rule: 'without a threshold it is an error', ask: time({ statistics: ['within'] }), is: said(/^400: .*"within".*"threshold"/) },
  { rule: 'as are hits of a duration', ask: time({ statistics: ['hits'] }), is: said(/^400: .*"hits".*"threshold"/) },
  {
    rule: 'a threshold is a duration',
    ask: time({ threshold: '8 hours' }),
    is: said(/^400: "threshold" is "8 hours", which is no duration such as 90s, 30m, 8h or 2d/),
  },
  {
    rule: 'bands are closed above',
    ask: time(byBand),
    is: [
      ['≤ 1 h', 2],
      ['1 h – 4 h', 1],
      ['4 h – 8 h', 1],
      ['> 7 d', 1],
    ],
  },
  {
    rule: 'their edges are the query’s',
    ask: time({ ...byBand, bands: ['30m', '8h', '10d'] }),
    is: [
      ['≤ 30 min', 1],
      ['30 min – 8 h', 3],
      ['8 h – 10 d', 1],
    ],
  },
  {
    rule: 'edges that do not ascend are an error',
    ask: time({ ...byBand, bands: ['1h', '60m'] }),
    is: said(/^400: "bands" must ascend: "60m" stands after "1h"/),
  },
  { rule: 'a row without a value is (none)', ask: time({ ...byBand, hours: 'sla', statistics: ['mean'] }), is: [['(none)', null]] },
  {
    rule: 'a filter names bands by their ids: the rows over an hour',
    ask: rows({ bands: ['1h'], filters: [{ field: 'duration_band', op: 'in', values: ['>1h'] }] }),
    is: [['t5'], ['t4'], ['t3']],
  },
  {
    rule: 'no row is in a band that the edges do not make, and a notice names those they make',
    ask: time({ filters: [{ field: 'duration_band', op: 'in', values: ['>2h'] }] }),
    tell: 'notices',
    is: [said(/">2h".*<=1h, 1h\.\.4h, 4h\.\.8h, 8h\.\.24h, 24h\.\.3d, 3d\.\.7d, >7d/)],
  },
  // at noon t4 and t5 are open for two hours
  {
    rule: 'ages of a state have bands too',
    ask: { ...time(byBand), metric: 'backlog_age', asOf: '2025-03-03T12:00:00Z' },
    is: [['1 h – 4 h', 2]],
  },
  {
    rule: 'and what waits is within a threshold or not',
    ask: { ...time({ statistics: ['within', 'hits', 'n'], threshold: '119m' }), metric: 'backlog_age', asOf: '2025-03-03T12:00:00Z' },
    is: [[0, 0, 2]],
  },
  { rule: 'counts have no bands', ask: { ...time(byBand), metric: 'closed' }, is: said(/^400: "closed" has no dimension "duration_band"/) },
]);

// a of Kim's is closed twice, b of Kim's once, c of nobody's once. Ann writes twice, Bob once, somebody unknown once.
const PEOPLE: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('bob')],
    ticket: [
      ticket('a', '2025-03-03 10:00', { requester_id: 'kim', owner_id: 'ann' }),
      ticket('b', '2025-03-03 10:00', { requester_id: 'kim', owner_id: 'bob' }),
      ticket('c', '2025-03-03 10:00', { owner_id: 'bob' }),
    ],
    ticket_event: [
      event('a', '2025-03-03 11:00', 'status', 'open', 'closed'),
      event('a', '2025-03-03 12:00', 'status', 'closed', 'open'),
      event('a', '2025-03-04 11:00', 'status', 'open', 'closed'),
      event('b', '2025-03-03 11:00', 'status', 'open', 'closed'),
      event('c', '2025-03-03 11:00', 'status', 'open', 'closed'),
    ],
    message: [
      message('a', '2025-03-03 10:10', 'agent', { author_id: 'ann' }),
      message('b', '2025-03-03 10:20', 'agent', { author_id: 'ann' }),
      message('b', '2025-03-03 10:30', 'agent', { author_id: 'bob' }),
      message('c', '2025-03-03 10:40', 'agent'),
    ],
  }),
};
const people = (metric: string, more: object = {}) => ({ metric, view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const distinct = rulesOf(PEOPLE, MARCH, [
  {
    rule: 'tickets and customers are how many different ones stand behind the rows; null is none',
    ask: people('closed', { statistics: ['count', 'tickets', 'customers'] }),
    is: [[4, 3, 1]],
  },
  { rule: 'authors likewise', ask: people('owner_reply_count', { statistics: ['count', 'authors', 'tickets'] }), is: [[4, 2, 3]] },
  { rule: 'n stays the number of rows', ask: people('closed', { statistics: ['tickets'] }), tell: 'n', is: 4 },
  // a is closed on both days: the days do not add up to 3
  {
    rule: 'they are never added up: a bucket has its own',
    ask: people('closed', { view: 'over_time', frequency: 'day', statistics: ['tickets'] }),
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 3],
      ['2025-03-04 00:00', 1],
    ],
  },
  { rule: 'only behind rows that have a value', ask: people('time_to_close', { hours: 'sla', statistics: ['tickets', 'customers'] }), is: [[0, 0]] },
  {
    rule: 'they have no "Other"',
    ask: people('closed', { groupBy: ['owner'], limit: 1, other: true, statistics: ['tickets', 'count'] }),
    is: [['bob', 2, 2]],
  },
  {
    rule: 'which a count has',
    ask: people('closed', { groupBy: ['owner'], limit: 1, other: true }),
    is: [
      ['ann', 2],
      ['Other', 2],
    ],
  },
  {
    rule: 'a metric without authors has no such statistic',
    ask: people('closed', { statistics: ['authors'] }),
    is: said(/^400: "closed" has no statistic "authors"/),
  },
  // of the state now, and of none
  {
    rule: 'of a state those that hold',
    ask: people('backlog', { statistics: ['count', 'tickets', 'customers'], asOf: '2025-03-03T10:30:00Z' }),
    is: [[3, 3, 1]],
  },
]);

// Monday to Friday, nine to five: from Monday 09:00 to Friday 17:00 it is 40 business hours and 104 hours in all
const OFFICE: Desk = {
  rows: helpdesk({
    calendar: [{ calendar_id: 'k', name: 'k', time_zone: 'UTC' }],
    calendar_hours: [1, 2, 3, 4, 5].map((weekday) => ({ calendar_id: 'k', weekday, start: '09:00', end: '17:00', valid_from: null, valid_to: null })),
    ticket: [ticket('t', '2025-03-03 09:00'), ticket('u', '2025-03-24 09:00')],
    ticket_event: [event('t', '2025-03-07 17:00', 'status', 'open', 'closed'), event('u', '2025-03-24 09:30', 'status', 'open', 'closed')],
  }),
  settings: { defaultCalendar: 'k' },
};
const SHORT: Desk = { ...OFFICE, settings: { defaultCalendar: 'k', hoursPerWorkday: 4 } };
const sla = (unit: string | null, more: object = {}) => ({
  metric: 'time_to_close',
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  hours: 'sla',
  unit,
  ...more,
});
const ONE = ['2025-03-01 00:00', '2025-03-10 00:00'] as const;
const units = rulesOf(OFFICE, ONE, [
  { rule: 'who asks for no unit gets seconds', ask: sla(null), is: 144_000 },
  { rule: 'minutes', ask: sla('minutes'), is: 2_400 },
  { rule: 'hours', ask: sla('hours'), is: 40 },
  { rule: 'working days have the hours of the settings: eight', ask: sla('workdays'), is: 5 },
  { rule: 'days are 24 hours', ask: sla('days', { hours: 'all' }), is: 4.333333333 },
  { rule: 'of SLA hours they are an error', ask: sla('days'), is: said(/^400: .*SLA hours/) },
  { rule: 'auto: SLA hours are never days', ask: sla('auto'), is: 40 },
  { rule: 'from three days on it takes days', ask: sla('auto', { hours: 'all' }), is: 4.333333333 },
  // 30 minutes, of 52 h and half an hour
  { rule: 'under three hours minutes', ask: sla('auto'), period: ['2025-03-20 00:00', '2025-04-01 00:00'], is: 30 },
  { rule: 'all null: minutes', ask: sla('auto'), period: ['2025-01-01 00:00', '2025-02-01 00:00'], tell: 'units', is: ['suffix:min'] },
  { rule: 'the field says so', ask: sla('auto'), tell: 'units', is: ['suffix:h'] },
  // 40 h and 30 minutes: 2 rows, each in hours; counts stay counts
  {
    rule: 'one unit for all statistics: the largest decides, and counts have none',
    ask: sla('auto', { statistics: ['min', 'max', 'n'] }),
    period: MARCH,
    is: [[0.5, 40, 2]],
  },
  {
    rule: 'and for both periods',
    ask: sla('auto', { compare: 'previous_period' }),
    period: ['2025-03-17 00:00', '2025-03-31 00:00'],
    is: [[0.5, 40, -39.5, '▼ -98.8 %']],
  },
  { rule: 'an alert rule’s auto is seconds: its threshold stands still', ask: sla('auto'), by: { fromAlert: true }, is: 144_000 },
  { rule: 'a unit that it asks for it gets', ask: sla('hours'), by: { fromAlert: true }, is: 40 },
  { rule: 'thresholds and bands are what they say, whatever the unit', ask: sla('minutes', { statistics: ['within'], threshold: '40h' }), is: 1 },
]);
const short = rulesOf(SHORT, ONE, [{ rule: 'or as many as they say', ask: sla('workdays'), is: 10 }]);

/** docs/definitions.md, "Time, asked otherwise". */
export const TIME_ASKED: Section = { title: 'Time, asked otherwise', rules: [...times, ...distinct, ...units, ...short] };
