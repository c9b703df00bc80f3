export type { Calendar, ExceptionRow, HoursRow } from '../../shared/calendar';

/** A half-open span of time, UTC epoch milliseconds. */
export interface Interval {
  start: number;
  end: number;
}
