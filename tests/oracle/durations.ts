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

/** The bands that some edges make: "ids `<=1h`, `1h..4h`, …, `>7d`". */
export function bandsOf(edges: readonly string[] | null): string[] {
  const all = edges ?? USUAL;
  return [...all.map((edge, place) => (place === 0 ? `<=${edge}` : `${all[place - 1] ?? ''}..${edge}`)), `>${all.at(-1) ?? ''}`];
}

/** The band of a duration in seconds: "each band closed above". */
export function bandOf(seconds: number, edges: readonly string[] | null): string {
  const place = (edges ?? USUAL).findIndex((edge) => seconds <= secondsOf(edge));
  // above all edges: the last
  return bandsOf(edges).at(place) ?? '';
}
