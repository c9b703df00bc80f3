import { compileDropped, compileOrphans } from '../../query/ask/left-out';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import { inDoubt } from '../checks/contradictions';
import { hasAny } from './has-any';
import { rarelyLeftOut } from './rarely-left-out';
import type { Reading } from './request';
import { rows } from './rows';

/** Rows left out of the answer, and tickets whose rows contradict each other, said so where they are not rare. */
export async function leftOut({ instance, lease, read }: Reading, planned: Plan): Promise<Notice[]> {
  const [dropped, orphans] = [compileDropped(planned), compileOrphans(planned)];
  const [left, missing] = await Promise.all(
    [dropped, orphans].map(async (ask) => (ask !== null && (await hasAny(instance, lease, ask.any)) ? read(ask.statement) : null))
  );
  const notices: Notice[] = [];
  for (let i = 0; dropped && i < (left?.rows ?? 0); i++) {
    const count = Number(left?.column('dropped')?.[i]);
    if (count > 0) {
      notices.push({ severity: 'warning', text: dropped.notice(rows(count), String(left?.column('value')?.[i] ?? '')) });
    }
  }
  const rare = missing && missing.rows > 0 ? await rarelyLeftOut(instance, lease) : null;
  for (let i = 0; i < (missing?.rows ?? 0); i++) {
    const [many, reason] = [Number(missing?.column('rows')?.[i]), String(missing?.column('reason')?.[i])];
    const isLeftOut = Boolean(missing?.column('is_left_out')?.[i]);
    if (!rare?.has(reason)) {
      notices.push({ severity: isLeftOut ? 'warning' : 'info', text: inDoubt(many, reason, isLeftOut) });
    }
  }
  return notices;
}
