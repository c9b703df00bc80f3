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
  const count = Number(left?.column('dropped')?.[0] ?? 0);
  if (dropped && count > 0) {
    notices.push({ severity: 'warning', text: `${rows(count)} left out: ${dropped.why}.` });
  }
  for (let i = 0; i < (missing?.rows ?? 0); i++) {
    notices.push({ severity: 'warning', text: `${rows(Number(missing?.column('rows')?.[i]))} left out: ${String(missing?.column('reason')?.[i])}.` });
  }
  return notices;
}
