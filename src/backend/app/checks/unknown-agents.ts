import { dialect } from '../../query/dialect';
import { raw, sql } from '../../query/sql';
import type { Check } from './check';

/** How many are named. */
const NAMED = 5;

/** People that rows name as agents and the helpdesk does not have: they are shown by their ids, and nobody knows whether they are bots. */
export const unknownAgents: Check = async ({ ask, meta }) => {
  // without any agent at all the table is missing, which is said as such
  if (!meta.tableRows.agent) {
    return [];
  }
  const found = await ask(
    ['id', 'messages'],
    sql`
    SELECT d.id, ${dialect.double(raw('count(m.author_ix)'))} AS messages
    FROM dim_agent d
    LEFT JOIN message_fact m ON m.author_ix = d.ix AND m.direction = 1
    WHERE d.ix > 0 AND NOT d.is_known
    GROUP BY d.id
    ORDER BY messages DESC, d.id`
  );
  if (found.length === 0) {
    return [];
  }
  const names = found.slice(0, NAMED).map(({ id, messages }) => `"${String(id)}" (${Number(messages).toLocaleString('en')} messages)`);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  return [
    {
      kind: 'suspicion',
      text: `${found.length === 1 ? '1 agent is' : `${found.length.toLocaleString('en')} agents are`} named by rows and not in agent: ${names.join(', ')}${more}.`,
      example: `agent "${String(found[0].id)}"`,
      mend: 'Give agent everybody who ever owned a ticket or wrote, those who left with active = false; an id that means nobody belongs into the setting unassignedIds.',
    },
  ];
};
