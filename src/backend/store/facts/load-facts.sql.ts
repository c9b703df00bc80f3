import { AFTER_ALL, type Build } from './build';
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

/** hold_fact: who holds a chat session and when: from the first agent message its author, after a transfer the new owner. */
export async function createHoldFact(build: Build): Promise<void> {
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
}

/** Where the work of agents is found, as tables or queries of the columns of the facts. */
export interface WorkSources {
  readonly hold_fact: string;
  readonly wait_fact: string;
  readonly owner_span: string;
}

/** When agents had work, a query of (agent_ix, from_at, to_at): a chat held, a waiting customer's ticket owned; to_at null = still. Pieces may overlap. */
export function workPieces({ hold_fact, wait_fact, owner_span }: WorkSources): string {
  return `
    SELECT agent_ix, from_at, to_at FROM ${hold_fact} WHERE excluded = 0
    UNION ALL
    SELECT o.owner_ix, greatest(w.begins_at, o.from_at), nullif(least(coalesce(w.ends_at, ${AFTER_ALL}), o.to_at), ${AFTER_ALL})
    FROM ${wait_fact} w
    JOIN ${owner_span} o ON o.ticket_ix = w.ticket_ix AND o.owner_ix > 0 AND o.from_at < coalesce(w.ends_at, ${AFTER_ALL}) AND o.to_at > w.begins_at
    WHERE w.excluded = 0`;
}

/** A query of load_fact: available and busy rows of status_fact, cut where the agent's work begins or ends. `pieces` is a query of when that was. */
export function loadOf(build: Build, status: string, pieces: string): string {
  const last = AFTER_ALL;
  return `
    WITH paid AS (SELECT *, coalesce(to_at, ${last}) AS until_at FROM ${status} WHERE availability_ix IN (SELECT ix FROM ${build.standing('dim_availability')} WHERE id IN ('available', 'busy'))),
    whole AS (${united('agent_ix', pieces)}),
    work AS (
      SELECT row_ix, agent_ix, availability_ix, status_ix, greatest(from_at, other_from_at) AS from_at, least(until_at, other_until_at) AS until_at, until_at AS row_until
      FROM (${overlapping('agent_ix', 'paid', `SELECT agent_ix, from_at, coalesce(to_at, ${last}) AS until_at FROM whole`)})),
    edge AS (
      SELECT row_ix, agent_ix, availability_ix, status_ix, from_at AS "at", until_at AS row_until FROM paid
      UNION ALL SELECT row_ix, agent_ix, availability_ix, status_ix, until_at, row_until FROM work),
    idle AS (
      SELECT e.row_ix, e.agent_ix, e.availability_ix, e.status_ix, e.at AS from_at, least(e.row_until, coalesce(n.from_at, e.row_until)) AS until_at
      FROM edge e ASOF LEFT JOIN work n ON n.row_ix = e.row_ix AND e.at <= n.from_at)
    SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, nullif(until_at, ${last}) AS to_at, has_work
    FROM (SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, until_at, true AS has_work FROM work UNION ALL SELECT row_ix, agent_ix, availability_ix, status_ix, from_at, until_at, false FROM idle)
    WHERE until_at > from_at ORDER BY from_at`;
}

/** load_fact of all agents. */
export async function createLoadFact(build: Build): Promise<void> {
  const [hold_fact, wait_fact, owner_span] = ['hold_fact', 'wait_fact', 'owner_span'].map((table) => build.target(table));
  await build.create('load_fact', loadOf(build, build.target('status_fact'), workPieces({ hold_fact, wait_fact, owner_span })));
}
