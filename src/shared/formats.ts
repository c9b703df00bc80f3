/** How settings write durations, sizes, times and dates. The schema and the editor of settings ask the same of a text. */

const DURATION = /^\d+(s|m|h|d)$/;
const SIZE = /^\d+(\.\d+)?(MB|GB)$/i;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a duration such as 30s, 5m, 1h or 1d. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** How long a duration is, in milliseconds. */
export function durationMs(text: string): number {
  const unit = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[text.slice(-1)] ?? 0;
  return Number(text.slice(0, -1)) * unit;
}

/** Whether a text is a size of memory such as 512MB or 1GB. */
export function isSize(text: string): boolean {
  return SIZE.test(text);
}

/** How large a size of memory is, in megabytes. */
export function megabytes(text: string): number {
  return parseFloat(text) * (/GB$/i.test(text) ? 1000 : 1);
}

/** Whether a text is a time of day, 00:00 to 24:00, which ends the day. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

/** Whether a text is written as a date is: 2026-02-30 is, and there is no such day. */
export function isWrittenAsDate(text: string): boolean {
  return DATE.test(text);
}

/** Whether a text is a date of the calendar. */
export function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  // some engines roll 2024-02-30 over to March instead of refusing it
  return isWrittenAsDate(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A text that begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a text is a ticket’s address with {id} or {number} in the place of its own. A $ would be a variable to Grafana. */
export function isTicketUrl(text: string): boolean {
  return /^https?:\/\/[^\s$/][^\s$]*$/i.test(text) && /\{(id|number)\}/.test(text);
}
