import type { Columns } from '../../layouts/layout';
import { SourceError } from '../../source';
import type { Catalogue } from './catalogue';
import { identifier } from './flavour';

/** What a user lacks the right to: a whole table, or some of its columns. */
interface Denied {
  readonly table: string;
  /** null = all. */
  readonly columns: readonly string[] | null;
}

/**
 * Throws a SourceError where the user may not read something that is needed: it names at once what of that, and of what is wished for besides,
 * the user may not read, with the statements that give the rights. What is not there at all is not its affair.
 */
export function checkGrants(catalogue: Catalogue, needed: Columns, wished: Columns = {}): void {
  if (catalogue.mayLook && deniedOf(catalogue, needed).length === 0) {
    return;
  }
  const both = Object.keys({ ...needed, ...wished }).map((table) => [table, [...(needed[table] ?? []), ...(wished[table] ?? [])]] as const);
  const denied = deniedOf(catalogue, Object.fromEntries(both));
  const whole = denied.filter(({ columns }) => columns === null).map(({ table }) => `"${table}"`);
  const deeds = [
    ...(catalogue.mayLook ? [] : [`look into the schema "${catalogue.schema}"`]),
    ...(whole.length > 0 ? [`read the table${whole.length === 1 ? '' : 's'} ${whole.join(', ')}`] : []),
    ...denied.flatMap(({ table, columns }) => (columns === null ? [] : [`read ${columns.map((column) => `"${column}"`).join(', ')} of the table "${table}"`])),
  ];
  throw new SourceError('auth', `The user may not ${deeds.join(', nor ')}.`, `As the owner of the tables, run: ${grants(catalogue, denied).join(' ')}`);
}

/** The statements that give the user the right to what it may not read of some columns; empty where it may read all. */
export function missingGrants(catalogue: Catalogue, wanted: Columns): string[] {
  return grants({ ...catalogue, mayLook: true }, deniedOf(catalogue, wanted));
}

function deniedOf({ rows }: Catalogue, wanted: Columns): Denied[] {
  return Object.entries(wanted).flatMap(([table, columns]): Denied[] => {
    const there = rows.filter((row) => row.table === table);
    const lacking = there.filter(({ column, may }) => !may && columns.includes(column)).map(({ column }) => column);
    return lacking.length === 0 ? [] : [{ table, columns: there.some(({ may }) => may) ? lacking : null }];
  });
}

function grants({ schema, user, mayLook }: Catalogue, denied: readonly Denied[]): string[] {
  const name = (table: string): string => `${identifier(schema)}.${identifier(table)}`;
  const whole = denied.filter(({ columns }) => columns === null).map(({ table }) => name(table));
  const given = [
    ...(mayLook ? [] : [`USAGE ON SCHEMA ${identifier(schema)}`]),
    ...(whole.length > 0 ? [`SELECT ON ${whole.join(', ')}`] : []),
    ...denied.flatMap(({ table, columns }) => (columns === null ? [] : [`SELECT (${columns.map(identifier).join(', ')}) ON ${name(table)}`])),
  ];
  return given.map((what) => `GRANT ${what} TO ${identifier(user)};`);
}
