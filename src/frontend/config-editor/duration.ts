const UNITS: Readonly<Record<string, number | undefined>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** How long a valid duration such as 5m is, in milliseconds. */
export function durationMs(text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0);
}
