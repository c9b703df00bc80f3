/** Opening hours of one weekday, in local time of the calendar's zone. */
export interface HoursRow {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Local opening time, HH:MM. */
  readonly start: string;
  /** Local closing time, HH:MM or 24:00; at or before `start` it lies on the next day. */
  readonly end: string;
  /** First local date (YYYY-MM-DD) on which the row opens; null = always has. */
  readonly validFrom: string | null;
  /** Local date (YYYY-MM-DD) from which the row no longer opens; null = still does. */
  readonly validTo: string | null;
}

/** holiday closes the date, override replaces its weekly hours, break cuts a part out. */
export const EXCEPTION_KINDS = ['holiday', 'override', 'break'] as const;

/** A date that departs from the weekly hours. */
export interface ExceptionRow {
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly kind: (typeof EXCEPTION_KINDS)[number];
  /** Local time, HH:MM; null on an override closes the day. */
  readonly start: string | null;
  /** Local time, HH:MM or 24:00; at or before `start` it lies on the next day. */
  readonly end: string | null;
}

/** Working hours: a weekly pattern with exceptions, in one IANA zone. */
export interface Calendar {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly hours: readonly HoursRow[];
  readonly exceptions: readonly ExceptionRow[];
}

type Optional<Row, Key extends keyof Row> = Omit<Row, Key> & { readonly [K in Key]?: Row[K] };

/** A row of hours as people write it: dates are left out where it always holds. */
export type WrittenHours = Optional<HoursRow, 'validFrom' | 'validTo'>;
/** An exception as people write it: a holiday has no times. */
export type WrittenException = Optional<ExceptionRow, 'start' | 'end'>;

/** A calendar as people write it in the settings. */
export interface WrittenCalendar extends Omit<Optional<Calendar, 'name'>, 'hours' | 'exceptions'> {
  readonly hours?: readonly WrittenHours[];
  readonly exceptions?: readonly WrittenException[];
}

/** The keys of a calendar and of its rows: tsc holds them to be those of the types. */
export const CALENDAR_KEYS: Readonly<Record<keyof Calendar, true>> = { id: true, name: true, timeZone: true, hours: true, exceptions: true };
export const HOURS_KEYS: Readonly<Record<keyof HoursRow, true>> = { weekday: true, start: true, end: true, validFrom: true, validTo: true };
export const EXCEPTION_KEYS: Readonly<Record<keyof ExceptionRow, true>> = { date: true, kind: true, start: true, end: true };
