import { type FieldPacket, Types } from 'mysql2';

import type { ColumnType } from '../../../canonical/tables';
import { matchColumns } from '../../rows/columns';
import { LONGEST_CELL } from '../batches/batch';
import type { Wire, WireColumn } from '../batches/wire';
import { identifier } from './flavour';
import type { MysqlTable } from './mysql-table';

/** The statement that reads a table, and what its columns are. */
export interface Select {
  readonly sql: string;
  readonly columns: readonly WireColumn[];
  /** The columns (from 0) that may be too long: for each the SELECT gives one column more, after all others, its bytes where they are too many. */
  readonly guarded: readonly number[];
}

/** The SELECT of the canonical columns that a table has, in all rows or in those for which a condition is true. */
export function selectStatement({ table, from, columns }: MysqlTable, where: string | null = null): Select {
  const chosen = matchColumns(table, columns).map((field) => ({ column: field.column, field, ...travel(field.column.type, field) }));
  const guarded = chosen.flatMap(({ field, wire }, i) => (wire === 'text' && (field.columnLength ?? 0) > LONGEST_CELL ? [i] : []));
  const values = chosen.map(({ field, expression }, i) => (guarded.includes(i) ? `IF(${tooLong(field)}, NULL, ${expression})` : expression));
  const lengths = guarded.map((i) => `IF(${tooLong(chosen[i].field)}, OCTET_LENGTH(${identifier(chosen[i].field.name)}), NULL)`);
  return {
    sql: `SELECT ${[...values, ...lengths].join(', ')} FROM ${from}${where === null ? '' : ` WHERE ${where}`}`,
    columns: chosen.map(({ column, wire }) => ({ column, wire })),
    guarded,
  };
}

/** The server does not even send it. */
function tooLong({ name }: FieldPacket): string {
  return `OCTET_LENGTH(${identifier(name)}) > ${LONGEST_CELL}`;
}

/** Flags of a column. */
const UNSIGNED = 0x20;

/** Whether a column’s whole numbers may be beyond an INT64, as the largest unsigned ones are. */
export const isLarge = ({ columnType, flags }: FieldPacket): boolean => columnType === Types.LONGLONG && (Number(flags) & UNSIGNED) !== 0;

/** The character set of bytes. */
const BINARY = 63;

const isNumeric = (type: ColumnType): boolean => type === 'number' || type === 'integer' || type === 'instant';

/**
 * How a column travels. All values are texts on the way; what is none of ours goes as the text that it is, and DuckDB reads it: one that is
 * wrong is then reported with its row.
 */
function travel(wanted: ColumnType, field: FieldPacket): { readonly expression: string; readonly wire: Wire } {
  const column = identifier(field.name);
  const asText = { expression: column, wire: 'text' } as const;
  switch (field.columnType) {
    case Types.TINY:
    case Types.SHORT:
    case Types.INT24:
    case Types.LONG:
    case Types.LONGLONG:
    case Types.YEAR:
      return (isNumeric(wanted) || wanted === 'boolean') && !isLarge(field) ? { expression: column, wire: 'int8' } : asText;
    case Types.BIT:
      return { expression: `${column} + 0`, wire: wanted === 'boolean' || isNumeric(wanted) ? 'int8' : 'text' };
    case Types.FLOAT:
      // as a FLOAT it would be rounded to six digits
      return { expression: `${column} + 0e0`, wire: 'text' };
    case Types.DECIMAL:
    case Types.NEWDECIMAL:
      return isNumeric(wanted) || field.decimals === 0 ? asText : { expression: `TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM ${column}))`, wire: 'text' };
    case Types.TIMESTAMP:
      // as a date it is what UTC's clocks show
      return wanted === 'instant' ? { expression: column, wire: 'timestamptz' } : wanted === 'date' ? { expression: column, wire: 'timestamp' } : asText;
    case Types.DATETIME:
      return wanted === 'instant' || wanted === 'date' ? { expression: column, wire: 'timestamp' } : asText;
    case Types.DATE:
    case Types.NEWDATE:
      // a day that is none means that there is no date
      return { expression: `NULLIF(CAST(${column} AS CHAR), '0000-00-00')`, wire: 'text' };
    case Types.TINY_BLOB:
    case Types.MEDIUM_BLOB:
    case Types.LONG_BLOB:
    case Types.BLOB:
    case Types.VAR_STRING:
    case Types.VARCHAR:
    case Types.STRING:
      return field.characterSet === BINARY ? { expression: `CONVERT(${column} USING utf8mb4)`, wire: 'text' } : asText;
    case Types.GEOMETRY:
      return { expression: `ST_AsText(${column})`, wire: 'text' };
    default:
      return asText;
  }
}
