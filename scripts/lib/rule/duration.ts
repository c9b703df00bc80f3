import { DAY, HOUR, MINUTE } from '../../../src/backend/calendar/units';

/** The units of Prometheus, in milliseconds; a year has 365 days. */
export const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: MINUTE, h: HOUR, d: DAY, w: 7 * DAY, y: 365 * DAY };

/** A duration as Prometheus and so Grafana write it ("90d", "1h30m", "0"), in milliseconds; null where it is none. */
export function promDurationMs(text: string): number | null {
  if (text === '0') {
    return 0;
  }
  return /^(\d+(ms|[smhdwy]))+$/.test(text)
    ? [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0)
    : null;
}
