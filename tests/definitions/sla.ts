import { agent, event, helpdesk, message, stage, ticket } from '../oracle/builders';
import type { CalendarHoursRow, Clock, SlaTargetRow, TicketRow, TicketSlaRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf, type Section } from './story';

// 3 March 2025 is a Monday; all in UTC
const HOUR = 3600;
const weekdays = (calendar_id: string, start: string, end: string): CalendarHoursRow[] =>
  [1, 2, 3, 4, 5].map((weekday) => ({ calendar_id, weekday, start, end, valid_from: null, valid_to: null }));
const target = (policy_id: string, clock: Clock, hours: number, calendar_id: string | null, given: Partial<SlaTargetRow> = {}): SlaTargetRow => ({
  policy_id,
  clock,
  priority: null,
  valid_from: null,
  target_seconds: hours * HOUR,
  calendar_id,
  pauses: false,
  ...given,
});
const under = (ticket_id: string, policy_id: string, from: string | null = null, to: string | null = null): TicketSlaRow => ({
  ticket_id,
  policy_id,
  from: from === null ? null : at(from),
  to: to === null ? null : at(to),
});
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, '2025-03-03 08:00', given);
const says = (id: string, when: string, kind: 'customer' | 'agent' = 'agent') => message(id, when, kind, { author_id: kind === 'agent' ? 'ann' : null });
const closes = (id: string, when: string) => event(id, when, 'status', 'open', 'closed');

const ROWS = helpdesk({
  agent: [agent('ann'), agent('ben')],
  stage: [stage('work', 'open'), stage('wait', 'waiting_customer', true), stage('done', 'closed')],
  calendar: ['office', 'early'].map((id) => ({ calendar_id: id, name: id, time_zone: 'UTC' })),
  calendar_hours: [...weekdays('office', '09:00', '17:00'), ...weekdays('early', '07:00', '15:00')],
  sla_target: [
    // each clock by a calendar of its own
    target('mixed', 'first_reply', 4, 'office'),
    target('mixed', 'next_reply', 2, 'early'),
    target('mixed', 'close', 16, null, { pauses: true }),
    target('first-only', 'first_reply', 4, 'early'),
    target('early', 'first_reply', 4, 'early'),
    target('early', 'next_reply', 4, 'early'),
    target('early', 'close', 16, 'early', { pauses: true }),
    // high: 1 h since January, 2 h since Monday 08:00:00.001; anybody: 4 h since February; low: from April on only
    target('tiers', 'first_reply', 1, 'office', { priority: 'high', valid_from: at('2025-01-01 00:00') }),
    target('tiers', 'first_reply', 2, 'office', { priority: 'high', valid_from: at('2025-03-03 08:00:00.001') }),
    target('tiers', 'first_reply', 4, 'office', { valid_from: at('2025-02-01 00:00') }),
    target('tiers', 'first_reply', 8, 'office', { priority: 'low', valid_from: at('2025-04-01 00:00') }),
  ],
  ticket: ['views', 'switched', 'promised-later', 'none', 'paused', 'moved', 'moved-free', 'first-only', 'twofold']
    .map((id) => made(id, { tags: id === 'none' ? ['x', 'y'] : [] }))
    .concat([
      made('high', { priority: 'low' }),
      made('low', { priority: 'low' }),
      made('medium', { priority: 'medium' }),
      made('late'),
      made('handed', { owner_id: 'ben' }),
    ]),
  ticket_sla: [
    under('views', 'mixed'),
    under('paused', 'early'),
    // "mixed" until 08:00 sharp, "early" from then on: the creation is the second's
    under('switched', 'mixed', '2025-03-03 00:00', '2025-03-03 08:00'),
    under('switched', 'early', '2025-03-03 08:00'),
    // a promise from 09:00 on: too late for the first reply, in time for the next
    under('promised-later', 'early', '2025-03-03 09:00'),
    under('moved', 'mixed'),
    under('first-only', 'first-only'),
    under('twofold', 'mixed'),
    under('twofold', 'early', '2025-03-03 07:00'),
    under('high', 'tiers'),
    under('low', 'tiers'),
    under('medium', 'tiers'),
    under('late', 'mixed'),
    under('handed', 'mixed'),
  ],
  message: [
    // the customer again on Tuesday 08:00, answered 10:00
    says('views', '2025-03-03 16:30'),
    says('views', '2025-03-04 08:00', 'customer'),
    says('views', '2025-03-04 10:00'),
    says('switched', '2025-03-03 16:30'),
    says('promised-later', '2025-03-03 16:30'),
    says('promised-later', '2025-03-04 06:00', 'customer'),
    says('promised-later', '2025-03-04 16:00'),
    says('none', '2025-03-03 16:30'),
    says('moved', '2025-03-03 16:30'),
    says('moved-free', '2025-03-03 16:30'),
    says('first-only', '2025-03-03 16:30'),
    says('twofold', '2025-03-03 16:30'),
    says('high', '2025-03-03 16:30'),
    says('low', '2025-03-03 16:30'),
    says('medium', '2025-03-03 16:30'),
    // due Monday 13:00 (4 h from 09:00), answered on Tuesday 10:00
    says('late', '2025-03-04 10:00'),
    says('handed', '2025-03-04 10:00'),
  ],
  ticket_event: [
    closes('views', '2025-03-04 12:00'),
    closes('moved', '2025-03-03 18:00'),
    closes('moved-free', '2025-03-03 18:00'),
    closes('first-only', '2025-03-03 18:00'),
    // early until 12:00, then office; or then around the clock
    event('moved', '2025-03-03 12:00', 'schedule', 'early', 'office'),
    event('moved-free', '2025-03-03 12:00', 'schedule', 'early', null),
    // work 08–10, wait 10–12, work 12–13
    event('paused', '2025-03-03 10:00', 'stage', 'work', 'wait'),
    event('paused', '2025-03-03 12:00', 'stage', 'wait', 'work'),
    event('paused', '2025-03-03 13:00', 'stage', 'work', 'done'),
    // high when the clock started, low since
    event('high', '2025-03-03 12:00', 'priority', 'high', 'low'),
    // ben's until Monday 13:00 sharp, ann's at that very millisecond
    event('handed', '2025-03-03 13:00', 'owner', 'ben', 'ann'),
  ],
});
const OFFICE: Desk = { rows: ROWS, settings: { defaultCalendar: 'office' } };
const WITHOUT: Desk = { rows: ROWS };
const only = (...ids: string[]) => [{ field: 'ticket', op: 'in', values: ids }];
const sla = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  hours: 'sla',
  groupBy: [],
  filters: only(id),
  timeZone: 'UTC',
  ...more,
});
const clock = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: [...only(id), { field: 'clock', op: 'in', values: ['first_reply'] }],
  timeZone: 'UTC',
  ...more,
});
const told = (id: string) => clock('sla_attainment', id, { kind: 'records', columns: ['clock', 'target', 'due_at', 'met_at'] });

const views = rulesOf(OFFICE, MARCH, [
  // office 09:00–16:30
  { rule: 'first response by the first_reply clock’s calendar', ask: sla('time_to_first_response', 'views'), is: 7.5 * HOUR },
  // early: Monday 08:00–15:00 = 7 h; Tuesday 08:00–10:00 = 2 h
  { rule: 'reply times by next_reply’s, also the first turn', ask: sla('customer_wait_time', 'views', { statistics: ['sum', 'count'] }), is: [[9 * HOUR, 2]] },
  // from Monday 16:30 to Tuesday 08:00 by early: 07:00–08:00
  { rule: 'the customer’s reply time too', ask: sla('customer_reply_time', 'views'), is: HOUR },
  { rule: 'close times by close’s, which is 24/7 here', ask: sla('time_to_close', 'views'), is: 28 * HOUR },
  { rule: 'ticket_sla is from ≤ t < to: the policy from 08:00 sharp on', ask: sla('time_to_first_response', 'switched'), is: 7 * HOUR },
  { rule: 'a promise after the clock’s start is none: the default calendar', ask: sla('time_to_first_response', 'promised-later'), is: 7.5 * HOUR },
  // the second turn, Tuesday 06:00–16:00, starts under "early": 07:00–15:00; the first, under none: office 09:00–16:30
  {
    rule: 'each turn by the policy at its own start',
    ask: sla('customer_wait_time', 'promised-later', { statistics: ['min', 'max'] }),
    is: [[7.5 * HOUR, 8 * HOUR]],
  },
  { rule: 'no policy: the default calendar', ask: sla('time_to_first_response', 'none'), is: 7.5 * HOUR },
  // 08:00–12:00 by early and 12:00–16:30 by office; to the close, 12:00–17:00 by office though close's target is 24/7
  { rule: 'schedule events go before the policy’s calendar, before the first its from_value', ask: sla('time_to_first_response', 'moved'), is: 8.5 * HOUR },
  { rule: 'for every clock', ask: sla('time_to_close', 'moved'), is: 9 * HOUR },
  { rule: 'a calendar of null is 24/7 there too', ask: sla('time_to_close', 'moved-free'), is: 10 * HOUR },
  { rule: 'a policy without a target for the clock promises nothing: the default calendar', ask: sla('time_to_close', 'first-only'), is: 8 * HOUR },
  { rule: 'of two policies in force the one that came later', ask: sla('time_to_first_response', 'twofold'), is: 7 * HOUR },
  { rule: 'pauses never shorten a duration', ask: sla('time_to_close', 'paused'), is: 5 * HOUR },
  // work: 08:00 (first entry) – 13:00 by early; wait 10–12
  {
    rule: 'nor a stage',
    ask: sla('time_in_stage', 'paused', { groupBy: ['stage'] }),
    is: [
      ['wait', 2 * HOUR],
      ['work', 5 * HOUR],
    ],
  },
  // work 2 + 1
  {
    rule: 'stage visits in SLA hours',
    ask: sla('stage_dwell', 'paused', { groupBy: ['stage'] }),
    is: [
      ['wait', 2 * HOUR],
      ['work', 3 * HOUR],
    ],
  },
]);
const without = rulesOf(WITHOUT, MARCH, [
  { rule: 'no policy and no default calendar: null, never 0', ask: sla('time_to_first_response', 'none'), is: null },
  { rule: 'and a notice', ask: sla('time_to_first_response', 'none'), tell: 'notices', is: [expect.stringMatching(/^1 row had no value/)] },
  {
    rule: 'which counts a row once, however many of its tags are shown',
    ask: sla('time_to_first_response', 'none', { groupBy: ['tag'] }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'ranked, too',
    ask: sla('time_to_first_response', 'none', { groupBy: ['tag'], limit: 5 }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'over time, too, and by another dimension besides',
    ask: sla('time_to_first_response', 'none', { view: 'over_time', frequency: 'week', groupBy: ['tag', 'owner'] }),
    tell: 'notices',
    is: [expect.stringMatching(/several/), expect.stringMatching(/^1 row had no value/)],
  },
  {
    rule: 'and not where no tag of it is shown',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views'), groupBy: ['tag'], limit: 1, sort: { by: 'value', direction: 'desc' } }),
    tell: 'notices',
    is: [expect.stringMatching(/several/)],
  },
  {
    rule: 'nulls rank last, descending',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), groupBy: ['ticket'], sort: { by: 'value', direction: 'desc' } }),
    is: [
      ['views', 7.5 * HOUR],
      ['switched', 7 * HOUR],
      ['none', null],
    ],
  },
  {
    rule: 'and ascending',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), groupBy: ['ticket'], sort: { by: 'value', direction: 'asc' } }),
    is: [
      ['switched', 7 * HOUR],
      ['views', 7.5 * HOUR],
      ['none', null],
    ],
  },
  {
    rule: 'a mean is of the rows that have a value',
    ask: sla('time_to_first_response', '', { filters: only('none', 'views', 'switched'), statistics: ['mean', 'count'] }),
    is: [[7.25 * HOUR, 2]],
  },
]);
const targets = rulesOf(OFFICE, MARCH, [
  // 08:00 → opens 09:00; 1 h → 10:00
  {
    rule: 'the target of the exact priority at the start, not a newer one of any priority',
    ask: told('high'),
    is: [['First reply', HOUR, '2025-03-03 10:00', '2025-03-03 16:30']],
  },
  {
    rule: 'a row that is not valid yet is none: the one of any priority',
    ask: told('low'),
    is: [['First reply', 4 * HOUR, '2025-03-03 13:00', '2025-03-03 16:30']],
  },
  { rule: 'a priority without a row likewise', ask: told('medium'), is: [['First reply', 4 * HOUR, '2025-03-03 13:00', '2025-03-03 16:30']] },
  {
    rule: 'breached is dated at the due instant',
    ask: clock('sla_breaches', 'late', { view: 'over_time', frequency: 'day' }),
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 1],
      ['2025-03-04 00:00', 0],
    ],
  },
  {
    rule: 'and attainment has it there',
    ask: clock('sla_attainment', 'late', { view: 'over_time', frequency: 'day' }),
    period: ['2025-03-03 00:00', '2025-03-05 00:00'],
    is: [
      ['2025-03-03 00:00', 0],
      ['2025-03-04 00:00', null],
    ],
  },
  // Tuesday 08:00 + 2 h of early = 10:00, answered at 10:00 sharp
  {
    rule: 'exactly the target is met, and dated at the event',
    ask: { ...sla('sla_attainment', 'views', { hours: 'all' }), filters: [...only('views'), { field: 'clock', op: 'equals', values: ['next_reply'] }] },
    period: ['2025-03-04 10:00', '2025-03-04 10:00:00.001'],
    is: 1,
  },
  { rule: 'the owner at the due instant, at that very millisecond', ask: clock('sla_breaches', 'handed', { groupBy: ['owner'] }), is: [['ann', 1]] },
  {
    rule: 'clocks that tie in a ranking go by their ids as text',
    ask: sla('sla_attainment', 'views', { hours: 'all', groupBy: ['clock'], statistics: ['n'], sort: { by: 'n', direction: 'desc' } }),
    is: [
      ['Close', 1],
      ['First reply', 1],
      ['Next reply', 1],
    ],
  },
  { rule: 'running is in neither', ask: clock('sla_attainment', 'late', { asOf: at('2025-03-03 13:00') }), tell: 'n', is: 0 },
  // due at 13:00: 30 minutes after 12:30
  { rule: 'at risk is due at or before asOf + 30 minutes', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 12:30') }), is: 1 },
  { rule: 'and not a millisecond after them', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 12:29:59.999') }), is: 0 },
  { rule: 'or after the minutes asked for', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 11:00'), withinMinutes: 120 }), is: 1 },
  { rule: 'breached is no longer at risk', ask: clock('sla_at_risk', 'late', { asOf: at('2025-03-03 13:00:00.001') }), is: 0 },
  // early until 12:00, then office: 08:00 + 4 h
  {
    rule: 'schedule events take the place of a target’s calendar',
    ask: told('moved'),
    is: [['First reply', 4 * HOUR, '2025-03-03 12:00', '2025-03-03 16:30']],
  },
  {
    rule: 'a target without one keeps real time all the same',
    ask: { ...told('moved'), filters: [...only('moved'), { field: 'clock', op: 'equals', values: ['close'] }] },
    is: [['Close', 16 * HOUR, '2025-03-04 00:00', '2025-03-03 18:00']],
  },
  {
    rule: 'also while it runs',
    ask: { ...sla('time_to_breach', 'moved'), asOf: at('2025-03-03 17:30'), filters: [...only('moved'), { field: 'clock', op: 'equals', values: ['close'] }] },
    is: 6.5 * HOUR,
  },
  {
    rule: 'a target without a calendar is 24/7: 16 h from Monday 08:00',
    ask: { ...told('views'), filters: [...only('views'), { field: 'calendar', op: 'is_empty' }] },
    is: [['Close', 16 * HOUR, '2025-03-04 00:00', '2025-03-04 12:00']],
  },
]);

/** docs/definitions.md, "SLA": the views and the targets. Whole stories of clocks stand in tests/sla-tickets. */
export const SLA: Section = { title: 'SLA', rules: [...views, ...without, ...targets] };
