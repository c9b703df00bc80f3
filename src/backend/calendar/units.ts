/** Milliseconds in a minute. */
export const MINUTE = 60_000;

/** Milliseconds in a real hour. */
export const HOUR = 60 * MINUTE;

/** Milliseconds in a 24-hour day. */
export const DAY = 24 * HOUR;

/** Milliseconds in a mean Gregorian year. */
export const YEAR = 365.2425 * DAY;
