import { readDocuments } from '../../layouts/documents';
import { columnsRemark, fit, type Tables } from '../../layouts/fit';
import type { Columns, HelpdeskLayout, Named } from '../../layouts/layout';
import { needsOf, wishesOf } from '../../layouts/needs';
import { chosenOptions } from '../../layouts/options';
import { checkVersion } from '../../layouts/version';
import { messageOf } from '../../../message-of';
import { type Remark, SourceError } from '../../source';
import type { Denied, LayoutPlace, PlaceColumn } from './place';
import { checkRights } from './rights';
import type { TableFound } from './table-found';

/** The canonical tables that a layout makes of a place’s own tables; throws where it does not fit. */
export async function layoutTables<Column extends { readonly name: string }>(
  place: LayoutPlace<Column>,
  named: Named<HelpdeskLayout>,
  remark: (remark: Remark) => void
): Promise<Array<TableFound<Column>>> {
  const { flavour } = place;
  const ask = (what: string, sql: string) => asked(place, named, what, () => place.ask(sql));
  const { layout } = named;
  const wishes = wishesOf(layout);
  const { tables: denied, grants, granter } = await place.denied(wishes);
  const [hidden, seen] = [denied.filter(({ isHidden }) => isHidden), denied.filter(({ isHidden }) => !isHidden)];
  const tables = tablesOf(place.columns, seen, wishes);
  // an old version may lack tables of which a user who is not allowed to see them cannot tell
  const unread = await place.denied(layout.version !== null && 'reads' in layout.version ? layout.version.reads : {});
  if (unread.deeds.length + unread.tables.length === 0) {
    await checkVersion(named, tables, async (what, sql) => (await ask(what, sql(flavour)))[0], remark);
  }
  await checkRights(place, needsOf(layout), wishes);
  const { fitting, remarks } = fit(named, tables);
  remarks.forEach(remark);
  if (seen.length > 0) {
    remark({ kind: 'lack', text: `What the user may not read stays empty. To read it, run as ${granter}: ${grants(seen).join(' ')}` });
  }
  if (hidden.length > 0) {
    const names = hidden.map(({ table }) => `"${table}"`).join(', ');
    remark({ kind: 'lack', text: `The user may not see whether there is ${names}. Where it is, run as ${granter}: ${grants(hidden).join(' ')}` });
  }
  const options = await chosenOptions(named, flavour, async (sql) => ({ rows: await ask('the SELECT for its options', sql) }), remark);
  const made = await readDocuments(named, flavour, tables, options, async (sql) => ({ rows: await ask('the SELECT for its documents', sql) }), remark);
  const found: Array<TableFound<Column>> = [];
  for (const fits of fitting) {
    const { table } = fits;
    const from = `(${fits.select(flavour, made.here)}\n) AS "${table.name}"`;
    const columns = await asked(place, named, `the SELECT for ${table.name}`, () => place.columnsOfSelect(`SELECT * FROM ${from}`));
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

/** The tables and columns that are there, and which of them may be read. A catalogue may not show what is denied. */
export function tablesOf(columns: readonly PlaceColumn[], denied: readonly Denied[] = [], wished: Columns = {}): Tables {
  const tables = new Map<string, Map<string, boolean>>();
  for (const { table, column, may } of columns) {
    tables.set(table, (tables.get(table) ?? new Map<string, boolean>()).set(column, may));
  }
  for (const { table, columns: hidden } of denied) {
    const known = tables.get(table) ?? new Map<string, boolean>();
    (hidden ?? wished[table]).forEach((column) => known.set(column, false));
    tables.set(table, known);
  }
  return tables;
}

/** Runs one of a layout’s own statements: where the database refuses it, the layout is at fault. */
async function asked<Column, Result>({ refusal }: LayoutPlace<Column>, { name }: Named, what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    const called = refusal(error);
    if (called === null) {
      throw error;
    }
    throw new SourceError(
      'schema',
      `The layout "${name}" does not fit this database: ${what} is refused (${called}).`,
      'The layout is at fault: report it with the version of the helpdesk. Grafana’s log has what the database says.',
      { cause: new Error(messageOf(error), { cause: error }) }
    );
  }
}
