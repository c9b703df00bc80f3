import type { Build } from './build';
import { overlapping } from './overlapping.sql';

/** Pieces of overlapping intervals per key united: a query of (key…, from_at, to_at) without overlaps. */
function united(key: string, rows: string): string {
  const last = Number.MAX_SAFE_INTEGER;
  return `
    SELECT ${key}, min(from_at) AS from_at, nullif(max(until_at), ${last}) AS to_at
    FROM (SELECT *, sum(begins) OVER (PARTITION BY ${key} ORDER BY from_at, until_at ROWS UNBOUNDED PRECEDING) AS island
      FROM (SELECT *, CASE WHEN from_at <= max(until_at) OVER (PARTITION BY ${key} ORDER BY from_at, until_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS begins
        FROM (SELECT *, coalesce(to_at, ${last}) AS until_at FROM (${rows})) WHERE until_at > from_at))
    GROUP BY ${key}, island`;
}

/**
 * hold_fact: who holds a chat session and when: from the first agent message its author, after a transfer the new owner.
 * load_fact: available and busy status rows, cut where the agent's work (a chat held, a waiting customer's ticket owned) begins or ends.
 */
export async function createLoadFacts(build: Build): Promise<void> {
  await build.create(
    'hold_fact',
    `
    SELECT agent_ix::INTEGER AS agent_ix, session_ix, excluded, from_at, to_at FROM (
      SELECT session_ix, excluded, agent_ix, "at" AS from_at, coalesce(lead("at") OVER (PARTITION BY session_ix ORDER BY "at", n), ended_at) AS to_at
      FROM (
        SELECT session_ix, excluded, author_ix AS agent_ix, first_agent_at AS "at", 0 AS n, ended_at FROM ${build.target('chat_fact')} WHERE first_agent_at IS NOT NULL
        UNION ALL
        SELECT c.session_ix, c.excluded, o.to_ix, o.at, o.n, c.ended_at FROM ${build.target('chat_fact')} c JOIN d_owner_change o
          ON o.ticket_ix = c.ticket_ix AND o.prev_ix > 0 AND o.to_ix > 0 AND o.prev_ix <> o.to_ix AND o.at > c.first_agent_at AND (c.ended_at IS NULL OR o.at < c.ended_at)))
    WHERE agent_ix IN (SELECT ix FROM ${build.target('dim_agent')} WHERE ix > 0 AND NOT is_bot) AND (to_at IS NULL OR to_at > from_at) ORDER BY from_at`
  );
  await build.temp(
    'd_owned',
    `
    SELECT w.ticket_ix, w.begins_at, w.ends_at, o.from_at, o.to_at, o.owner_ix FROM ${build.target('wait_fact')} w JOIN (
      SELECT ticket_ix, owner0_ix AS owner_ix, NULL::BIGINT AS from_at, owner_at AS to_at FROM d_ticket WHERE NOT is_complex
      UNION ALL SELECT ticket_ix, owner1_ix, owner_at, NULL FROM d_ticket WHERE NOT is_complex AND owner_at IS NOT NULL
      UNION ALL SELECT ticket_ix, owner_ix, from_at, to_at FROM d_span) o
      ON o.ticket_ix = w.ticket_ix AND o.owner_ix > 0 AND (o.from_at IS NULL OR w.ends_at IS NULL OR o.from_at < w.ends_at) 
        AND (o.to_at IS NULL OR o.to_at > w.begins_at)
    WHERE w.excluded = 0`
  );
  await build.temp(
    'd_work',
    united(
      'agent_ix',
      `
    SELECT agent_ix, from_at, to_at FROM ${build.target('hold_fact')} WHERE excluded = 0
    UNION ALL
    SELECT owner_ix, greatest(begins_at, coalesce(from_at, begins_at)), CASE WHEN ends_at IS NULL AND to_at IS NULL THEN NULL ELSE least(coalesce(ends_at, to_at), coalesce(to_at, ends_at)) END FROM d_owned`
    )
  );
  const last = Number.MAX_SAFE_INTEGER;
  await build.create(
    'load_fact',
    `
    WITH paid AS (SELECT *, coalesce(to_at, ${last}) AS until_at FROM ${build.target('status_fact')} WHERE availability_ix IN (SELECT ix FROM ${build.target('dim_availability')} WHERE id IN ('available', 'busy'))),
    work AS (
      SELECT row_ix, agent_ix, availability_ix, status_ix, greatest(from_at, other_from_at) AS from_at, least(until_at, other_until_at) AS until_at, until_at AS row_until
      FROM (${overlapping('agent_ix', 'paid', `SELECT agent_ix, from_at, coalesce(to_at, ${last}) AS until_at FROM d_work`)})),
    edge AS (
      SELECT row_ix, agent_ix, availability_ix, status_ix, from_at AS "at", until_at AS row_until FROM paid
      UNION ALL SELECT row_ix, agent_ix, availability_ix, status_ix, until_at, row_until FROM work),
    idle AS (
      SELECT e.row_ix, e.agent_ix, e.availability_ix, e.status_ix, e.at AS from_at, least(e.row_until, coalesce(n.from_at, e.row_until)) AS until_at
      FROM edge e ASOF LEFT JOIN work n ON n.row_ix = e.row_ix AND e.at <= n.from_at)
    SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, nullif(until_at, ${last}) AS to_at, has_work
    FROM (SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, until_at, true AS has_work FROM work UNION ALL SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, until_at, false FROM idle)
    WHERE until_at > from_at ORDER BY from_at`
  );
}
