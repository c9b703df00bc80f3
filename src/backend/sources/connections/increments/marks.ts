import { CHANGING, UPDATED_AT } from '../../../canonical/changing';
import type { TableName } from '../../../canonical/tables';

/** How far a table was read. */
export interface TableMark {
  /** The column by whose greatest value one tells what came later; null where the table is read as a whole. */
  readonly by: string | null;
  /** That value, in epoch milliseconds. */
  readonly at: number | null;
  /** The condition by which rows were read last (null: all of them), and a digest of what the server sent, or of all rows where it was asked for that; null where that is not known. */
  readonly where: string | null;
  readonly digest: string | null;
  /** How many rows were read last. */
  readonly rows?: number;
}

/** How far a database was read. */
export interface Marks {
  /** What differs whenever its tables or their columns do. */
  readonly shape: string;
  /** What differs whenever what its tables were made from does; null where they were made from nothing. */
  readonly made: string | null;
  readonly tables: Readonly<Partial<Record<TableName, TableMark>>>;
}

/** A table of which nothing is known yet. */
export const UNREAD: TableMark = { by: null, at: null, where: null, digest: null };

/** Marks as the text that a store keeps, and back. */
export const writeMarks = (marks: Marks): string => JSON.stringify(marks);
export const readMarks = (written: string): Marks => ({ made: null, ...(JSON.parse(written) as Omit<Marks, 'made'> & Partial<Marks>) });

/** The columns by which a table may be watched, the best first. */
export function watchedBy(table: TableName): string[] {
  const { grows } = CHANGING[table];
  return grows === undefined ? [UPDATED_AT] : [UPDATED_AT, grows];
}
