import { isDate } from '../../shared/formats';
import { DAY } from './units';

/** The day (days since 1970-01-01) of a date YYYY-MM-DD, or null where there is no such date. */
export function parseDate(text: string): number | null {
  return isDate(text) ? Date.parse(`${text}T00:00:00Z`) / DAY : null;
}

/** The date YYYY-MM-DD of a day (days since 1970-01-01). */
export function formatDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The weekday of a day (days since 1970-01-01), 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: number): number {
  // day 0 was a Thursday
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first day (days since 1970-01-01) of a month counted since January 1970. */
export function firstOfMonth(month: number): number {
  return Date.UTC(1970, month, 1) / DAY;
}

/** The month, counted since January 1970, of a day (days since 1970-01-01). */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The day (days since 1970-01-01) so many months earlier; a date that its month lacks becomes the month's last. */
export function monthsBefore(day: number, months: number): number {
  const month = monthOf(day) - months;
  return Math.min(firstOfMonth(month) + day - firstOfMonth(monthOf(day)), firstOfMonth(month + 1) - 1);
}
