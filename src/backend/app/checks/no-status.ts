import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import { tickets } from '../answers/rows';
import type { Check } from './check';

/** Tickets without a status where others have one: a word that a translation forgets becomes none, and nothing refuses that. */
export const noStatus: Check = async ({ ask }) => {
  const [found] = await ask(
    ['without', 'others', 'example'],
    sql`
      SELECT ${dialect.double(dialect.countIf(raw('f.status_ix = 0')))} AS without, ${dialect.double(dialect.countIf(raw('f.status_ix > 0')))} AS others,
        min(CASE WHEN f.status_ix = 0 THEN d.id END) AS example
      FROM ticket_fact f
      JOIN dim_ticket d ON d.ix = f.ticket_ix
      WHERE f.excluded = 0`
  );
  const [without, others] = [Number(found?.without ?? 0), Number(found?.others ?? 0)];
  return without === 0 || others === 0
    ? []
    : [
        {
          kind: 'suspicion',
          text: `${tickets(without)} without a status, while ${others.toLocaleString('en')} have one: a translation may have forgotten a word.`,
          example: `ticket "${String(found.example)}"`,
          mend: "End each translation of words with ELSE CONCAT('not translated: ', status) END: then the word is named, instead of becoming none.",
        },
      ];
};
