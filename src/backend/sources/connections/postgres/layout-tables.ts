import type { FieldDef } from 'pg';

import { readDocuments } from '../../layouts/documents';
import { columnsRemark, fit, type Fitting, type Tables } from '../../layouts/fit';
import type { HelpdeskLayout, Named } from '../../layouts/layout';
import { needsOf, wishesOf } from '../../layouts/needs';
import { chosenOptions } from '../../layouts/options';
import { checkVersion } from '../../layouts/version';
import { messageOf } from '../../../message-of';
import { type Remark, SourceError } from '../../source';
import { type CatalogueRow, catalogueOf } from './catalogue';
import { identifier, POSTGRES } from './flavour';
import { checkGrants, missingGrants } from './grants';
import type { PostgresColumn, PostgresTable } from './postgres-table';
import type { Session } from './session';
import { searchIn } from './watching';

/** The canonical tables that a layout makes of a schema’s own tables; throws where it does not fit. */
export async function layoutTables(session: Session, schema: string, named: Named<HelpdeskLayout>, remark: (remark: Remark) => void): Promise<PostgresTable[]> {
  const catalogue = await catalogueOf(session, schema);
  checkGrants(catalogue, needsOf(named.layout), wishesOf(named.layout));
  const tables = tablesOf(catalogue.rows);
  await searchIn(session, schema);
  await checkVersion(named, tables, async (what, sql) => (await asked(session, named, what, sql(POSTGRES))).rows[0], remark);
  const { fitting, remarks } = fit(named, tables);
  remarks.forEach(remark);
  const grants = missingGrants(catalogue, wishesOf(named.layout));
  if (grants.length > 0) {
    remark({ kind: 'lack', text: `What the user may not read stays empty. To read it, run as the owner of the tables: ${grants.join(' ')}` });
  }
  const options = await chosenOptions(named, POSTGRES, (sql) => asked(session, named, 'the SELECT for its options', sql), remark);
  const made = await readDocuments(named, POSTGRES, tables, options, (sql) => asked(session, named, 'the SELECT for its documents', sql), remark);
  const selects: Array<{ readonly fits: Fitting; readonly from: string; readonly fields: readonly FieldDef[] }> = [];
  for (const fits of fitting) {
    const from = `(${fits.select(POSTGRES, made.here)}\n) AS ${identifier(fits.table.name)}`;
    const { fields } = await asked(session, named, `the SELECT for ${fits.table.name}`, `SELECT * FROM ${from} LIMIT 0`);
    const lacking = columnsRemark(
      named,
      fits,
      fields.map(({ name }) => name)
    );
    if (lacking) {
      remark(lacking);
    }
    selects.push({ fits, from, fields });
  }
  const types = await typesOf(
    session,
    selects.flatMap(({ fields }) => fields)
  );
  return selects.map(({ fits: { table }, from, fields }) => ({
    table,
    label: `layout "${named.name}", table "${table.name}"`,
    from,
    madeOf: made.of,
    rows: null,
    columns: fields.map(({ name, dataTypeID }) => ({ name, ...(types.get(dataTypeID) ?? UNKNOWN) })),
  }));
}

function tablesOf(rows: readonly CatalogueRow[]): Tables {
  const tables = new Map<string, Map<string, boolean>>();
  for (const { table, column, may } of rows) {
    tables.set(table, (tables.get(table) ?? new Map<string, boolean>()).set(column, may));
  }
  return tables;
}

/** Runs one of a layout’s own statements: where the database refuses it, the layout is at fault. */
async function asked<Row extends Record<string, unknown>>(session: Session, { name }: Named, what: string, sql: string): ReturnType<typeof session.query<Row>> {
  try {
    return await session.query<Row>(sql);
  } catch (error) {
    const state = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    // 42: syntax, names and types; other faults are the database’s or the connection’s
    if (!state.startsWith('42') || state === '42501') {
      throw error;
    }
    throw new SourceError(
      'schema',
      `The layout "${name}" does not fit this database: ${what} is refused (SQLSTATE ${state}).`,
      'The layout is at fault: report it with the version of the helpdesk. Grafana’s log has what the database says.',
      { cause: new Error(messageOf(error), { cause: error }) }
    );
  }
}

const UNKNOWN = { type: 'unknown', isArray: false };

/** The types of columns by their numbers. */
async function typesOf(session: Session, fields: readonly FieldDef[]): Promise<ReadonlyMap<number, Omit<PostgresColumn, 'name'>>> {
  const { rows } = await session.query<{ id: number; type: string; isArray: boolean }>(
    `SELECT oid::int8::float8 AS id, typname AS type, typcategory = 'A' AS "isArray" FROM pg_catalog.pg_type WHERE oid = ANY($1::oid[])`,
    [[...new Set(fields.map(({ dataTypeID }) => dataTypeID))]]
  );
  return new Map(rows.map(({ id, type, isArray }) => [id, { type, isArray }]));
}
