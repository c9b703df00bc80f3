/** Opening hours of one weekday, in local time of the calendar's zone. */
export interface HoursRow {
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
  /** Local opening time, HH:MM. */
  start: string;
  /** Local closing time, HH:MM or 24:00; at or before `start` it lies on the next day. */
  end: string;
  /** First local date (YYYY-MM-DD) on which the row opens; null = always has. */
  validFrom: string | null;
  /** Local date (YYYY-MM-DD) from which the row no longer opens; null = still does. */
  validTo: string | null;
}

/** A date that departs from the weekly hours. */
export interface ExceptionRow {
  /** Local date, YYYY-MM-DD. */
  date: string;
  /** holiday closes the date, override replaces its weekly hours, break cuts a part out. */
  kind: 'holiday' | 'override' | 'break';
  /** Local time, HH:MM; null on an override closes the day. */
  start: string | null;
  /** Local time, HH:MM or 24:00; at or before `start` it lies on the next day. */
  end: string | null;
}

/** Working hours: a weekly pattern with exceptions, in one IANA zone. */
export interface Calendar {
  id: string;
  name: string;
  timeZone: string;
  hours: readonly HoursRow[];
  exceptions: readonly ExceptionRow[];
}

/** A half-open span of time, UTC epoch milliseconds. */
export interface Interval {
  start: number;
  end: number;
}
