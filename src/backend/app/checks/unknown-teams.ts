import { raw, sql } from '../../query/sql';
import type { Check } from './check';

/** How many are named. */
const NAMED = 5;

/** Teams that rows name and the helpdesk does not have: the history may call by a name what tickets call by a number. */
export const unknownTeams: Check = async ({ ask, meta }) => {
  // without any team at all the table is missing, which is said as such
  if (!meta.tableRows.team) {
    return [];
  }
  const found = await ask(['id'], sql`SELECT id FROM dim_team WHERE ${raw('ix > 0 AND NOT is_known')} ORDER BY id`);
  if (found.length === 0) {
    return [];
  }
  const names = found.slice(0, NAMED).map(({ id }) => `"${String(id)}"`);
  const more = found.length > NAMED ? ` and ${found.length - NAMED} more` : '';
  return [
    {
      kind: 'suspicion',
      text: `${found.length === 1 ? '1 team is' : `${found.length.toLocaleString('en')} teams are`} named by rows and not in team: ${names.join(', ')}${more}.`,
      example: `team "${String(found[0].id)}"`,
      mend: 'Give each team the id that stands in team, in events too: (SELECT id FROM teams WHERE name = became); and give team those that are gone.',
    },
  ];
};
