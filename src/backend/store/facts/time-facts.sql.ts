import { ownerAt, spanJoin, ticketColumns } from './at-instant.sql';
import type { Build } from './build';
import { lookUp } from './dictionaries.sql';

/** time_fact: one row an entry of time spent. */
export async function createTimeFact(build: Build): Promise<void> {
  await build.create(
    'time_fact',
    `
    SELECT ${ticketColumns(ownerAt('e.at'))}, e.at AS spent_at, coalesce(a.ix, 0)::INTEGER AS agent_ix, coalesce(y.ix, 0)::INTEGER AS activity_ix,
      e.seconds::DOUBLE AS spent_s
    FROM ${build.source('time_entry')} e
    JOIN ${build.target('dim_ticket')} d ON d.id = e.ticket_id
    JOIN d_ticket t ON t.ticket_ix = d.ix
    ${spanJoin('e.at')}
    ${lookUp(build, 'agent', 'a', 'e.agent_id')}
    ${lookUp(build, 'activity', 'y', 'e.activity')}
    ORDER BY e.at`
  );
}
