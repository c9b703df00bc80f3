import type { ColumnType } from '../../../canonical/tables';
import { matchColumns } from '../../rows/columns';
import type { Wire, WireColumn } from '../batches/wire';
import { identifier } from './flavour';
import type { PostgresColumn, PostgresTable } from './postgres-table';

/** The statement that sends a table, and what its columns are. */
export interface Copy {
  readonly sql: string;
  readonly columns: readonly WireColumn[];
}

/** `COPY … TO STDOUT` of the canonical columns that a table has, in all rows or in those for which a condition is true. */
export function copyStatement({ table, from, columns }: PostgresTable, where: string | null = null): Copy {
  const chosen = matchColumns(table, columns).map((found) => ({ column: found.column, ...travel(found.column.type, found) }));
  const list = chosen.map(({ expression }) => expression).join(', ');
  return {
    sql: `COPY (SELECT ${list} FROM ${from}${where === null ? '' : ` WHERE ${where}`}) TO STDOUT (FORMAT binary)`,
    columns: chosen.map(({ column, wire }) => ({ column, wire })),
  };
}

const INTEGERS: Readonly<Record<string, Wire>> = { int2: 'int2', int4: 'int4', int8: 'int8' };
const isNumeric = (type: ColumnType): boolean => type === 'number' || type === 'integer' || type === 'instant';

/**
 * How a column travels: as it is where its binary format is one of ours, else cast. A text goes as it is, whatever it should be: DuckDB
 * reads it, and a text that is wrong is then reported with its row, where a cast here would only end the COPY.
 */
function travel(wanted: ColumnType, { name, type, isArray }: PostgresColumn): { readonly expression: string; readonly wire: Wire } {
  const column = identifier(name);
  const asText = { expression: `${column}::text`, wire: 'text' } as const;
  if (isArray) {
    return { expression: `array_to_json(${column})::text`, wire: 'text' };
  }
  switch (type) {
    case 'text':
    case 'varchar':
      return { expression: column, wire: 'text' };
    case 'timestamp':
      return wanted === 'instant' || wanted === 'date' ? { expression: column, wire: type } : asText;
    case 'timestamptz':
      // as a date it is what UTC's clocks show
      return wanted === 'instant' ? { expression: column, wire: type } : wanted === 'date' ? { expression: column, wire: 'timestamp' } : asText;
    // not as a timestamp: PostgreSQL has dates that are none, and would end the COPY there
    case 'date':
      return asText;
    case 'bool':
      return wanted === 'boolean' ? { expression: column, wire: 'bool' } : asText;
    case 'int2':
    case 'int4':
    case 'int8':
      return isNumeric(wanted) || wanted === 'boolean' ? { expression: column, wire: INTEGERS[type] } : asText;
    case 'float8':
      return isNumeric(wanted) ? { expression: column, wire: 'float8' } : asText;
    case 'float4':
      return isNumeric(wanted) ? { expression: `${column}::float8`, wire: 'float8' } : asText;
    case 'numeric':
      return isNumeric(wanted) ? { expression: asFloat(column), wire: 'float8' } : { expression: `trim_scale(${column})::text`, wire: 'text' };
    default:
      return asText;
  }
}

/** A numeric may be larger than any float, on which the cast would end the COPY. */
function asFloat(column: string): string {
  return `CASE WHEN abs(${column}) > 1e300 AND ${column} <> 'NaN' THEN 'Infinity' ELSE ${column}::float8 END`;
}
