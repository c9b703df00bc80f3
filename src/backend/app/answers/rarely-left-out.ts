import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { inDoubt } from '../checks/contradictions';
import { onceALoad } from '../once-a-load';

/** Of this many rows of its table one that is left out, and of this many tickets one that is in doubt, is too rare to be said of every answer. */
const [LEFT_OUT, IN_DOUBT] = [1_000, 100];

/** What is in no answer, or in doubt, of so few rows of the whole helpdesk that it is said beside the data’s age alone: by reason, with the table that it is of, once a load. */
export const rarelyLeftOut = onceALoad(async (instance, lease): Promise<ReadonlyMap<string, Notice & { readonly source: string }>> => {
  const found = await reader(
    instance,
    lease,
    OURSELVES
  )(sql`
    SELECT reason, source, is_left_out, ${dialect.double(raw('CASE WHEN is_left_out THEN count(*) ELSE count(DISTINCT ticket_ix) END'))} AS many
    FROM quality_row
    GROUP BY reason, source, is_left_out
    ORDER BY reason`);
  const cell = (column: string, row: number) => found.column(column)?.[row];
  const rare = new Map<string, Notice & { readonly source: string }>();
  for (let row = 0; row < found.rows; row++) {
    const [reason, source, many, isLeftOut] = [String(cell('reason', row)), String(cell('source', row)), Number(cell('many', row)), cell('is_left_out', row)];
    const all = lease.meta.tableRows[isLeftOut ? source : 'ticket'] ?? 0;
    if (many * (isLeftOut ? LEFT_OUT : IN_DOUBT) < all) {
      rare.set(reason, { severity: 'info', text: inDoubt(many, reason, Boolean(isLeftOut)), source });
    }
  }
  return rare;
});
