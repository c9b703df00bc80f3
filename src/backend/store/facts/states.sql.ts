import { CLOSED_KINDS } from '../../canonical/tables';
import { texts } from '../../duckdb/sql-text';
import type { Build } from './build';
import { fieldKey } from './events.sql';

/** The keys of the words of a ticket's status that what follows needs. */
interface Words {
  readonly open: number;
  readonly closed: number;
  /** All words in which a ticket is closed. */
  readonly closedKeys: readonly number[];
}

/**
 * When tickets were open and closed: from their status events; without any, from their stage events through stage.kind. What these do not
 * say, closed_at and the present state do.
 *
 * d_state_event (ticket_ix, at, n, prev_ix, to_ix, next_at, said_at, actor_ix, actor_kind): these events by status, as in changes.sql.ts.
 * d_unsaid (ticket_ix, at): tickets with a change of status that does not say what it became, and the first such.
 * d_state (ticket_ix, status_ix, is_born_closed, closes_at, unknown_at): each ticket. closes_at: a close that only closed_at says.
 * unknown_at: from then on it is closed, though nothing says since when.
 * d_flip (ticket_ix, at, n, is_closed): all closes and reopenings in order. One of n = 0 is a close with which the ticket begins: what is
 * written at its creation stands after it. Also closed_at (that of a close before the creation lies before `at`), actor_ix, actor_kind.
 * d_close, d_open: the stretches between them.
 */
export async function createStates(build: Build): Promise<void> {
  const words = await readWords(build);
  const closed = (key: string) => `(${key} IN (${words.closedKeys.join(', ')}))`;
  await createStateEvents(build, words);
  await build.temp('d_unsaid', 'SELECT ticket_ix, min("at") AS "at" FROM d_status_change WHERE to_ix = 0 GROUP BY ticket_ix');
  await createPresent(build, words, closed);
  await createFlips(build, closed);
  await build.temp(
    'd_close',
    `
    SELECT ticket_ix, closed_at, reopened_at, (row_number() OVER closes)::INTEGER AS nth, lead("at") OVER closes IS NULL AS is_last, actor_ix, actor_kind
    FROM (SELECT *, lead("at") OVER (PARTITION BY ticket_ix ORDER BY n) AS reopened_at FROM d_flip)
    WHERE is_closed
    WINDOW closes AS (PARTITION BY ticket_ix ORDER BY n)`
  );
  // an interval without length is open at no instant
  await build.temp(
    'd_open',
    `
    SELECT ticket_ix, opened_at, closed_at
    FROM (
      SELECT o.ticket_ix, o.opened_at, coalesce(o.closed_at, s.unknown_at) AS closed_at
      FROM (
        SELECT ticket_ix, "at" AS opened_at, lead("at") OVER (PARTITION BY ticket_ix ORDER BY n) AS closed_at, is_closed FROM d_flip
        UNION ALL
        SELECT d.ix, d.created_at, f.at, false
        FROM ${build.target('dim_ticket')} d
        LEFT JOIN (SELECT ticket_ix, arg_min("at", n) AS "at" FROM d_flip GROUP BY ticket_ix) f ON f.ticket_ix = d.ix
        WHERE d.ix > 0) o
      LEFT JOIN (SELECT ticket_ix, unknown_at FROM d_state WHERE unknown_at IS NOT NULL) s ON s.ticket_ix = o.ticket_ix
      WHERE NOT o.is_closed)
    WHERE closed_at IS NULL OR closed_at > opened_at`
  );
}

async function readWords(build: Build): Promise<Words> {
  const rows = await build.read(`SELECT id, ix FROM ${build.target('dim_status')} WHERE ix > 0`);
  const keys = new Map(rows.map(({ id, ix }) => [String(id), Number(ix)]));
  const key = (word: string) => keys.get(word) ?? 0;
  return { open: key('open'), closed: key('closed'), closedKeys: CLOSED_KINDS.map(key) };
}

/** Stages by the status that their kind is; a helpdesk that lists no stages says no status by them. */
const stageKinds = (build: Build) =>
  `(SELECT s.ix AS stage_ix, s.id AS stage_id, k.ix AS status_ix FROM ${build.target('dim_stage')} s JOIN ${build.target('dim_status')} k ON k.id = s.kind)`;

async function createStateEvents(build: Build, { open }: Words): Promise<void> {
  const columns = 'c.next_at, c.said_at, c.actor_ix, c.actor_kind';
  // null is open, and so is a stage that is not listed
  const stages = `
    UNION ALL
    SELECT c.ticket_ix, c.at, c.n, coalesce(f.status_ix, ${open})::INTEGER, coalesce(v.status_ix, ${open})::INTEGER, ${columns}
    FROM d_stage_change c
    ANTI JOIN d_status_change s ON s.ticket_ix = c.ticket_ix
    LEFT JOIN ${stageKinds(build)} f ON f.stage_ix = c.prev_ix
    LEFT JOIN ${stageKinds(build)} v ON v.stage_ix = c.to_ix`;
  await build.temp(
    'd_state_event',
    `
    SELECT c.ticket_ix, c.at, c.n, coalesce(nullif(c.prev_ix, 0), ${open})::INTEGER AS prev_ix, coalesce(nullif(c.to_ix, 0), ${open})::INTEGER AS to_ix, ${columns}
    FROM d_status_change c
    ${build.has('stage') ? stages : ''}`
  );
}

async function createPresent(build: Build, words: Words, closed: (key: string) => string): Promise<void> {
  await build.temp(
    'd_state',
    `
    WITH history AS (
      SELECT ticket_ix, arg_min(prev_ix, n) AS first_ix, arg_max(to_ix, n) AS last_ix, max(said_at) AS last_at, max(n) AS last_n
      FROM d_state_event GROUP BY ticket_ix),
    known AS (
      SELECT d.ix AS ticket_ix, d.created_at, t.closed_at, h.* EXCLUDE (ticket_ix), coalesce(w.ix, k.status_ix, 0) AS present_ix,
        h.ticket_ix IS NOT NULL AS has_history, coalesce(${closed('h.last_ix')}, false) AS ends_closed,
        ${closed('coalesce(w.ix, k.status_ix, 0)')} AS is_present_closed,
        t.closed_at IS NOT NULL AND (h.last_at IS NULL OR t.closed_at > h.last_at) AS is_late
      FROM ${build.source('ticket')} t
      JOIN ${build.target('dim_ticket')} d ON d.id = t.ticket_id
      LEFT JOIN ${build.target('dim_status')} w ON w.id = t.status
      LEFT JOIN ${stageKinds(build)} k ON k.stage_id = t.stage_id
      LEFT JOIN history h ON h.ticket_ix = d.ix),
    settled AS (
      SELECT *, NOT ends_closed AND is_late AND (is_present_closed OR present_ix = 0) AS is_told, NOT ends_closed AND NOT is_late AND is_present_closed AS is_unknown
      FROM known)
    SELECT ticket_ix, has_history, created_at, last_n,
      CASE WHEN ends_closed THEN last_ix
        WHEN is_told OR is_unknown THEN CASE WHEN is_present_closed THEN present_ix ELSE ${words.closed} END
        ELSE coalesce(nullif(present_ix, 0), last_ix, 0) END::INTEGER AS status_ix,
      CASE WHEN has_history THEN ${closed('first_ix')} ELSE is_told AND closed_at = created_at END AS is_born_closed,
      CASE WHEN is_told THEN closed_at END AS closes_at,
      CASE WHEN is_unknown THEN greatest(created_at, coalesce(last_at, created_at)) END AS unknown_at,
      NOT ends_closed AND present_ix > 0 AND NOT is_present_closed AND closed_at IS NOT NULL AS ignores_close, closed_at AS said_closed_at
    FROM settled`
  );
}

async function createFlips(build: Build, closed: (key: string) => string): Promise<void> {
  await build.temp(
    'd_flip',
    `
    SELECT ticket_ix, "at", n, is_closed, "at" AS closed_at, actor_ix, actor_kind
    FROM (SELECT *, ${closed('prev_ix')} AS was_closed, ${closed('to_ix')} AS is_closed FROM d_state_event)
    WHERE is_closed <> was_closed
    UNION ALL
    SELECT s.ticket_ix, s.created_at, 0, true, s.created_at, coalesce(a.actor_ix, 0), coalesce(a.actor_kind, 0)
    FROM d_state s LEFT JOIN (${bornBy(build, closed)}) a USING (ticket_ix)
    WHERE s.has_history AND s.is_born_closed
    UNION ALL
    -- a close before the creation closes the ticket at its creation, before anything else
    SELECT ticket_ix, greatest(closes_at, created_at), CASE WHEN (is_born_closed AND NOT has_history) OR closes_at < created_at THEN 0 ELSE coalesce(last_n, 0) + 1 END, true, closes_at, 0, 0
    FROM d_state WHERE closes_at IS NOT NULL`
  );
}

/** Who closed a ticket by an event not after its creation: the actor of the last such event that came upon an open one. */
function bornBy(build: Build, closed: (key: string) => string): string {
  const events = (field: 'status' | 'stage', isClosed: (key: string) => string, more = '') => `
    SELECT e.ticket_ix, e.at, e.event_key, e.actor_ix, e.actor_kind, ${isClosed('e.from_ix')} AS was_closed, ${isClosed('e.to_ix')} AS is_closed
    FROM d_event e
    SEMI JOIN (SELECT ticket_ix FROM d_state WHERE has_history AND is_born_closed) b ON b.ticket_ix = e.ticket_ix
    ${more}
    WHERE e.field = ${fieldKey(field)} AND e.at <= e.created_at`;
  const inClosedStage = (key: string) => `(${key} IN (SELECT ix FROM ${build.target('dim_stage')} WHERE kind IN (${texts(CLOSED_KINDS)})))`;
  const all = [events('status', closed), events('stage', inClosedStage, 'ANTI JOIN d_status_change c ON c.ticket_ix = e.ticket_ix')].join(' UNION ALL ');
  return `
    SELECT ticket_ix, arg_max(actor_ix, n) AS actor_ix, arg_max(actor_kind, n) AS actor_kind
    FROM (
      SELECT *, row_number() OVER w AS n, coalesce(lag(is_closed) OVER w, was_closed) AS came_upon_closed FROM (${all})
      WINDOW w AS (PARTITION BY ticket_ix ORDER BY "at", event_key))
    WHERE is_closed AND NOT came_upon_closed
    GROUP BY ticket_ix`;
}
