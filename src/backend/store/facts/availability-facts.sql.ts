import type { Build } from './build';
import { AHEAD } from './calendar-years';
import { cutAt } from './overlapping.sql';

/** status_fact (uncut), availability_fact (cut at the edges of working hours) and status_team. Bots are left out. */
export async function createAvailabilityFacts(build: Build): Promise<void> {
  const last = Number.MAX_SAFE_INTEGER;
  // a row laid over others has a number that none of them has
  const { over } = build.options;
  const before = over === undefined ? '' : ` + (SELECT coalesce(max(row_ix), 0) FROM ${over.facts}.status_fact)`;
  await build.create(
    'status_fact',
    `
    SELECT (row_number() OVER (ORDER BY from_at, agent_ix)${before})::INTEGER AS row_ix, agent_ix, status_ix, availability_ix, from_at, to_at
    FROM (
      SELECT a.ix AS agent_ix, coalesce(s.ix, 0)::INTEGER AS status_ix, v.ix AS availability_ix, r."from" AS from_at,
        -- a row ends at the earlier of its end and the agent's next row
        nullif(least(coalesce(r."to", ${last}), coalesce(lead(r."from") OVER (PARTITION BY a.ix ORDER BY r."from"), ${last})), ${last}) AS to_at
      FROM ${build.source('agent_status')} r
      JOIN ${build.target('dim_agent')} a ON a.id = r.agent_id AND NOT a.is_bot
      JOIN ${build.target('dim_availability')} v ON v.id = r.availability
      LEFT JOIN ${build.target('dim_agent_status')} s ON s.id = r.status)
    WHERE to_at IS NULL OR to_at > from_at
    ORDER BY from_at`
  );
  const status = build.target('status_fact');
  await build.create(
    'status_team',
    `
    SELECT DISTINCT f.row_ix, t.ix AS team_ix
    FROM ${status} f JOIN ${build.target('dim_agent')} a ON a.ix = f.agent_ix
    JOIN ${build.source('team_member')} m ON m.agent_id = a.id AND (m."from" IS NULL OR m."from" <= f.from_at) AND (m."to" IS NULL OR f.from_at < m."to")
    JOIN ${build.target('dim_team')} t ON t.id = m.team_id`
  );
  // a row is cut as far ahead as calendars are known in any case; the last piece of one that goes on goes on with it
  const horizon = build.options.nowMs + AHEAD;
  await build.create(
    'availability_fact',
    `
    WITH hours AS (SELECT f.*, a.calendar_ix FROM ${status} f JOIN ${build.target('dim_agent')} a ON a.ix = f.agent_ix),
    cut AS (SELECT *, least(coalesce(to_at, ${last}), greatest(from_at + 1, ${horizon})) AS until_at FROM hours WHERE calendar_ix > 0)
    SELECT row_ix, agent_ix, status_ix, availability_ix, piece_from AS from_at, CASE WHEN piece_until >= until_at THEN to_at ELSE piece_until END AS to_at,
      (CASE WHEN is_inside THEN 1 ELSE 2 END)::INTEGER AS in_hours
    FROM (${cutAt('calendar_ix', 'cut', `SELECT calendar_ix, start_at AS from_at, end_at AS until_at FROM ${build.intervals()}`)})
    UNION ALL
    SELECT row_ix, agent_ix, status_ix, availability_ix, from_at, to_at, 3 FROM hours WHERE calendar_ix = 0
    ORDER BY from_at`
  );
}
