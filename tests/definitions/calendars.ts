import { helpdesk, message, ticket } from '../oracle/builders';
import type { CalendarHoursRow } from '../oracle/model';
import { at, type Desk, type Period, rulesOf, type Section } from './story';
import { spans } from './calendars-spans';

// Office hours in Berlin: Monday 7 January 1985 10:00–13:00, Monday 21 July 1969 10:20–11:35, and a week of January 1500
const week = (calendar_id: string, start: string, end: string, weekdays = [1, 2, 3, 4, 5]): CalendarHoursRow[] =>
  weekdays.map((weekday) => ({ calendar_id, weekday, start, end, valid_from: null, valid_to: null }));
const berlin = { calendar_id: 'berlin', name: 'Berlin', time_zone: 'Europe/Berlin' };
const OLD: Desk = {
  rows: helpdesk({
    calendar: [berlin],
    calendar_hours: week('berlin', '09:00', '17:00'),
    ticket: [
      ticket('t1985', '1985-01-07 09:00', { closed_at: at('1985-01-07 12:00') }),
      ticket('t1969', '1969-07-21 09:20', { closed_at: at('1969-07-21 10:35') }),
      ticket('t1500', '1500-01-01 00:00', { closed_at: at('1500-01-08 00:00') }),
    ],
    message: [message('t1969', '1969-07-20 23:10', 'customer')],
  }),
  settings: { defaultCalendar: 'berlin' },
};
const lasted = (id: string, more: object = {}) => ({
  metric: 'time_to_close',
  view: 'totals',
  hours: 'sla',
  groupBy: [],
  timeZone: 'UTC',
  filters: [{ field: 'ticket', op: 'equals', values: [id] }],
  ...more,
});
const EVER: Period = ['1000-01-01 00:00', '2025-01-01 00:00'];
const old = rulesOf(OLD, EVER, [
  { rule: 'every duration exists as business seconds: more than forty years ago', ask: lasted('t1985'), is: 3 * 3600 },
  { rule: 'before 1970', ask: lasted('t1969'), is: 75 * 60 },
  // a week has five days of eight hours, wherever it begins
  { rule: 'and centuries ago', ask: lasted('t1500'), is: 40 * 3600 },
  { rule: 'so there is nothing to say', ask: lasted('t1985'), tell: 'notices', is: [] },
  {
    rule: 'hours of the day and weekdays before 1970 are those of the clock: Sunday, 23',
    ask: { metric: 'ticket_reply_count', view: 'totals', groupBy: ['weekday', 'hour_of_day'], timeZone: 'UTC' },
    is: [['Sunday', '23:00', 1]],
  },
]);

// 3,000 h of Berlin's office: Friday 20 November 2026, 7 h; 374 days from Monday the 23rd on; an hour of Friday 28 April 2028.
const FAR_AHEAD: Desk = {
  rows: helpdesk({
    calendar: [berlin, { calendar_id: 'weekly', name: 'Weekly', time_zone: 'UTC' }, { calendar_id: 'over', name: 'Over', time_zone: 'UTC' }],
    calendar_hours: [
      ...week('berlin', '09:00', '17:00'),
      ...week('weekly', '09:00', '10:00', [1]),
      ...week('over', '09:00', '10:00').map((row) => ({ ...row, valid_to: '2026-12-01' })),
    ],
    sla_target: [
      ['berlin', 3000],
      ['weekly', 10_000],
      ['over', 10_000],
    ].map(([id, hours]) => ({
      policy_id: String(id),
      clock: 'close' as const,
      priority: null,
      valid_from: null,
      target_seconds: Number(hours) * 3600,
      calendar_id: String(id),
      pauses: false,
    })),
    ticket: ['berlin', 'weekly', 'over'].map((id) => ticket(id, '2026-11-20 09:00')),
    ticket_sla: ['berlin', 'weekly', 'over'].map((id) => ({ ticket_id: id, policy_id: id, from: null, to: null })),
  }),
};
const breach = (id: string, more: object = {}) => ({
  metric: 'time_to_breach',
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  asOf: at('2026-11-27 00:00'),
  filters: [{ field: 'ticket', op: 'equals', values: [id] }],
  ...more,
});
const ahead = rulesOf(
  FAR_AHEAD,
  ['2026-11-01 00:00', '2026-11-27 00:00'],
  [
    {
      rule: 'time_to_breach is the due instant − asOf, some years ahead',
      ask: breach('berlin'),
      is: (at('2028-04-28 08:00') - at('2026-11-27 00:00')) / 1000,
    },
    // 7 h on the 20th, 8 h on each of the 23rd to the 26th
    { rule: 'in the clock’s own seconds', ask: breach('berlin', { hours: 'sla' }), is: (3000 - 7 - 32) * 3600 },
    // 10,000 weeks after Monday the 23rd
    { rule: 'up to ten years: there is none beyond', ask: breach('weekly'), is: null },
    { rule: 'a calendar that opens no more has no due instant', ask: breach('over'), is: null },
    {
      rule: 'which is no fault, while a notice counts what lies beyond',
      ask: breach('', { filters: [] }),
      tell: 'notices',
      is: ['1 row left out: their due instant lies more than ten years ahead (sla_target).'],
    },
  ]
);
const BEYOND: Desk = {
  rows: { ...FAR_AHEAD.rows, sla_target: FAR_AHEAD.rows.sla_target.map((row) => ({ ...row, target_seconds: row.policy_id === 'weekly' ? 1e6 * 3600 : 3600 })) },
};
const beyond = rulesOf(
  BEYOND,
  ['2026-11-25 00:00', '2026-11-27 00:00'],
  [
    {
      rule: 'where calendars end, a clock without a due instant is counted',
      ask: breach('', { filters: [] }),
      tell: 'notices',
      is: ['1 row left out: their due instant lies more than ten years ahead (sla_target).'],
    },
    {
      rule: 'and a question about them is told their days',
      ask: { metric: 'uncovered_hours', view: 'totals', groupBy: [], timeZone: 'UTC', filters: [{ field: 'calendar', op: 'in', values: ['berlin'] }] },
      period: ['2000-01-01 00:00', '2000-02-01 00:00'],
      tell: 'notices',
      is: [expect.stringMatching(/^Data is missing for/)],
    },
  ]
);

/** docs/definitions.md, "Calendars": the time to close in SLA hours of a ticket as long as the span. */
export const CALENDARS: Section = {
  title: 'Calendars',
  rules: [...old, ...ahead, ...beyond, ...spans],
};
