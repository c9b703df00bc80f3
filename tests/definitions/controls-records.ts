import { agent, event, helpdesk, survey, ticket } from '../oracle/builders';
import { at, type Desk, type Rule, rulesOf, said } from './story';

const PILE: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: [
      // p3 was closed before it was created
      ...[
        ['p1', '2025-10-25 21:59:59.999'],
        ['p2', '2025-10-25 22:00'],
        ['p3', '2025-10-26 12:00'],
        ['p4', '2025-10-26 22:59:59.999'],
        ['p5', '2025-10-26 23:00'],
      ].map(([id, when]) =>
        ticket(id, when, { priority: id === 'p3' ? 'high' : null, subject: `About ${id}`, closed_at: id === 'p3' ? at('2025-10-26 11:00') : null })
      ),
      ticket('junk', '2025-10-26 12:00', { is_spam: true }),
    ],
    ticket_event: [
      event('p2', '2025-10-26 10:00', 'status', 'open', 'closed'),
      event('p2', '2025-10-26 11:00', 'status', 'closed', 'open'),
      event('p2', '2025-10-26 12:00', 'status', 'open', 'closed'),
      event('junk', '2025-10-26 13:00', 'status', 'open', 'closed'),
      event('junk', '2025-10-26 14:00', 'status', 'closed', 'open'),
    ],
    survey: [survey('v1', 'p2', '2025-10-26 15:00', 1, { comment: ' Still, broken ' }), survey('v2', 'p4', '2025-10-26 16:00', 5)],
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
const aged = (sort: object) => ({ kind: 'records', metric: 'backlog_age', columns: ['ticket'], asOf: at('2025-10-29 00:00'), sort });
const OCTOBER = ['2025-10-20 00:00', '2025-10-30 00:00'] as const;
/** The rows behind a bucket. */
export const records = rulesOf(PILE, OCTOBER, [
  { rule: 'in order by value the longest first', ask: aged({ by: 'value' }), is: [['p1'], ['p4'], ['p5']] },
  { rule: 'or the shortest', ask: aged({ direction: 'asc' }), is: [['p5'], ['p4'], ['p1']] },
  { rule: 'a row without a duration has no place there', ask: { ...aged({ by: 'value' }), metric: 'time_to_close', hours: 'sla' }, is: [] },
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
  {
    rule: 'what was written with a rating, which says that something was',
    ask: record('csat', { columns: ['ticket', 'score', 'has_comment', 'comment'], sort: { by: 'value', direction: 'asc' } }),
    is: [
      ['p2', 1, true, 'Still, broken'],
      ['p4', 5, false, null],
    ],
  },
  {
    rule: 'to people alone, not to a rule',
    ask: record('csat', { columns: ['ticket', 'comment'], sort: { by: 'value', direction: 'desc' } }),
    by: { fromAlert: true },
    is: [['p4'], ['p2']],
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
  {
    rule: 'events: a filter that does not apply is told once, however often it stands there',
    ask: {
      kind: 'events',
      events: ['reopening'],
      filters: [
        { field: 'agent', values: ['a'] },
        { field: 'agent', op: 'not_in', values: ['b'] },
      ],
    },
    tell: 'notices',
    is: ['The filter on agent does not apply: Net flow has no such dimension. The numbers are not filtered by it.'],
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
/** Events: what happened when. */
export const reopened = rulesOf(
  REOPENED,
  ['2025-03-01 00:00', '2025-03-10 00:00'],
  [
    {
      rule: 'events: the reopening of a ticket that was born closed is one, as in net flow',
      ask: reopenings(),
      is: [happened('2025-03-02 10:00', 'ann'), happened('2025-03-04 10:00', 'ann')],
    },
    { rule: 'created + reopened − closed', ask: { metric: 'net_flow', view: 'totals', groupBy: [], timeZone: 'UTC' }, is: 2 },
    {
      rule: 'events: the owner is that of the reopening, not of the close',
      ask: reopenings({ filters: [{ field: 'owner', op: 'in', values: ['ben'] }] }),
      is: [],
    },
    { rule: 'events: a creation and a close are none', ask: reopenings(), period: ['2025-03-01 00:00', '2025-03-02 10:00'], is: [] },
  ]
);
