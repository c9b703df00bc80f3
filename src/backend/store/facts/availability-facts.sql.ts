import type { Build } from './build';
import { AHEAD } from './calendar-years';
import { overlapping } from './overlapping.sql';

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
    cut AS (SELECT *, least(coalesce(to_at, ${last}), greatest(from_at + 1, ${horizon})) AS until_at FROM hours WHERE calendar_ix > 0),
    inside AS (
      SELECT row_ix, agent_ix, status_ix, availability_ix, greatest(from_at, other_from_at) AS from_at, least(until_at, other_until_at) AS to_at, 1 AS in_hours
      FROM (${overlapping('calendar_ix', 'cut', `SELECT calendar_ix, start_at AS from_at, end_at AS until_at FROM ${build.standing('calendar_interval')}`)})),
    -- what lies between the pieces inside: from the row's start or a piece's end to the next piece's start or the row's end
    edge AS (
      SELECT row_ix, agent_ix, status_ix, availability_ix, from_at AS "at", until_at FROM cut
      UNION ALL SELECT i.row_ix, i.agent_ix, i.status_ix, i.availability_ix, i.to_at, c.until_at FROM inside i JOIN cut c USING (row_ix)),
    outside AS (
      SELECT e.row_ix, e.agent_ix, e.status_ix, e.availability_ix, e.at AS from_at, least(e.until_at, coalesce(n.from_at, e.until_at)) AS to_at, 2 AS in_hours
      FROM edge e ASOF LEFT JOIN inside n ON n.row_ix = e.row_ix AND e.at <= n.from_at)
    SELECT row_ix, agent_ix, status_ix, availability_ix, from_at, CASE WHEN p.to_at >= c.until_at THEN c.to_at ELSE p.to_at END AS to_at, in_hours::INTEGER AS in_hours
    FROM (SELECT * FROM inside UNION ALL SELECT * FROM outside) p JOIN (SELECT row_ix AS r, until_at, to_at FROM cut) c ON c.r = p.row_ix
    WHERE p.to_at > p.from_at
    UNION ALL
    SELECT row_ix, agent_ix, status_ix, availability_ix, from_at, to_at, 3 FROM hours WHERE calendar_ix = 0
    ORDER BY from_at`
  );
}
