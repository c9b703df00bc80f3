import { afterJoin } from './after-join.sql';
import { AFTER_ALL, type Build } from './build';
import { cutAt } from './overlapping.sql';

/** Pieces of overlapping intervals per key united: a query of (key, from_at, to_at) without overlaps, to_at null = still. */
function united(key: string, rows: string): string {
  const last = AFTER_ALL;
  // an island begins behind all that lies before it, so that what the next one begins behind is its end
  return `
    SELECT ${key}, from_at, nullif(coalesce(lead(before_at) OVER (PARTITION BY ${key} ORDER BY from_at), last_at), ${last}) AS to_at
    FROM (
      SELECT ${key}, from_at, max(until_at) OVER (PARTITION BY ${key} ORDER BY from_at, until_at ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_at,
        max(until_at) OVER (PARTITION BY ${key}) AS last_at
      FROM (SELECT *, coalesce(to_at, ${last}) AS until_at FROM (${rows})) WHERE until_at > from_at)
    WHERE before_at IS NULL OR from_at > before_at`;
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
    WHERE ${afterJoin('o.ticket_ix', 'w.excluded = 0')}`;
}

/** A query of load_fact: available and busy rows of status_fact, cut where the agent's work begins or ends. `pieces` is a query of when that was. */
export function loadOf(build: Build, status: string, pieces: string): string {
  const last = AFTER_ALL;
  return `
    WITH paid AS (SELECT *, coalesce(to_at, ${last}) AS until_at FROM ${status} WHERE availability_ix IN (SELECT ix FROM ${build.standing('dim_availability')} WHERE id IN ('available', 'busy'))),
    whole AS (${united('agent_ix', pieces)})
    SELECT row_ix, agent_ix, availability_ix, status_ix, piece_from AS from_at, nullif(piece_until, ${last}) AS to_at, is_inside AS has_work
    FROM (${cutAt('agent_ix', 'paid', `SELECT agent_ix, from_at, coalesce(to_at, ${last}) AS until_at FROM whole`)})
    ORDER BY piece_from`;
}

/** load_fact of all agents. */
export async function createLoadFact(build: Build): Promise<void> {
  const [hold_fact, wait_fact, owner_span] = ['hold_fact', 'wait_fact', 'owner_span'].map((table) => build.target(table));
  await build.create('load_fact', loadOf(build, build.target('status_fact'), workPieces({ hold_fact, wait_fact, owner_span })));
}
