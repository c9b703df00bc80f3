import type { Remark } from '../source';
import type { Tables } from './fit';
import type { Flavour } from './flavour';
import type { DocumentRow, Here, HelpdeskLayout, LayoutOptions, Named } from './layout';

/** What a layout’s SELECTs are made from, in one database. */
export interface Made {
  readonly here: Here;
  /** The statements whose answers they are made from: where one answers otherwise, they are to be made anew. */
  readonly of: readonly string[];
}

/** Runs a SELECT in the helpdesk’s database. */
type Ask = (sql: string) => Promise<{ readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>> }>;

/** Reads the documents of a layout, and says what of them cannot be read. */
export async function readDocuments(
  { name, layout }: Named<HelpdeskLayout>,
  sql: Flavour,
  tables: Tables,
  options: LayoutOptions,
  ask: Ask,
  remark: (remark: Remark) => void
): Promise<Made> {
  const read = new Map<string, readonly DocumentRow[]>();
  const of: string[] = [];
  const given: Omit<Here, 'documents'> = {
    has: (table, column) => tables.get(table)?.get(column) === true,
    columns: (table) => [...(tables.get(table) ?? [])].flatMap(([column, may]) => (may ? [column] : [])),
    option: (option) => sql.literal(options[option]),
  };
  for (const [which, { select }] of Object.entries(layout.documents ?? {})) {
    const statement = select(sql, given);
    const { rows } = await ask(statement);
    read.set(which, rows.map(asTexts));
    of.push(statement);
  }
  const here: Here = {
    ...given,
    documents(which) {
      const rows = read.get(which);
      if (rows === undefined) {
        throw new Error(`The layout "${name}" has no documents "${which}".`);
      }
      return rows;
    },
  };
  for (const text of layout.doubts?.(here, sql) ?? []) {
    remark({ kind: 'warning', text });
  }
  return { here, of };
}

/** Drivers know numbers and booleans, each in its own way: a layout that wants more than texts casts them. */
function asTexts(row: Readonly<Record<string, unknown>>): DocumentRow {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, value === null || value === undefined ? null : String(value)]));
}
