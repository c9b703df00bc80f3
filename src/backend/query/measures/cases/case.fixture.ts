import type { HelpdeskQuery } from '../../../../shared/query';
import type { RequestContext } from '../../plan';
import type { Asked, Rows } from '../../statement.fixture';

/** A measure's statement, and what it answers of a few rows. */
export interface MeasureCase {
  readonly query: HelpdeskQuery;
  readonly rows: Rows;
  readonly asked: Asked;
  /** The answer's rows: statistics s0, s1, …, n, how many rows have no value, and the groups. */
  readonly answers: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** A minute and an hour, in milliseconds. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** The first day of 1970 in UTC, at noon: instants are few digits. */
export const NOON: RequestContext = {
  fromMs: 0,
  toMs: 24 * HOUR,
  nowMs: 12 * HOUR,
  timeZone: 'UTC',
  weekStart: 'monday',
  topBox: {},
  defaultCalendar: 'office',
  alert: false,
};
