import type { Plan } from '../../query/plan';
import type { Notice } from '../../query/validate';
import type { StoreMeta } from '../../store/store';
import { type Caller, isAdministrator } from '../access/caller';

/** What an administrator is told of files that no table is read from, and of columns that nobody reads in the tables that a metric needs. */
export function unusedNotices({ metric }: Pick<Plan, 'metric'>, { remarks }: Pick<StoreMeta, 'remarks'>, caller: Caller): Notice[] {
  const needed: readonly string[] = ['ticket', ...metric.needs];
  const told = isAdministrator(caller) && !caller.alert ? remarks.filter(({ kind, table }) => kind === 'unused' && (!table || needed.includes(table))) : [];
  return told.map(({ text }) => ({ severity: 'info', text }));
}
