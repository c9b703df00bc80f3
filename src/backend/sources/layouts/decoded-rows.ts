import type { ColumnName, TableName } from '../../canonical/tables';
import type { Flavour } from './flavour';

/** A row of a canonical table that code made. */
export type DecodedRow<Table extends TableName> = { readonly [Column in ColumnName<Table>]?: string | number | null };

/** Rows that code made, as a SELECT: few, since they stand in the statement. */
export function decodedRows<Table extends TableName>(sql: Flavour, columns: ReadonlyArray<ColumnName<Table>>, rows: ReadonlyArray<DecodedRow<Table>>): string {
  const written = (value: string | number | null | undefined): string =>
    value === null || value === undefined ? 'NULL' : typeof value === 'number' ? String(value) : sql.literal(value);
  return rows.length === 0
    ? `SELECT ${columns.map((column) => `NULL AS "${column}"`).join(', ')} FROM (SELECT 1 AS one) AS nothing WHERE 1 = 0`
    : sql.values(
        columns,
        rows.map((row) => columns.map((column) => written(row[column])))
      );
}
