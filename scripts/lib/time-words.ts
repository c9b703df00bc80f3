const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000, M: 30 * 86_400_000, y: 365 * 86_400_000 };

/** "now", "now-30d", "2026-03-28", "2026-03-28T07:52:45Z" or epoch milliseconds, as epoch milliseconds. */
export function instantOf(words: string, nowMs: number): number {
  const relative = /^now(?:([+-])(\d+)([smhdwMy]))?$/.exec(words);
  if (relative) {
    const [, sign, count, unit] = relative;
    return sign ? nowMs + (sign === '-' ? -1 : 1) * Number(count) * UNITS[unit] : nowMs;
  }
  const ms = /^\d{11,}$/.test(words) ? Number(words) : Date.parse(words);
  if (Number.isNaN(ms)) {
    throw new Error(`"${words}" is not a time: use now, now-30d, 2026-03-28 or 2026-03-28T07:52:45Z.`);
  }
  return ms;
}
