import type { AskOrphans } from '../../query/ask/left-out';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { rowsOf } from '../access/rows-of';
import { onceALoad } from '../once-a-load';
import type { Reading } from './request';

/** How many rows or tickets an answer lacks or doubts, for one reason. */
interface Orphans {
  readonly reason: string;
  readonly isLeftOut: boolean;
  readonly many: number;
}

/** So many are counted here. */
const MOST_KEPT = 10_000;

/** A row or ticket that an answer may lack or doubt: when, and why. */
type Orphan = Pick<Orphans, 'reason' | 'isLeftOut'> & { readonly at: number };

/** Those of any range, read once a load; null where they are many. */
const few = onceALoad(async (instance, lease, all: AskOrphans['all']): Promise<readonly Orphan[] | null> => {
  const table = await reader(instance, lease, OURSELVES)(all, MOST_KEPT);
  return table.isCut ? null : rowsOf(table, ['reason', 'is_left_out', 'at']).map((row) => ({ ...whyOf(row), at: Number(row.at) }));
});

/** Counts an answer's by reason: few ones here, as a statement costs as much as a small answer does. */
export async function countOrphans(
  { instance, lease, read }: Pick<Reading, 'instance' | 'lease' | 'read'>,
  { all, from, until, statement }: AskOrphans
): Promise<Orphans[]> {
  const kept = await few(instance, lease, all);
  return kept === null
    ? rowsOf(await read(statement), ['reason', 'is_left_out', 'rows']).map((row) => ({ ...whyOf(row), many: Number(row.rows) }))
    : counted(kept.filter(({ at }) => at >= from && at < until));
}

function whyOf({ reason, is_left_out: isLeftOut }: Readonly<Record<'reason' | 'is_left_out', unknown>>): Pick<Orphans, 'reason' | 'isLeftOut'> {
  return { reason: String(reason), isLeftOut: Boolean(isLeftOut) };
}

function counted(orphans: readonly Orphan[]): Orphans[] {
  const by = new Map<string, Orphans>();
  for (const { reason, isLeftOut } of orphans) {
    const key = `${isLeftOut} ${reason}`;
    by.set(key, { reason, isLeftOut, many: (by.get(key)?.many ?? 0) + 1 });
  }
  return [...by.values()].sort((a, b) => (a.reason < b.reason ? -1 : 1));
}
