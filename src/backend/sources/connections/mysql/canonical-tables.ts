import { CANONICAL_TABLES, type CanonicalTable } from '../../../canonical/tables';
import { suggestion } from '../../../../shared/nearest';
import { unusedColumns, unusedTables } from '../../rows/unused';
import { type Remark, SourceError } from '../../source';
import { type CatalogueRow, catalogueOf, isDenied, tableName } from './catalogue';
import { identifier } from './flavour';
import { grantError } from './grants';
import type { MysqlTable } from './mysql-table';
import type { Session } from './session';

/** A table or view as the catalogue shows it. */
interface Seen {
  readonly table: CanonicalTable;
  readonly name: string;
  readonly rows: readonly CatalogueRow[];
}

/** Finds the canonical tables and views of a database, and tells `remark` what of them is unused; throws where there is no ticket table, or no right to read one. */
export async function canonicalTables(session: Session, database: string, remark: (remark: Remark) => void): Promise<MysqlTable[]> {
  const catalogue = await catalogueOf(session, database);
  const { rows } = catalogue;
  const names = [...new Set(rows.map(({ table }) => table))];
  const found = CANONICAL_TABLES.flatMap((table): Seen[] => {
    const name = names.find((one) => one === table.name) ?? names.find((one) => one.toLowerCase() === table.name);
    return name === undefined ? [] : [{ table, name, rows: rows.filter((row) => row.table === name) }];
  });
  const denied: string[] = [];
  for (const one of found) {
    if (await lacksRights(session, database, one)) {
      denied.push(one.name);
    }
  }
  const [missing] = CANONICAL_TABLES.filter(({ name, required }) => required && !found.some(({ table }) => table.name === name));
  if (missing && (await isDenied(session, database, missing.name))) {
    denied.push(missing.name);
  }
  if (denied.length > 0) {
    throw grantError(catalogue, denied);
  }
  if (missing) {
    const list =
      names.length === 0 ? 'nothing that the user may see' : `${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
    throw new SourceError(
      'schema',
      `The database "${database}" has no table or view "${missing.name}"; it has ${list}.`,
      'The canonical tables or views are expected there.'
    );
  }
  // what else a database has is its owner's affair, unless a table may have been meant that is missing
  const others = names.filter((name) => !found.some((one) => one.name === name));
  const tables = found.map(({ table }) => table);
  const unused = found.map(({ table, name, rows: columns }) =>
    unusedColumns(
      table,
      labelOf(name),
      columns.filter(({ may }) => may).map(({ column }) => column)
    )
  );
  [unusedTables('table', others, tables, true), ...unused].forEach((one) => one && remark(one));
  const typed: MysqlTable[] = [];
  for (const { table, name, rows: columns } of found) {
    typed.push(await withTypes(session, database, table, name, columns));
  }
  return typed;
}

/** A table or view that the settings name for a canonical one: "database.table", or a table of the settings' database. Throws where it is not there, or may not be read. */
export async function namedTable(session: Session, database: string, table: CanonicalTable, written: string): Promise<MysqlTable> {
  const dot = written.indexOf('.');
  const [own, name] = dot < 0 ? [database, written] : [written.slice(0, dot), written.slice(dot + 1)];
  const catalogue = await catalogueOf(session, own);
  const rows = catalogue.rows.filter((row) => row.table === name);
  if (rows.length === 0 ? await isDenied(session, own, name) : await lacksRights(session, own, { table, name, rows })) {
    throw grantError(catalogue, [name]);
  }
  if (rows.length === 0) {
    const near = suggestion(name, [...new Set(catalogue.rows.map((row) => row.table))]);
    throw new SourceError(
      'schema',
      `The setting "tables.${table.name}" names "${written}", but the database "${own}" has no table or view "${name}".${near}`,
      'Name a table or view of this server that has the columns of the canonical table.'
    );
  }
  return { ...(await withTypes(session, own, table, name, rows)), label: `table "${written}" (tables.${table.name})` };
}

const labelOf = (name: string): string => `table "${name}"`;

/** Rights may be given column by column: what is not ours to read is not there, unless it is required. */
async function lacksRights(session: Session, database: string, { table, name, rows }: Seen): Promise<boolean> {
  const may = new Map(rows.map((row) => [row.column.toLowerCase(), row.may === 1]));
  const required = table.columns.filter((column) => column.required).map((column) => column.name);
  if (required.some((column) => may.get(column) === false) || ![...may.values()].includes(true)) {
    return true;
  }
  for (const column of required) {
    if (!may.has(column) && (await isDenied(session, database, name, column))) {
      return true;
    }
  }
  return false;
}

async function withTypes(session: Session, database: string, table: CanonicalTable, name: string, rows: readonly CatalogueRow[]): Promise<MysqlTable> {
  const from = tableName(database, name);
  const columns = rows.filter(({ may }) => may).map(({ column }) => identifier(column));
  return {
    table,
    label: labelOf(name),
    from,
    rows: rows[0].rows === null ? null : Number(rows[0].rows),
    columns: await session.fields(`SELECT ${columns.join(', ')} FROM ${from}`),
  };
}
