import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { SourceError } from '../../source';
import type { Session } from './session';

/** One column of a table or view, as the catalogue has it. */
export interface PostgresColumn {
  readonly name: string;
  /** The type's name, that of the base type for a domain. */
  readonly type: string;
  readonly isArray: boolean;
}

/** A canonical table or view in the schema. */
export interface PostgresTable {
  readonly table: CanonicalTable;
  readonly name: string;
  readonly columns: readonly PostgresColumn[];
  /** The planner's estimate; null for views and tables that were never analysed. */
  readonly rows: number | null;
}

/** Finds the canonical tables and views in a schema; throws where there is no schema, no ticket table, or no right to read. */
export async function findTables(session: Session, schema: string): Promise<PostgresTable[]> {
  const { rows: schemas } = await session.query<{ may: boolean }>(
    `SELECT has_schema_privilege(oid, 'USAGE') AS may FROM pg_catalog.pg_namespace WHERE nspname = $1`,
    [schema]
  );
  if (schemas.length === 0) {
    throw new SourceError('config', `The database has no schema "${schema}".`, 'Check the schema in the data source’s settings; "public" is the usual one.');
  }
  if (!schemas[0].may) {
    throw new SourceError('auth', `The user may not look into the schema "${schema}".`, 'GRANT USAGE on it to the user.');
  }
  const { rows } = await session.query<CatalogueRow>(COLUMNS, [schema]);
  const names = [...new Set(rows.map(({ table }) => table))];
  const tables = CANONICAL_TABLES.flatMap((table) => {
    const name = names.find((one) => one === table.name) ?? names.find((one) => one.toLowerCase() === table.name);
    return name === undefined
      ? []
      : [
          readable(
            table,
            name,
            rows.filter((row) => row.table === name)
          ),
        ];
  });
  if (!tables.some(({ table }) => table.required)) {
    const list =
      names.length === 0 ? 'nothing that the user may see' : `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
    throw new SourceError(
      'schema',
      `The schema "${schema}" has no table or view "ticket"; it has ${list}.`,
      'The canonical tables or views are expected there.'
    );
  }
  return tables;
}

interface CatalogueRow {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly rows: number | null;
  readonly may: boolean;
}

const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", coalesce(base.typname, t.typname) AS type,
    coalesce(base.typcategory, t.typcategory) = 'A' AS "isArray",
    CASE WHEN c.relkind IN ('r', 'p', 'm') AND c.reltuples >= 0 THEN c.reltuples::float8 END AS rows,
    has_column_privilege(c.oid, a.attnum, 'SELECT') AS may
  FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_catalog.pg_type base ON base.oid = t.typbasetype
  WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
  ORDER BY c.relname, a.attnum`;

/** Rights may be given column by column: what is not ours to read is not there, unless it is required. */
function readable(table: CanonicalTable, name: string, rows: readonly CatalogueRow[]): PostgresTable {
  const denied = table.columns.find((column) => column.required && rows.some((row) => row.column.toLowerCase() === column.name && !row.may));
  if (denied) {
    throw new SourceError('auth', `The user may not read "${denied.name}" of the table "${name}".`, 'GRANT SELECT on it to the user.');
  }
  return {
    table,
    name,
    rows: rows[0].rows,
    columns: rows.filter(({ may }) => may).map(({ column, type, isArray }) => ({ name: column, type, isArray })),
  };
}
