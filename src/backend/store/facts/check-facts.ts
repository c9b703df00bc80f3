import { STORED_AS } from '../../../shared/catalog/columns';
import { FACTS } from '../../../shared/catalog/facts';
import { STORE_TABLES } from '../../../shared/catalog/tables';
import { SourceError } from '../../sources/source';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';

/** A column as a derivation has made it. */
interface Made {
  readonly name: string;
  readonly type: string;
}

/** Faults that one message tells: the first explain the others. */
const MOST_TOLD = 3;

/**
 * Holds what was derived against what the catalogue declares: every table, its columns by name, order and type. Throws a SourceError that names
 * the table and the column: queries are written by the declaration, and would fail one by one.
 */
export async function checkFacts(build: Build): Promise<void> {
  await build.ended();
  const faults = faultsOf(await madeTables(build));
  if (faults.length > 0) {
    throw new SourceError(
      'internal',
      faults.slice(0, MOST_TOLD).join(' '),
      'This is a mistake in the plugin, not in your data: use the version before this one, and report the sentence above.'
    );
  }
}

async function madeTables(build: Build): Promise<Map<string, Made[]>> {
  const [database, schema] = build.options.target.split('.');
  const rows = await build.read(
    `SELECT table_name, column_name, data_type FROM duckdb_columns()
     WHERE database_name = ${text(database)} AND schema_name = ${text(schema)} ORDER BY table_name, column_index`
  );
  const tables = new Map<string, Made[]>();
  for (const { table_name, column_name, data_type } of rows) {
    const columns = tables.get(String(table_name)) ?? [];
    columns.push({ name: String(column_name), type: String(data_type) });
    tables.set(String(table_name), columns);
  }
  return tables;
}

function faultsOf(made: ReadonlyMap<string, readonly Made[]>): string[] {
  return [
    ...Object.keys(STORE_TABLES).flatMap((table) => {
      const columns = made.get(table);
      return columns ? tableFaults(table, columns) : [`There is no ${table}, which ${placeOf(table)} declares: create it in src/backend/store/facts.`];
    }),
    ...[...made.keys()]
      .filter((table) => !(table in STORE_TABLES))
      .map((table) => `There is a table ${table}, which the catalogue does not declare: declare it in ${placeOf(table)}, or make it a temporary one.`),
  ];
}

function tableFaults(table: string, made: readonly Made[]): string[] {
  const declared = Object.entries(STORE_TABLES[table]).map(([name, kind]) => ({ name, kind, type: STORED_AS[kind] }));
  const missing = declared.filter(({ name }) => !made.some((one) => one.name === name));
  const extra = made.filter(({ name }) => !declared.some((one) => one.name === name));
  if (missing.length > 0 || extra.length > 0) {
    return [
      ...missing.map(({ name }) => `${table} lacks ${name}, which ${placeOf(table)} declares: derive it in src/backend/store/facts.`),
      ...extra.map(({ name }) => `${table} has ${name}, which ${placeOf(table)} does not declare: declare it there, or derive it no longer.`),
    ];
  }
  return declared.flatMap(({ name, kind, type }, at) => {
    const own = made.find((one) => one.name === name);
    return [
      ...(made[at].name === name ? [] : [`${table} has ${made[at].name} where ${placeOf(table)} declares ${name}: bring its columns into the declared order.`]),
      ...(own?.type === type
        ? []
        : [`${table}.${name} is ${own?.type}, which ${placeOf(table)} declares as ${kind} (${type}): cast it in src/backend/store/facts.`]),
    ];
  });
}

function placeOf(table: string): string {
  return `src/shared/catalog/${table in FACTS || table.endsWith('_fact') ? 'facts' : 'tables'}.ts`;
}
