import type { CanonicalTable } from '../../../canonical/tables';
import { identifier, texts } from '../../../duckdb/sql-text';

/** How a server says what ranges of keys are made of. */
export interface KeyWords {
  /** A column of a key as the text that its canonical value is (an instant: its milliseconds), never null; null where the server cannot say it alike. */
  readonly keyText: (column: string) => string | null;
  /** The column as a whole number, where it is one; else null. */
  readonly wholeNumber: (column: string) => string | null;
  /** Some texts one after the other. */
  readonly concat: (...texts: readonly string[]) => string;
  /** Eight hexadecimal digits as a number, and a value as text. */
  readonly fromHex: (digits: string) => string;
  readonly text: (value: string) => string;
  /** A whole number by another, without what is left. */
  readonly divided: (number: string, by: number) => string;
}

/** The keys of a table in ranges: statements that answer rows of (range, count, sum of digests) as texts, alike for a server and for DuckDB. */
export interface KeyRanges {
  readonly ofServer: (from: string) => string;
  readonly ofDuckDB: (from: string) => string;
  /** Conditions that are true in some ranges: of the server’s rows, and of canonical ones. */
  readonly serverWhere: (ranges: readonly string[]) => string;
  readonly duckdbWhere: (ranges: readonly string[]) => string;
}

/** Keys in a range of whole numbers, and about as many in one by digest. */
const SIZE = 10_000;
const SEPARATOR = "'|'";

/** How DuckDB says it, of canonical rows. */
const duckdbWords = (table: CanonicalTable): KeyWords => ({
  keyText: (column) => `coalesce(CAST(${identifier(column)} AS VARCHAR), '')`,
  wholeNumber: (column) => (table.key.length === 1 ? `TRY_CAST(${identifier(column)} AS BIGINT)` : null),
  concat: (...parts) => `(${parts.join(' || ')})`,
  fromHex: (digits) => `CAST('0x' || ${digits} AS UBIGINT)`,
  text: (value) => `CAST(${value} AS VARCHAR)`,
  divided: (number, by) => `(${number} // ${by})`,
});

/** The ranges of a table of about so many rows; null where the server cannot say its first key column. */
export function keyRanges(table: CanonicalTable, rows: number, server: KeyWords): KeyRanges | null {
  const columns = table.key.filter((column) => server.keyText(column) !== null);
  if (columns[0] !== table.key[0]) {
    return null;
  }
  const isNumbered = table.key.length === 1 && server.wholeNumber(columns[0]) !== null;
  const digits = Math.min(4, Math.max(1, Math.ceil(Math.log(Math.max(1, rows) / SIZE) / Math.log(16))));
  const duckdb = duckdbWords(table);
  const digestOf = (words: KeyWords): string =>
    `md5(${words.concat(...columns.flatMap((column, i) => [...(i > 0 ? [SEPARATOR] : []), words.keyText(column) ?? "''"]))})`;
  const rangeOf = (words: KeyWords): string =>
    isNumbered ? words.text(words.divided(words.wholeNumber(columns[0]) ?? '0', SIZE)) : `substr(${digestOf(words)}, 1, ${digits})`;
  const summed = (words: KeyWords, from: string): string => `
    SELECT key_range, ${words.text('count(*)')} AS n, ${words.text('sum(digest)')} AS s
    FROM (SELECT ${rangeOf(words)} AS key_range, ${words.fromHex(`substr(${digestOf(words)}, 9, 8)`)} AS digest FROM ${from}) r
    GROUP BY key_range`;
  return {
    ofServer: (from) => summed(server, from),
    ofDuckDB: (from) => summed(duckdb, from),
    serverWhere: (ranges) => (isNumbered ? numbers(server.wholeNumber(columns[0]) ?? '0', ranges) : `${rangeOf(server)} IN (${texts(ranges)})`),
    duckdbWhere: (ranges) => `list_contains([${texts(ranges)}], ${rangeOf(duckdb)})`,
  };
}

/** Whole numbers in some ranges, as an index can find them; those about zero are one range. */
function numbers(column: string, ranges: readonly string[]): string {
  return `(${ranges
    .map(Number)
    .map((range) => {
      const from = range > 0 ? range * SIZE : (range - 1) * SIZE + 1;
      const to = range < 0 ? range * SIZE : (range + 1) * SIZE - 1;
      return `${column} BETWEEN ${from} AND ${to}`;
    })
    .join(' OR ')})`;
}
