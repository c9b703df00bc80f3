import { compileDropped, compileOrphans } from '../../query/ask/left-out';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import { rowsOf } from '../access/rows-of';
import { inDoubt } from '../checks/contradictions';
import { countOrphans } from './count-orphans';
import { hasAny } from './has-any';
import { rarelyLeftOut } from './rarely-left-out';
import type { Reading } from './request';
import { rows } from './rows';

/** One row left out of so many of the answer is worth no warning. */
const RARE = 1_000;

/** Rows left out of the answer, and tickets whose rows contradict each other, said so where they are not rare: `counted` tells how many rows the answer has. */
export async function leftOut(reading: Reading, planned: Plan, counted: () => Promise<number>): Promise<Notice[]> {
  const { instance, lease, read } = reading;
  const [dropped, orphans] = [compileDropped(planned), compileOrphans(planned)];
  const [left, missing] = await Promise.all([
    dropped !== null && (await hasAny(instance, lease, dropped.any)) ? read(dropped.statement) : null,
    orphans === null ? [] : countOrphans(reading, orphans),
  ]);
  const notices: Notice[] = [];
  for (const { dropped: count, value } of left ? rowsOf(left, ['dropped', 'value']) : []) {
    if (dropped && Number(count) > 0) {
      const isRare = Number(count) * RARE < (await counted());
      notices.push({ severity: isRare ? 'info' : 'warning', text: dropped.notice(rows(Number(count)), String(value ?? '')) });
    }
  }
  const rare = missing.length > 0 ? await rarelyLeftOut(instance, lease) : null;
  for (const { reason, isLeftOut, many } of missing.filter((one) => !rare?.has(one.reason))) {
    notices.push({ severity: isLeftOut ? 'warning' : 'info', text: inDoubt(many, reason, isLeftOut) });
  }
  return notices;
}
