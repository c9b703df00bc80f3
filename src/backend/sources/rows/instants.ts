import type { ColumnKind } from './column-kind';
import { epochOfDouble, epochOfWhole } from './epoch';
import { instantOfLocal } from './local-time';

/** SQL for the epoch milliseconds of a raw value, rounded down; null where it is no instant, or no value of the kind ever is. */
export function asInstant(value: string, kind: ColumnKind, timeZone: string): string | null {
  switch (kind) {
    case 'integer':
      return epochOfWhole(`TRY_CAST(${value} AS BIGINT)`);
    case 'float':
    case 'decimal':
      return epochOfDouble(`TRY_CAST(${value} AS DOUBLE)`);
    case 'instant':
      return floored(`epoch_us(${value})`, 1000);
    case 'timestamp':
    case 'date':
      return floored(instantOfLocal(`CAST(${value} AS TIMESTAMP)`, timeZone), 1000);
    case 'nanoseconds':
      return timeZone === 'UTC' ? floored(`epoch_ns(${value})`, 1_000_000) : floored(instantOfLocal(`CAST(${value} AS TIMESTAMP)`, timeZone), 1000);
    case 'text':
      return `coalesce(${flooredText(usual(value, timeZone))}, CASE WHEN ${value} IS NOT NULL THEN CASE WHEN ${value} LIKE '____-%' OR ${value} LIKE '____/%' THEN ${flooredText(dated(value, timeZone))} ELSE ${epochOfText(value)} END END)`;
    default:
      return null;
  }
}

/** The microseconds of a text in one of the forms in which most are written, in few steps. */
function usual(value: string, timeZone: string): string {
  const written = `TRY_CAST(${value} AS TIMESTAMP)`;
  return (
    `CASE WHEN ends_with(${value}, 'Z') OR ends_with(${value}, '+00') THEN epoch_us(${written})` +
    ` WHEN ${value} LIKE '____-__-__ __:__:__' THEN ${instantOfLocal(written, timeZone)} END`
  );
}

/**
 * The microseconds of a text that begins with a year of four digits (`01/05/24` is no instant of the year 1, which no row may have): what clocks show, less the offset at
 * its end. DuckDB's cast to TIMESTAMP drops an offset without a word, and one to TIMESTAMPTZ looks through all zones for an odd one, for milliseconds.
 */
function dated(value: string, timeZone: string): string {
  const shown = (cut: number) => `epoch_us(TRY_CAST(replace(rtrim(left(${value}, -${cut})), 't', 'T') AS TIMESTAMP))`;
  const utc = UTC_WORDS.map((word) => `WHEN ends_with(${value}, '${word}') THEN ${shown(word.length)}`);
  const offsets = [6, 3, 5].map((length) => {
    const sign = `substr(${value}, -${length}, 1)`;
    const minutes = length === 3 ? '0' : `TRY_CAST(right(${value}, 2) AS BIGINT)`;
    const hours = `TRY_CAST(substr(${value}, ${1 - length}, 2) AS BIGINT)`;
    const offset = `CASE WHEN ${hours} BETWEEN 0 AND 15 AND ${minutes} BETWEEN 0 AND 59 THEN (${hours} * 60 + ${minutes}) * 60000000 END`;
    return `WHEN strlen(${value}) > 12 AND (${sign} = '+' OR ${sign} = '-') THEN ${shown(length)} - CASE WHEN ${sign} = '-' THEN -1 ELSE 1 END * ${offset}`;
  });
  const afterDate = `substr(${value}, 11)`;
  const local = `WHEN right(${value}, 1) BETWEEN '0' AND '9' AND NOT (contains(${afterDate}, '+') OR contains(${afterDate}, '-')) THEN ${instantOfLocal(`TRY_CAST(${value} AS TIMESTAMP)`, timeZone)}`;
  return `CASE ${[...utc, ...offsets, local].join(' ')} END`;
}

/** What stands for UTC at the end of an instant. */
const UTC_WORDS = ['Z', 'z', 'UTC', 'utc', 'GMT', 'gmt'];

/** The milliseconds of a text that is a number. */
function epochOfText(value: string): string {
  return (
    `CASE WHEN regexp_full_match(${value}, '[0-9]{9,19}') THEN ${epochOfWhole(`TRY_CAST(${value} AS BIGINT)`)}` +
    ` WHEN regexp_full_match(${value}, '[0-9]{9,19}[.][0-9]*') THEN ${epochOfDouble(`TRY_CAST(${value} AS DOUBLE)`)} END`
  );
}

/** Microseconds from the year 1 to 1970. */
const YEAR_ONE = 62_135_596_800_000_000n;

/** Milliseconds of the microseconds of a text, rounded down: a text has years of four digits, so that the sum is no overflow. */
function flooredText(microseconds: string): string {
  return `(${microseconds} + ${YEAR_ONE}) // 1000 - ${YEAR_ONE / 1000n}`;
}

/** Integer division that rounds down before 1970, too. */
function floored(value: string, by: number): string {
  return `CASE WHEN ${value} >= 0 THEN ${value} // ${by} ELSE (${value} - ${by - 1}) // ${by} END`;
}
