import { sql } from '../../query/sql';
import type { StoreLease } from '../../store/store';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { rowsOf } from '../access/rows-of';
import type { Instance } from '../instance';
import { onceALoad } from '../once-a-load';

/** A key that tickets have in their own attributes. */
export interface CustomField {
  readonly key: string;
  /** How many different values it has. */
  readonly values: number;
  /** Whether it can be asked for: at most so many fields of at most so many values can. */
  readonly isOffered: boolean;
}

/** The custom fields of the leased facts: those that are offered, and some that are not. */
export const customFields: (instance: Instance, lease: StoreLease) => Promise<readonly CustomField[]> = onceALoad(async (instance, lease) => {
  // of all that is read only names of fields are told, and surveys have none; no caller's signal: whoever comes meanwhile waits for the same read, also where the first one leaves
  const table = await reader(instance, lease, OURSELVES)(sql`SELECT id, value_count, is_offered FROM dim_custom_field WHERE ix > 0 ORDER BY id`);
  return rowsOf(table, ['id', 'value_count', 'is_offered']).map((row) => ({
    key: String(row.id),
    values: Number(row.value_count),
    isOffered: Boolean(row.is_offered),
  }));
});
