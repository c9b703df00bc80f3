const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 };

/** A duration as Prometheus and so Grafana write it ("90d", "1h30m", "0"), in milliseconds; null where it is none. */
export function promDurationMs(text: string): number | null {
  if (text === '0') {
    return 0;
  }
  return /^(\d+(ms|[smhdwy]))+$/.test(text)
    ? [...text.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0)
    : null;
}
