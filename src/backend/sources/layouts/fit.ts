import { CANONICAL_TABLES, type CanonicalTable } from '../../canonical/tables';
import { told } from '../../../shared/echo';
import { suggestion } from '../../../shared/nearest';
import { type Remark, SourceError } from '../source';
import type { Flavour } from './flavour';
import type { Columns, Here, HelpdeskLayout, Named } from './layout';

/** The tables and columns that a connection found, and of each column whether the user may read it. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** A canonical table that a layout can fill here. */
export interface Fitting {
  readonly table: CanonicalTable;
  readonly select: (sql: Flavour, here: Here) => string;
  readonly without: Readonly<Partial<Record<string, string>>>;
}

/** The canonical tables that a layout fills from the tables that are there, and what it leaves empty. Throws a SourceError that names what it needs and does not find. */
export function fit(named: Named<HelpdeskLayout>, tables: Tables): { readonly fitting: readonly Fitting[]; readonly remarks: readonly Remark[] } {
  const fitting: Fitting[] = [];
  const remarks: Remark[] = [];
  const faults: SourceError[] = [];
  const lacks = (table: CanonicalTable, text: string): void =>
    void remarks.push({ kind: 'lack', text: `The layout "${named.name}" ${text}.`, table: table.name });
  for (const table of CANONICAL_TABLES) {
    const from = named.layout.tables[table.name];
    if ('none' in from) {
      lacks(table, `has nothing for ${table.name}: ${from.none}`);
      continue;
    }
    const missing = missingOf(named, from.reads, tables);
    if (missing.length > 0 && from.optional !== undefined) {
      lacks(table, `finds nothing for ${table.name} here: ${missing.some(({ category }) => category === 'auth') ? 'the user may not read it' : from.optional}`);
      continue;
    }
    faults.push(...missing);
    fitting.push({ table, select: from.select, without: from.without ?? {} });
  }
  for (const { reads } of [...Object.values(named.layout.values ?? {}), ...Object.values(named.layout.documents ?? {})]) {
    faults.push(...missingOf(named, reads, tables));
  }
  throwIfAny(faults);
  remarks.push(...(named.layout.untold ?? []).map((text): Remark => ({ kind: 'lack', text: `The layout "${named.name}" cannot tell ${text}.` })));
  return { fitting, remarks };
}

/** What a layout reads and does not find, or may not read, one SourceError each. */
export function missingOf({ name, layout }: Named<HelpdeskLayout>, reads: Columns, tables: Tables): SourceError[] {
  return Object.entries(reads).flatMap(([table, columns]) => {
    const found = tables.get(table);
    if (found === undefined) {
      return [schemaFault(`The layout "${name}" needs the table "${table}", which is not there.${suggestion(table, [...tables.keys()])}`, layout.label)];
    }
    return columns.flatMap((column) => {
      switch (found.get(column)) {
        case true:
          return [];
        case false:
          return [
            new SourceError(
              'auth',
              `The user may not read "${column}" of the table "${table}", which the layout "${name}" needs.`,
              'GRANT SELECT on it to the user.'
            ),
          ];
        case undefined:
          return [
            schemaFault(
              `The layout "${name}" needs the column "${column}" of the table "${table}", which is not there.${suggestion(column, [...found.keys()])}`,
              layout.label
            ),
          ];
      }
    });
  });
}

function schemaFault(message: string, label: string): SourceError {
  return new SourceError(
    'schema',
    message,
    `The tables of ${label} are expected, as it makes them itself: check the database, the schema and the layout in the data source’s settings.`
  );
}

/** What the columns of a layout’s SELECT leave empty; null where nothing. Throws a SourceError where it gives a column that is none. */
export function columnsRemark({ name }: Named, { table, without }: Fitting, given: readonly string[]): Remark | null {
  const known = table.columns.map((column) => column.name);
  const odd = given.find((column) => !known.includes(column));
  if (odd !== undefined) {
    throw new SourceError('schema', `The layout "${name}" names a column "${odd}" of ${table.name}, which has none of that name.${suggestion(odd, known)}`);
  }
  const lacking = known.filter((column) => !given.includes(column));
  const said = lacking.map((column) => (column in without ? `${column} (${without[column]})` : column));
  return lacking.length === 0 ? null : { kind: 'lack', text: `The layout "${name}" does not fill ${table.name}: ${said.join(', ')}.`, table: table.name };
}

/** What is missing from several tables, as one: two canonical tables may miss the same. */
function throwIfAny(faults: readonly SourceError[]): void {
  if (faults.length > 0) {
    const [{ category, hint }] = faults;
    throw new SourceError(
      category,
      told([...new Set(faults.map(({ message }) => message))], (message) => message),
      hint
    );
  }
}
