import { OracleError } from './oracle-error';

/** Durations as a query writes them: 90s, 30m, 8h, 2d. */

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** The seconds of "8h". "A day is 24 hours, in SLA hours too." */
export function secondsOf(text: string): number {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
  const seconds = SECONDS[unit ?? ''];
  if (number === undefined || seconds === undefined) {
    throw new OracleError(`${text} is no duration`);
  }
  return Number(number) * seconds;
}

/** "By default 1h, 4h, 8h, 24h, 3d, 7d." */
const USUAL = ['1h', '4h', '8h', '24h', '3d', '7d'];

/** The band of a duration in seconds: "each band closed above; ids `<=1h`, `1h..4h`, …, `>7d`". */
export function bandOf(seconds: number, edges: readonly string[] | null): string {
  const all = edges ?? USUAL;
  const place = all.findIndex((edge) => seconds <= secondsOf(edge));
  if (place === -1) {
    return `>${all.at(-1) ?? ''}`;
  }
  return place === 0 ? `<=${all[0] ?? ''}` : `${all[place - 1] ?? ''}..${all[place] ?? ''}`;
}
