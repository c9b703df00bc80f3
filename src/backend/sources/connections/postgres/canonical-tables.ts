import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { suggestion } from '../../../../shared/nearest';
import { unusedColumns, unusedTables } from '../../rows/unused';
import { type Remark, SourceError } from '../../source';
import { type CatalogueRow, catalogueOf } from './catalogue';
import { identifier } from './flavour';
import { checkGrants } from './grants';
import type { PostgresTable } from './postgres-table';
import type { Session } from './session';

/** Finds the canonical tables and views in a schema, and tells `remark` what of them is unused; throws where there is no schema, no ticket table, or no right to read. */
export async function canonicalTables(session: Session, schema: string, remark: (remark: Remark) => void): Promise<PostgresTable[]> {
  const catalogue = await catalogueOf(session, schema);
  const names = [...new Set(catalogue.rows.map(({ table }) => table))];
  const found = CANONICAL_TABLES.flatMap((table) => {
    const name = names.find((one) => one === table.name) ?? names.find((one) => one.toLowerCase() === table.name);
    return name === undefined ? [] : [{ table, name, rows: catalogue.rows.filter((row) => row.table === name) }];
  });
  // rights may be given column by column: what is not ours to read is not there, unless it is required
  checkGrants(catalogue, Object.fromEntries(found.map(({ table, name, rows }) => [name, required(table, rows)])));
  const tables = found.map(({ table, name, rows }) => tableOf(schema, table, name, rows));
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

/** A table or view that the settings name for a canonical one: "schema.table", or a table of the settings' schema. Throws where it is not there, or may not be read. */
export async function namedTable(session: Session, schema: string, table: CanonicalTable, written: string): Promise<PostgresTable> {
  const dot = written.indexOf('.');
  const [own, name] = dot < 0 ? [schema, written] : [written.slice(0, dot), written.slice(dot + 1)];
  const catalogue = await catalogueOf(session, own);
  const rows = catalogue.rows.filter((row) => row.table === name);
  if (rows.length === 0) {
    const near = suggestion(name, [...new Set(catalogue.rows.map((row) => row.table))]);
    throw new SourceError(
      'schema',
      `The setting "tables.${table.name}" names "${written}", but the schema "${own}" has no table or view "${name}".${near}`,
      'Name a table or view of this database that has the columns of the canonical table.'
    );
  }
  checkGrants(catalogue, { [name]: required(table, rows) });
  return { ...tableOf(own, table, name, rows), label: `table "${written}" (tables.${table.name})` };
}

function tableOf(schema: string, table: CanonicalTable, name: string, rows: readonly CatalogueRow[]): PostgresTable {
  return {
    table,
    label: labelOf(name),
    from: `${identifier(schema)}.${identifier(name)}`,
    rows: rows[0].rows,
    columns: rows.filter(({ may }) => may).map(({ column, type, isArray }) => ({ name: column, type, isArray })),
  };
}

const labelOf = (name: string): string => `table "${name}"`;

/** The columns of a table that must be there, as the database writes them. */
function required({ columns }: CanonicalTable, rows: readonly CatalogueRow[]): string[] {
  const names = columns.filter((column) => column.required).map(({ name }): string => name);
  return rows.map(({ column }) => column).filter((column) => names.includes(column.toLowerCase()));
}
