import { agent, event, helpdesk, message, stage, ticket } from '../oracle/builders';
import type { CalendarHoursRow, Clock, SlaTargetRow, TicketRow, TicketSlaRow } from '../oracle/model';
import { at, type Desk, totalOf } from './story';

// 3 March 2025 is a Monday; all in UTC
export const HOUR = 3600;
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
  ticket: ['views', 'switched', 'promised-later', 'none', 'paused', 'moved', 'moved-free', 'first-only', 'twofold', 'upgraded']
    .map((id) => made(id, { tags: id === 'none' ? ['x', 'y'] : [] }))
    .concat([
      made('high', { priority: 'low' }),
      made('raised', { priority: 'high' }),
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
    under('upgraded', 'first-only', null, '2025-03-03 12:00'),
    under('upgraded', 'early', '2025-03-03 12:00'),
    under('high', 'tiers'),
    under('raised', 'tiers'),
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
    says('raised', '2025-03-03 16:30'),
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
    event('upgraded', '2025-03-03 12:00', 'stage', 'work', 'wait'),
    event('upgraded', '2025-03-03 18:00', 'stage', 'wait', 'done'),
    event('raised', '2025-03-03 12:00', 'priority', 'low', 'high'),
    // high when the clock started, low since
    event('high', '2025-03-03 12:00', 'priority', 'high', 'low'),
    // ben's until Monday 13:00 sharp, ann's at that very millisecond
    event('handed', '2025-03-03 13:00', 'owner', 'ben', 'ann'),
  ],
});
export const OFFICE: Desk = { rows: ROWS, settings: { defaultCalendar: 'office' } };
export const WITHOUT: Desk = { rows: ROWS };
export const only = (...ids: string[]) => [{ field: 'ticket', op: 'in', values: ids }];
export const sla = (metric: string, id: string, more: object = {}) => totalOf(metric, id, { hours: 'sla', ...more });
export const clock = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: [...only(id), { field: 'clock', op: 'in', values: ['first_reply'] }],
  timeZone: 'UTC',
  ...more,
});
export const told = (id: string) => clock('sla_attainment', id, { kind: 'records', columns: ['clock', 'target', 'due_at', 'met_at'] });
