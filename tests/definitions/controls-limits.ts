import { agent, helpdesk, message, survey, ticket } from '../oracle/builders';
import { type Desk, type Rule, rulesOf, said } from './story';
import { created } from './controls-compare';

const THREE = helpdesk({
  agent: [agent('ann')],
  ticket: created('t', '2025-03-01 00:00', '2025-03-01 00:00', '2025-03-02 00:00'),
  message: [message('t0', '2025-03-01 01:00', 'agent', { author_id: 'ann' })],
  survey: [survey('v', 't0', '2025-03-01 02:00', 5)],
});
const LIMITED: Desk = { rows: THREE, grafana: { GF_SQL_ROW_LIMIT: '2' } };
const MARCH = ['2025-03-01 00:00', '2025-03-03 00:00'] as const;
/** Grafana’s limits on a dashboard. */
export const limits = rulesOf(LIMITED, MARCH, [
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
/** Grafana’s limits on an alert rule. */
export const alertLimits = [
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
const GUARDED: Desk = { rows: THREE, settings: { surveyWithoutUser: false } };
const csat = { metric: 'csat', view: 'totals', groupBy: [] };
/** Who may see ratings. */
export const guarded = rulesOf(GUARDED, MARCH, [
  { rule: 'surveyRole is Editor by itself: a viewer does not see ratings', ask: csat, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'nor their records', ask: { kind: 'records', metric: 'csat' }, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'nor the low ratings among the events', ask: { kind: 'events', events: ['low_rating'] }, by: { role: 'Viewer' }, is: said(/^403/) },
  { rule: 'an editor does', ask: csat, by: { role: 'Editor' }, is: 1 },
  { rule: 'requests without a user follow a setting of their own', ask: csat, by: { fromAlert: true }, is: said(/^403/) },
  { rule: 'other metrics are everybody’s', ask: { metric: 'opened', view: 'totals' }, by: { role: 'Viewer' }, is: 3 },
]);
const STALE: Desk = { rows: THREE, settings: { maxAge: '0s' } };
/** Data that is too old for an alert. */
export const stale = rulesOf(STALE, MARCH, [
  {
    rule: 'maxAge: an alert gets an error, never numbers, from data that is too old',
    ask: { metric: 'opened', view: 'totals' },
    by: { fromAlert: true },
    is: said(/^503: .*older than maxAge/),
  },
  { rule: 'a dashboard gets numbers', ask: { metric: 'opened', view: 'totals' }, is: 3 },
]);
