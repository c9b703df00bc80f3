/** What a whole number counts since 1970, and how many of it are a second. */
export const EPOCH_UNITS = [
  { name: 'seconds', second: 1 },
  { name: 'milliseconds', second: 1e3 },
  { name: 'microseconds', second: 1e6 },
  { name: 'nanoseconds', second: 1e9 },
] as const;

/**
 * The seconds from 1990 to 2200: in these years no number of one unit is one of another, and none is a spreadsheet's day, or a date written
 * as a number (20260328, 20260328075245).
 */
const FIRST = Date.UTC(1990, 0) / 1000;
const END = Date.UTC(2200, 0) / 1000;

/** SQL that is true where a number is an instant of a unit. */
export function isUnit(number: string, { second }: { readonly second: number }): string {
  return `${number} >= ${FIRST * second} AND ${number} < ${END * second}`;
}

/** SQL that is true where a number is an instant no earlier than another (epoch milliseconds), whatever it counts, or is none at all; an index can serve it. */
export function isNumberSince(number: string, instant: number): string {
  const from = Math.max(FIRST, instant / 1000);
  const ranges = EPOCH_UNITS.map(({ second }, i) => {
    const next = EPOCH_UNITS.at(i + 1);
    return `${number} >= ${Math.floor(from * second)}${next ? ` AND ${number} < ${FIRST * next.second}` : ''}`;
  });
  return `(${[`${number} IS NULL`, `${number} < ${FIRST}`, ...ranges].join(' OR ')})`;
}

/** SQL for the epoch milliseconds of a BIGINT, by its magnitude; null where it is none. */
export function epochOfWhole(number: string): string {
  const reading = ({ second }: { readonly second: number }) => (second <= 1000 ? `${number} * ${1000 / second}` : `${number} // ${second / 1000}`);
  return `CASE ${EPOCH_UNITS.map((unit) => `WHEN ${isUnit(number, unit)} THEN ${reading(unit)}`).join(' ')} END`;
}

/** The same of a DOUBLE, by way of microseconds: what is finer is the double's own error. */
export function epochOfDouble(number: string): string {
  const reading = ({ second }: { readonly second: number }) => `CAST(floor(round(${number} * ${1e6 / second}) / 1000) AS BIGINT)`;
  return `CASE ${EPOCH_UNITS.map((unit) => `WHEN ${isUnit(number, unit)} THEN ${reading(unit)}`).join(' ')} END`;
}
