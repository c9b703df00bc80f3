import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { unusedColumns, unusedTables } from '../../rows/unused';
import { type Remark, SourceError } from '../../source';
import { type CatalogueRow, catalogueOf } from './catalogue';
import { identifier } from './flavour';
import type { PostgresTable } from './postgres-table';
import type { Session } from './session';

/** Finds the canonical tables and views in a schema, and tells `remark` what of them is unused; throws where there is no schema, no ticket table, or no right to read. */
export async function canonicalTables(session: Session, schema: string, remark: (remark: Remark) => void): Promise<PostgresTable[]> {
  const rows = await catalogueOf(session, schema);
  const names = [...new Set(rows.map(({ table }) => table))];
  const tables = CANONICAL_TABLES.flatMap((table) => {
    const name = names.find((one) => one === table.name) ?? names.find((one) => one.toLowerCase() === table.name);
    return name === undefined
      ? []
      : [
          readable(
            schema,
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
  // what else a schema has is its owner's affair, unless a table may have been meant that is missing
  const others = names.filter((name) => !tables.some(({ label }) => label === labelOf(name)));
  const read = tables.map(({ table }) => table);
  const unused = tables.map(({ table, label, columns }) =>
    unusedColumns(
      table,
      label,
      columns.map(({ name }) => name)
    )
  );
  [unusedTables('table', others, read, true), ...unused].forEach((one) => one && remark(one));
  return tables;
}

const labelOf = (name: string): string => `table "${name}"`;

/** Rights may be given column by column: what is not ours to read is not there, unless it is required. */
function readable(schema: string, table: CanonicalTable, name: string, rows: readonly CatalogueRow[]): PostgresTable {
  const denied = table.columns.find((column) => column.required && rows.some((row) => row.column.toLowerCase() === column.name && !row.may));
  if (denied) {
    throw new SourceError('auth', `The user may not read "${denied.name}" of the table "${name}".`, 'GRANT SELECT on it to the user.');
  }
  return {
    table,
    label: labelOf(name),
    from: `${identifier(schema)}.${identifier(name)}`,
    rows: rows[0].rows,
    columns: rows.filter(({ may }) => may).map(({ column, type, isArray }) => ({ name: column, type, isArray })),
  };
}
