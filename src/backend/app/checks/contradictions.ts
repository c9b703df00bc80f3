import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Remark } from '../../sources/source';
import { rows, tickets } from '../answers/rows';
import type { Check } from './check';
import { mendOf } from './mends';

/** How many rows are left out, or tickets contradict themselves, and why, in a sentence. */
export function inDoubt(count: number, reason: string, isLeftOut: boolean): string {
  return isLeftOut ? `${rows(count)} left out: ${reason}.` : `${tickets(count)}: ${reason}.`;
}

/** What of the whole helpdesk is in no answer, and which tickets contradict themselves: a remark for each reason, those of most rows first. */
export const contradictions: Check = async ({ ask }) => {
  const found = await ask(
    ['reason', 'source', 'is_left_out', 'many', 'example'],
    sql`
    SELECT reason, source, is_left_out, ${dialect.double(raw('CASE WHEN is_left_out THEN count(*) ELSE count(DISTINCT ticket_ix) END'))} AS many, min(whose) AS example
    FROM quality_row
    GROUP BY reason, source, is_left_out
    ORDER BY many DESC, reason, source`
  );
  return found.map(({ reason, source, is_left_out, many, example }): Remark => {
    const mend = mendOf(String(reason));
    return {
      kind: 'contradiction',
      text: inDoubt(Number(many), String(reason), Boolean(is_left_out)),
      ...(typeof example === 'string' ? { example: example.replace(/^(\w+):(.*)$/s, '$1 "$2"') } : {}),
      ...(mend === undefined ? {} : { mend }),
      ...(is_left_out ? { leftOut: { table: String(source), rows: Number(many), reason: String(reason) } } : {}),
    };
  });
};
