import type { AskOrphans } from '../../query/ask/left-out';
import type { ResultTable } from '../../query/answer/series';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
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

/** Those of any range, read once a load; null where they are many. */
const few = onceALoad(async (instance, lease, all: AskOrphans['all']) => {
  const table = await reader(instance, lease, OURSELVES)(all, MOST_KEPT);
  return table.isCut ? null : table;
});

/** Counts an answer's by reason: few ones here, as a statement costs as much as a small answer does. */
export async function countOrphans(
  { instance, lease, read }: Pick<Reading, 'instance' | 'lease' | 'read'>,
  { all, from, until, statement }: AskOrphans
): Promise<Orphans[]> {
  const kept = await few(instance, lease, all);
  return kept === null ? told(await read(statement)) : counted(kept, from, until);
}

function told({ rows, column }: ResultTable): Orphans[] {
  return Array.from({ length: rows }, (_, i) => ({
    reason: String(column('reason')?.[i]),
    isLeftOut: Boolean(column('is_left_out')?.[i]),
    many: Number(column('rows')?.[i]),
  }));
}

function counted({ rows, column }: ResultTable, from: number, until: number): Orphans[] {
  const [at, reason, isLeftOut] = [column('at'), column('reason'), column('is_left_out')];
  const by = new Map<string, Orphans>();
  for (let i = 0; i < rows; i++) {
    const when = Number(at?.[i]);
    if (when >= from && when < until) {
      const key = JSON.stringify([reason?.[i], isLeftOut?.[i]]);
      by.set(key, { reason: String(reason?.[i]), isLeftOut: Boolean(isLeftOut?.[i]), many: (by.get(key)?.many ?? 0) + 1 });
    }
  }
  return [...by.values()].sort((a, b) => (a.reason < b.reason ? -1 : 1));
}
