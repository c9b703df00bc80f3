import { Temporal } from 'temporal-polyfill';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000, M: 30 * 86_400_000, y: 365 * 86_400_000 };

/**
 * "now", "now-30d", "2026-03-28", "2026-03-28 07:52", "2026-03-28T07:52:45Z" or epoch milliseconds, as epoch milliseconds. What has no zone is what the
 * clocks of `timeZone` show. Throws where it is no time.
 */
export function instantOf(words: string, nowMs: number, timeZone: string): number {
  const relative = /^now(?:([+-])(\d+)([smhdwMy]))?$/.exec(words);
  if (relative) {
    const [, sign, count, unit] = relative;
    return sign ? nowMs + (sign === '-' ? -1 : 1) * Number(count) * UNITS[unit] : nowMs;
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
