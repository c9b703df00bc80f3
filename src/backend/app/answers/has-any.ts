import type { Sql } from '../../query/sql';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { onceALoad } from '../once-a-load';

/** Whether a statement has any row at all, asked once a load. No caller's signal: whoever comes meanwhile waits for the same read, also where the first one leaves. */
export const hasAny = onceALoad(async (instance, lease, any: Sql) => (await reader(instance, lease, OURSELVES)(any)).rows > 0);
