import type { Sql } from '../sql';

/** What engines write each in its own way, by name. What they share (joins, windows, CASE, CTEs) needs none. Values stay bound. */
export interface Dialect {
  /** The whole part of a ÷ b, of a ≥ 0; it binds as a product does. */
  readonly wholeDivision: (a: Sql, b: Sql) => Sql;
  readonly double: (value: Sql) => Sql;
  readonly text: (value: Sql) => Sql;
  /** A truth as 1 or 0. */
  readonly bit: (value: Sql) => Sql;
  /** A text as a number, null where it is none. */
  readonly numberIn: (text: Sql) => Sql;
  /** Whether a text has a part. */
  readonly contains: (text: Sql, part: Sql) => Sql;
  /** Whether none of the bits of a mask is set. */
  readonly hasNoBit: (bits: Sql, mask: number) => Sql;
  /** The greatest and the least of what is not null; null where all are. */
  readonly greatest: (...values: Sql[]) => Sql;
  readonly least: (...values: Sql[]) => Sql;
  /** How many rows fulfil a condition; 0 of none. */
  readonly countIf: (condition: Sql) => Sql;
  /** How many of a list of instants are not after one; null of no list. */
  readonly countUntil: (instants: Sql, at: Sql) => Sql;
  /** A quantile, interpolated at (n − 1)·share. */
  readonly quantile: (value: Sql, share: number) => Sql;
  /** All texts of a group in one, in their order, each but the first after ", ". */
  readonly listed: (text: Sql) => Sql;
  /** An aggregate of those rows alone that fulfil a condition. */
  readonly of: (aggregate: Sql, condition: Sql) => Sql;
  /** All columns of a table, some of them with another value. */
  readonly replaced: (alias: Sql, columns: ReadonlyArray<{ readonly column: Sql; readonly value: Sql }>) => Sql;
  /** A row for each whole number from `from` on and before `to`, as a selected column; none where there is none. */
  readonly each: (from: Sql, to: Sql) => Sql;
  /** A SELECT of whole numbers: a column a list, all of one length. */
  readonly numbers: (columns: Readonly<Record<string, readonly number[]>>) => Sql;
  /** The rows of both statements, columns by their names, null where one of them lacks it. */
  readonly union: (a: Sql, b: Sql) => Sql;
  /** Joins the one row of a table that fulfils the equalities and of which an inequality is met most narrowly; nulls where there is none. */
  readonly joinLatest: (table: Sql, on: Sql) => Sql;
}
