import { text } from '../../duckdb/sql-text';

const THREE_HOURS = 3 * 3_600_000_000;

/** So many microseconds after a whole millisecond mark a time that clocks show twice as the second of the two: a layout may know (`again` of its Flavour). */
const AGAIN = 1;

/**
 * SQL for the instant (microseconds since 1970) at which clocks of a zone show a TIMESTAMP: the first of two where they go back, unless it is marked as
 * the second; as much later as they jump where they go forward over it. DuckDB takes the second of two, which the offset of three hours before shows.
 */
export function instantOfLocal(timestamp: string, timeZone: string): string {
  if (timeZone === 'UTC') {
    return `epoch_us(${timestamp})`;
  }
  const zone = text(timeZone);
  const second = `epoch_us(timezone(${zone}, ${timestamp}))`;
  const before = `(${second} - ${THREE_HOURS})`;
  const first = `(epoch_us(${timestamp}) - (epoch_us(timezone(${zone}, make_timestamptz(${before}))) - ${before}))`;
  const isFirst = `epoch_us(${timestamp}) % 1000 <> ${AGAIN} AND timezone(${zone}, make_timestamptz(${first})) = ${timestamp}`;
  return `CASE WHEN isfinite(${timestamp}) THEN CASE WHEN ${isFirst} THEN ${first} ELSE ${second} END END`;
}
