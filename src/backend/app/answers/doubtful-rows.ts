import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import type { StoreLease } from '../../store/store';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import type { Instance } from '../instance';
import { onceALoad } from '../once-a-load';
import { rows, tickets } from './rows';

/** How many rows are left out, or tickets contradict themselves, and why, in a sentence. */
export function inDoubt(count: number, reason: string, isLeftOut: boolean): string {
  return isLeftOut ? `${rows(count)} left out: ${reason}.` : `${tickets(count)}: ${reason}.`;
}

/** What of the whole helpdesk is in no answer, and which tickets contradict themselves: a remark for each reason, those of most rows first. */
export const doubtfulRows: (instance: Instance, lease: StoreLease) => Promise<readonly Remark[]> = onceALoad(async (instance, lease) => {
  const table = await reader(
    instance,
    lease,
    OURSELVES
  )(sql`
    SELECT reason, is_left_out, ${dialect.double(raw('CASE WHEN is_left_out THEN count(*) ELSE count(DISTINCT ticket_ix) END'))} AS many
    FROM quality_row
    GROUP BY reason, is_left_out
    ORDER BY many DESC, reason`);
  const [reasons, left, many] = ['reason', 'is_left_out', 'many'].map((column) => table.column(column) ?? []);
  return Array.from({ length: table.rows }, (_, i): Remark => {
    const isLeftOut = Boolean(left[i]);
    return { kind: isLeftOut ? 'warning' : 'note', text: inDoubt(Number(many[i]), String(reasons[i]), isLeftOut) };
  });
});
