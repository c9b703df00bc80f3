import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Notice } from '../../query/validate';
import { OURSELVES } from '../access/caller';
import { reader } from '../access/reader';
import { rowsOf } from '../access/rows-of';
import { inDoubt } from '../checks/contradictions';
import { onceALoad } from '../once-a-load';

/** Of this many rows of its table one that is left out, and of this many tickets one that is in doubt, is too rare to be said of every answer. */
const [LEFT_OUT, IN_DOUBT] = [1_000, 100];

/** What is in no answer, or in doubt, of so few rows of the whole helpdesk that it is said beside the data’s age alone: by reason, with the table that it is of, once a load. */
export const rarelyLeftOut = onceALoad(async (instance, lease): Promise<ReadonlyMap<string, Notice & { readonly source: string }>> => {
  const read = reader(instance, lease, OURSELVES);
  const found = await read(sql`
    SELECT reason, source, is_left_out, ${dialect.double(raw('CASE WHEN is_left_out THEN count(*) ELSE count(DISTINCT ticket_ix) END'))} AS many
    FROM quality_row
    GROUP BY reason, source, is_left_out
    ORDER BY reason`);
  const rare = new Map<string, Notice & { readonly source: string }>();
  for (const row of rowsOf(found, ['reason', 'source', 'is_left_out', 'many'])) {
    const [reason, source, many, isLeftOut] = [String(row.reason), String(row.source), Number(row.many), Boolean(row.is_left_out)];
    const all = lease.meta.tableRows[isLeftOut ? source : 'ticket'] ?? 0;
    if (many * (isLeftOut ? LEFT_OUT : IN_DOUBT) < all) {
      rare.set(reason, { severity: 'info', text: inDoubt(many, reason, isLeftOut), source });
    }
  }
  return rare;
});
