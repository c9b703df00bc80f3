import type { DuckDBValue } from '@duckdb/node-api';

import type { CanonicalColumn, CanonicalTable } from '../../canonical/tables';
import type { ReadingRules } from './rules';

/** A canonical column that the source has, and the DuckDB type in which it comes. */
interface RawColumn {
  readonly column: CanonicalColumn;
  /** What the relation calls it. */
  readonly name: string;
  readonly type: string;
}

/** What a source has of one canonical table, as a relation that DuckDB can read. */
export interface RawTable {
  readonly table: CanonicalTable;
  /** How a message names it: `ticket.csv`, `table "ticket"`. */
  readonly label: string;
  readonly columns: readonly RawColumn[];
  readonly rules: ReadingRules;
  /** What stands after FROM. */
  readonly from: string;
  /** The named parameters of `from` and `numbered`. */
  readonly parameters?: Readonly<Record<string, DuckDBValue>>;
  /** `from` with one more column, ROW_NUMBER; where there is none, rows are named by their keys. */
  readonly numbered?: string;
  /** The lines on which rows stand. */
  readonly lines?: (rowNumbers: readonly number[]) => Promise<ReadonlyMap<number, number>>;
}

/** The column of `numbered` that counts rows from 1. */
export const ROW_NUMBER = 'row number';
