import { readDocuments } from '../../layouts/documents';
import { columnsRemark, fit, type Tables } from '../../layouts/fit';
import type { HelpdeskLayout, Named } from '../../layouts/layout';
import { chosenOptions } from '../../layouts/options';
import { checkVersion } from '../../layouts/version';
import { messageOf } from '../../../message-of';
import { type Remark, SourceError } from '../../source';
import { type Catalogue, catalogueOf, isDenied } from './catalogue';
import { identifier, MYSQL } from './flavour';
import { grantError } from './grants';
import type { MysqlTable } from './mysql-table';
import type { Session } from './session';

/** The canonical tables that a layout makes of a database’s own tables; throws where it does not fit. */
export async function layoutTables(session: Session, database: string, named: Named<HelpdeskLayout>, remark: (remark: Remark) => void): Promise<MysqlTable[]> {
  const catalogue = await catalogueOf(session, database);
  const tables = tablesOf(catalogue);
  await checkRights(session, catalogue, named, tables);
  await checkVersion(named, tables, async (what, sql) => (await asked(named, what, () => session.query<Record<string, unknown>>(sql(MYSQL))))[0], remark);
  const { fitting, remarks } = fit(named, tables);
  remarks.forEach(remark);
  const ask = (what: string) => (sql: string) => asked(named, what, async () => ({ rows: await session.query<Record<string, unknown>>(sql) }));
  const options = await chosenOptions(named, MYSQL, ask('the SELECT for its options'), remark);
  const made = await readDocuments(named, MYSQL, tables, options, ask('the SELECT for its documents'), remark);
  const found: MysqlTable[] = [];
  for (const fits of fitting) {
    const { table } = fits;
    const from = `(${fits.select(MYSQL, made.here)}\n) AS ${identifier(table.name)}`;
    const columns = await asked(named, `the SELECT for ${table.name}`, () => session.fields(`SELECT * FROM ${from}`));
    const lacking = columnsRemark(
      named,
      fits,
      columns.map(({ name }) => name)
    );
    if (lacking) {
      remark(lacking);
    }
    found.push({ table, label: `layout "${named.name}", table "${table.name}"`, from, madeOf: made.of, rows: null, columns });
  }
  return found;
}

function tablesOf({ rows }: Catalogue): Tables {
  const tables = new Map<string, Map<string, boolean>>();
  for (const { table, column, may } of rows) {
    tables.set(table, (tables.get(table) ?? new Map<string, boolean>()).set(column, may === 1));
  }
  return tables;
}

/** Names all tables at once that the layout needs and the user may not read. A table without any right is not in the catalogue. */
async function checkRights(session: Session, catalogue: Catalogue, named: Named<HelpdeskLayout>, tables: Tables): Promise<void> {
  const needed = [
    named.layout.version && 'reads' in named.layout.version ? named.layout.version.reads : {},
    ...Object.values(named.layout.documents ?? {}).map(({ reads }) => reads),
    ...Object.values(named.layout.tables).flatMap((from) => ('none' in from || from.optional !== undefined ? [] : [from.reads])),
  ];
  const denied: string[] = [];
  for (const table of new Set(needed.flatMap((reads) => Object.keys(reads)))) {
    const columns = tables.get(table);
    const lacks = needed.some((reads) => (reads[table] ?? []).some((column) => columns?.get(column) === false));
    if (columns === undefined ? await isDenied(session, catalogue.database, table) : lacks) {
      denied.push(table);
    }
  }
  if (denied.length > 0) {
    throw grantError(catalogue, denied, `, which the layout "${named.name}" needs`);
  }
}

/** Runs one of a layout’s own statements: where the database refuses it, the layout is at fault. */
async function asked<Result>({ name }: Named, what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const { errno, sqlState = '' } = error as { readonly errno?: number; readonly sqlState?: string };
    // 42: syntax, names and types; other faults are the database’s or the connection’s
    if (!sqlState.startsWith('42') || errno === 1142 || errno === 1143) {
      throw error;
    }
    throw new SourceError(
      'schema',
      `The layout "${name}" does not fit this database: ${what} is refused (error ${errno}).`,
      'The layout is at fault: report it with the version of the helpdesk. Grafana’s log has what the database says.',
      { cause: new Error(messageOf(error), { cause: error }) }
    );
  }
}
