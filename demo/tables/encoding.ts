import { BOOLEAN, DOUBLE, type DuckDBType, INTEGER, VARCHAR } from '@duckdb/node-api';

import { Words } from './words';

/** A value as the generator gives it: ids by number where there are many, instants in epoch ms. */
export type Cell = string | number | boolean | null;

/**
 * How one column is staged: as numbers, which are appended several times as fast as texts, and turned into its real
 * value by SQL when the table is written.
 */
export interface Encoding {
  readonly type: DuckDBType;
  encode(cell: Cell): Cell;
  /** The real value of a staged column. */
  decode(column: string): string;
}

const asIs = (cell: Cell): Cell => cell;

/** An instant: TIMESTAMP, in UTC. */
export const instant: Encoding = { type: DOUBLE, encode: asIs, decode: (column) => `epoch_ms(CAST(${column} AS BIGINT))` };
export const flag: Encoding = { type: BOOLEAN, encode: asIs, decode: asIs as (column: string) => string };
export const integer: Encoding = { type: INTEGER, encode: asIs, decode: (column) => column };
export const number: Encoding = { type: DOUBLE, encode: asIs, decode: (column) => column };
/** Texts that are all different, or few. */
export const text: Encoding = { type: VARCHAR, encode: asIs, decode: (column) => column };

/** A number that is written as text. */
export const digits: Encoding = { type: INTEGER, encode: asIs, decode: (column) => `CAST(${column} AS VARCHAR)` };

/** A numbered id, such as T0000012. */
export function serial(prefix: string, width: number): Encoding {
  return { type: INTEGER, encode: asIs, decode: (column) => numbered(prefix, width, column) };
}

/** One of a few texts. */
export function word(words = new Words()): Encoding {
  return { type: INTEGER, encode: (cell) => (cell === null ? null : words.code(String(cell))), decode: (column) => `list_extract(${words.sql}, ${column})` };
}

/** A list of texts, given as a JSON array. */
export function list(words = new Words()): Encoding {
  const { type, encode, decode } = word(words);
  return { type, encode, decode: (column) => `CAST(CAST(${decode(column)} AS JSON) AS VARCHAR[])` };
}

/** A text out of a few, or the number of a numbered id. */
export function wordOrSerial(prefix: string, width: number, words = new Words()): Encoding {
  return {
    type: INTEGER,
    encode: (cell) => (typeof cell === 'string' ? -words.code(cell) : cell),
    decode: (column) => `CASE WHEN ${column} < 0 THEN list_extract(${words.sql}, -${column}) ELSE ${numbered(prefix, width, column)} END`,
  };
}

function numbered(prefix: string, width: number, column: string): string {
  return `'${prefix}' || lpad(CAST(${column} AS VARCHAR), ${width}, '0')`;
}
