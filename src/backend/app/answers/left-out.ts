import { compileDropped, compileOrphans } from '../../query/ask/left-out';
import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { Reading } from './request';
import { rows } from './rows';

/** Rows left out of the answer, said so. */
export async function leftOut({ read }: Reading, planned: Plan): Promise<Notice[]> {
  const [dropped, orphans] = [compileDropped(planned), compileOrphans(planned)];
  const [left, missing] = await Promise.all([dropped && read(dropped.statement), orphans && read(orphans)]);
  const notices: Notice[] = [];
  for (let i = 0; dropped && i < (left?.rows ?? 0); i++) {
    const count = Number(left?.column('dropped')?.[i]);
    if (count > 0) {
      notices.push({ severity: 'warning', text: dropped.notice(rows(count), String(left?.column('value')?.[i] ?? '')) });
    }
  }
  for (let i = 0; i < (missing?.rows ?? 0); i++) {
    notices.push({ severity: 'warning', text: `${rows(Number(missing?.column('rows')?.[i]))} left out: ${String(missing?.column('reason')?.[i])}.` });
  }
  return notices;
}
