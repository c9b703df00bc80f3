import { event, helpdesk, ticket } from '../oracle/builders';
import type { CalendarExceptionRow, CalendarHoursRow } from '../oracle/model';
import { at, type Desk, type Period, type Rule, rulesOf } from './story';

/** A calendar, a span of UTC, and the business hours in it, worked by hand. */
interface Span {
  readonly rule: string;
  readonly zone?: string;
  /** weekday, start, end, valid_from, valid_to */
  readonly hours: ReadonlyArray<readonly [number, string, string, (string | null)?, (string | null)?]>;
  /** date, kind, start, end */
  readonly exceptions?: ReadonlyArray<readonly [string, CalendarExceptionRow['kind'], (string | null)?, (string | null)?]>;
  readonly span: Period;
  readonly is: number;
}

const MON_17 = [1, '09:00', '17:00'] as const;
// 3 March 2025 is a Monday, 7 March a Friday
const SPANS: readonly Span[] = [
  // 8 h on the 3rd by the old row, 6 h on the 10th by the new
  {
    rule: 'valid_from is inclusive, valid_to exclusive',
    hours: [
      [1, '09:00', '17:00', null, '2025-03-10'],
      [1, '10:00', '16:00', '2025-03-10'],
    ],
    span: ['2025-03-03 00:00', '2025-03-11 00:00'],
    is: 14,
  },
  {
    rule: 'rows valid the same day are united, overlapping hours count once',
    hours: [
      [1, '09:00', '13:00'],
      [1, '12:00', '17:00'],
      [1, '12:30', '12:45'],
    ],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 8,
  },
  { rule: 'a shift over midnight belongs to the date it opens on', hours: [[5, '22:00', '06:00']], span: ['2025-03-08 00:00', '2025-03-09 00:00'], is: 6 },
  {
    rule: 'that date’s validity counts, not the next one’s',
    hours: [[5, '22:00', '06:00', null, '2025-03-08']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 8,
  },
  {
    rule: 'a holiday does not cut last night’s shift',
    hours: [[5, '22:00', '06:00']],
    exceptions: [['2025-03-08', 'holiday']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 8,
  },
  {
    rule: 'it closes the shift that opens on it, to the end',
    hours: [[5, '22:00', '06:00']],
    exceptions: [['2025-03-07', 'holiday']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 0,
  },
  {
    rule: 'a break cuts last night’s shift, by its own local time',
    hours: [[5, '22:00', '06:00']],
    exceptions: [['2025-03-08', 'break', '02:00', '03:00']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 7,
  },
  {
    rule: 'a break may run over midnight',
    hours: [[5, '22:00', '06:00']],
    exceptions: [['2025-03-07', 'break', '23:00', '01:00']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 6,
  },
  {
    rule: 'an override replaces the weekly hours',
    hours: [MON_17],
    exceptions: [['2025-03-03', 'override', '12:00', '14:00']],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 2,
  },
  {
    rule: 'several overrides are the day together',
    hours: [MON_17],
    exceptions: [
      ['2025-03-03', 'override', '06:00', '07:00'],
      ['2025-03-03', 'override', '18:00', '20:00'],
    ],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 3,
  },
  {
    rule: 'an override opens a day without hours',
    hours: [MON_17],
    exceptions: [['2025-03-02', 'override', '12:00', '14:00']],
    span: ['2025-03-02 00:00', '2025-03-04 00:00'],
    is: 10,
  },
  {
    rule: 'an override without a start closes the day',
    hours: [MON_17],
    exceptions: [['2025-03-03', 'override']],
    span: ['2025-03-03 00:00', '2025-03-11 00:00'],
    is: 8,
  },
  {
    rule: 'a holiday closes an override too',
    hours: [MON_17],
    exceptions: [
      ['2025-03-03', 'override', '12:00', '14:00'],
      ['2025-03-03', 'holiday'],
    ],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 0,
  },
  {
    rule: 'breaks are subtracted from an override',
    hours: [MON_17],
    exceptions: [
      ['2025-03-03', 'override', '12:00', '14:00'],
      ['2025-03-03', 'break', '12:30', '13:00'],
    ],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 1.5,
  },
  {
    rule: 'an override does not replace last night’s shift',
    hours: [[5, '22:00', '06:00']],
    exceptions: [['2025-03-08', 'override', '12:00', '14:00']],
    span: ['2025-03-07 00:00', '2025-03-09 00:00'],
    is: 10,
  },
  {
    rule: 'breaks that overlap are taken off once',
    hours: [MON_17],
    exceptions: [
      ['2025-03-03', 'break', '10:00', '12:00'],
      ['2025-03-03', 'break', '11:00', '13:00'],
    ],
    span: ['2025-03-03 00:00', '2025-03-04 00:00'],
    is: 5,
  },
  {
    rule: 'a 24-hour day has 25 hours when it has',
    zone: 'Europe/Amsterdam',
    hours: [[7, '00:00', '24:00']],
    span: ['2025-10-25 00:00', '2025-10-28 00:00'],
    is: 25,
  },
  { rule: 'and 23', zone: 'Europe/Amsterdam', hours: [[7, '00:00', '00:00']], span: ['2025-03-29 00:00', '2025-04-01 00:00'], is: 23 },
  {
    rule: 'a start at 00:00 that does not exist is the day’s first instant',
    zone: 'America/Santiago',
    hours: [[7, '00:00', '08:00']],
    span: ['2025-09-06 12:00', '2025-09-08 00:00'],
    is: 7,
  },
  {
    rule: 'any other start in a gap drops the interval',
    zone: 'Europe/Amsterdam',
    hours: [
      [7, '02:30', '10:00'],
      [7, '12:00', '13:00'],
    ],
    span: ['2025-03-29 00:00', '2025-03-31 00:00'],
    is: 1,
  },
  {
    rule: 'an end in a gap is the transition',
    zone: 'Europe/Amsterdam',
    hours: [[6, '22:00', '02:30']],
    span: ['2025-03-29 12:00', '2025-03-31 00:00'],
    is: 4,
  },
  {
    rule: 'a doubled local time is its first occurrence as a start',
    zone: 'Europe/Amsterdam',
    hours: [[7, '02:30', '04:00']],
    span: ['2025-10-25 12:00', '2025-10-27 00:00'],
    is: 2.5,
  },
  { rule: 'and its second as an end', zone: 'Europe/Amsterdam', hours: [[7, '01:00', '02:30']], span: ['2025-10-25 12:00', '2025-10-27 00:00'], is: 2.5 },
  {
    rule: 'business hours are the calendar’s zone, whatever the report’s',
    zone: 'Asia/Kolkata',
    hours: [MON_17],
    span: ['2025-03-03 03:30', '2025-03-03 11:30'],
    is: 8,
  },
  {
    rule: 'a clock change of half an hour',
    zone: 'Australia/Lord_Howe',
    hours: [[7, '00:00', '24:00']],
    span: ['2025-04-05 00:00', '2025-04-07 00:00'],
    is: 24.5,
  },
];

const idOf = (i: number) => `cal${i}`;
// each calendar is that of the close target of a policy, which one ticket has from creation to close
const DESK: Desk = {
  rows: helpdesk({
    calendar: SPANS.map(({ zone = 'UTC' }, i) => ({ calendar_id: idOf(i), name: null, time_zone: zone })),
    calendar_hours: SPANS.flatMap(({ hours }, i) =>
      hours.map(([weekday, start, end, from, to]): CalendarHoursRow => ({
        calendar_id: idOf(i),
        weekday,
        start,
        end,
        valid_from: from ?? null,
        valid_to: to ?? null,
      }))
    ),
    calendar_exception: SPANS.flatMap(({ exceptions = [] }, i) =>
      exceptions.map(([date, kind, start, end]): CalendarExceptionRow => ({ calendar_id: idOf(i), date, kind, start: start ?? null, end: end ?? null }))
    ),
    sla_target: SPANS.map((_, i) => ({
      policy_id: idOf(i),
      clock: 'close',
      priority: null,
      valid_from: null,
      target_seconds: 3600,
      calendar_id: idOf(i),
      pauses: false,
    })),
    ticket: SPANS.map(({ span: [from] }, i) => ticket(idOf(i), from)),
    ticket_sla: SPANS.map((_, i) => ({ ticket_id: idOf(i), policy_id: idOf(i), from: null, to: null })),
    ticket_event: SPANS.map(({ span: [, to] }, i) => event(idOf(i), to, 'status', 'open', 'closed')),
  }),
};

/** The time to close in SLA hours of a ticket as long as the span. */
export const spans = SPANS.map(
  ({ rule, span: [, to], is }, i): Rule =>
    rulesOf(
      DESK,
      [to, new Date(at(to) + 1).toISOString().slice(0, -1)],
      [
        {
          rule,
          ask: { metric: 'time_to_close', view: 'totals', hours: 'sla', groupBy: [], filters: [{ field: 'ticket', op: 'equals', values: [idOf(i)] }] },
          is: is * 3600,
        },
      ]
    )[0]
);
