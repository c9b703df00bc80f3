import { Temporal } from 'temporal-polyfill';

import { DAY } from '../../src/backend/calendar/units';
import { UNITS } from './rule/duration';

/** Grafana's units of a relative time. */
const RELATIVE: Readonly<Record<string, number>> = { ...UNITS, M: 30 * DAY };

/**
 * "now", "now-30d", "2026-03-28", "2026-03-28 07:52", "2026-03-28T07:52:45Z" or epoch milliseconds, as epoch milliseconds. What has no zone is what the
 * clocks of `timeZone` show. Throws where it is no time.
 */
export function instantOf(words: string, nowMs: number, timeZone: string): number {
  const relative = /^now(?:([+-])(\d+)([smhdwMy]))?$/.exec(words);
  if (relative) {
    const [, sign, count, unit] = relative;
    return sign ? nowMs + (sign === '-' ? -1 : 1) * Number(count) * RELATIVE[unit] : nowMs;
  }
  if (/^\d{11,}$/.test(words)) {
    return Number(words);
  }
  try {
    return /(Z|[+-]\d\d:?\d\d)$/i.test(words.slice('2026-03-28'.length))
      ? Temporal.Instant.from(words).epochMilliseconds
      : Temporal.PlainDateTime.from(words).toZonedDateTime(timeZone).epochMilliseconds;
  } catch {
    throw new Error(`"${words}" is not a time: use now, now-30d, 2026-03-28, 2026-03-28 07:52 or 2026-03-28T07:52:45Z.`);
  }
}
