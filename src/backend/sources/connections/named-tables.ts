import { CANONICAL_TABLES, type CanonicalTable, type TableName } from '../../canonical/tables';
import type { DatabaseTable } from './tables/database-table';

/** Which canonical tables are not where the layout has them. */
export interface Elsewhere {
  /** Those that come from another source. */
  readonly without?: readonly TableName[];
  /** Those that are another table or view of the database, its schema before a dot where it is not the settings'. */
  readonly named?: { readonly [Table in TableName]?: string };
}

/** The tables that were found without those that come from elsewhere, and with those that are named in their place, in the canonical order. */
export async function withNamed<Found extends DatabaseTable>(
  found: readonly Found[],
  { without = [], named = {} }: Elsewhere,
  find: (table: CanonicalTable, name: string) => Promise<Found>
): Promise<readonly Found[]> {
  const all: Found[] = [];
  for (const table of CANONICAL_TABLES) {
    const name = named[table.name];
    if (name !== undefined) {
      all.push(await find(table, name));
    } else if (!without.includes(table.name)) {
      all.push(...found.filter((one) => one.table.name === table.name));
    }
  }
  return all;
}
