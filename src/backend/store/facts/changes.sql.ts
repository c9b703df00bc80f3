import type { Dictionary } from '../../../shared/catalog/dictionaries';
import { PERSON_KEYS } from '../../../shared/catalog/dimensions';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';
import { idOrder } from './id-order.sql';

/** The fields whose history facts need, and the dictionary of their values. */
const FIELDS = {
  owner: 'agent',
  team: 'team',
  priority: 'priority',
  status: 'status',
  stage: 'stage',
  schedule: 'calendar',
} as const satisfies Record<string, Dictionary>;

/** A value that a list of entities should hold but does not: see missing stages. */
export const MISSING = -1;

/**
 * For each field a table d_<field>_change (ticket_ix, at, n, prev_ix, to_ix): its events in the order (at, event_id: see idOrder), the
 * n-th of the ticket from 1, with the value before. Only to_value counts, so the value before is the previous event's; from_value
 * is read on the first event alone. Events that change nothing are kept, for the first may be one: prev_ix = to_ix.
 */
export async function createChanges(build: Build): Promise<void> {
  for (const [field, dictionary] of Object.entries(FIELDS)) {
    const values =
      dictionary === 'stage' && build.has('stage') ? `(SELECT * FROM ${build.target('dim_stage')} WHERE kind IS NOT NULL)` : build.target(`dim_${dictionary}`);
    const key = (value: string, found: string) => `CASE WHEN ${value} IS NULL THEN 0 ELSE coalesce(${found}, ${MISSING}) END::INTEGER`;
    await build.temp(
      `d_${field}_change`,
      `
      SELECT ticket_ix, "at", n, CASE WHEN n = 1 THEN from_ix ELSE last_ix END AS prev_ix, to_ix
      FROM (
        SELECT *, (row_number() OVER events)::INTEGER AS n, lag(to_ix) OVER events AS last_ix
        FROM (
          SELECT t.ix AS ticket_ix, e.at, ${idOrder('e.event_id')} AS event_key, ${key('e.from_value', 'f.ix')} AS from_ix, ${key('e.to_value', 'v.ix')} AS to_ix
          FROM ${build.source('ticket_event')} e
          JOIN ${build.target('dim_ticket')} t ON t.id = e.ticket_id
          LEFT JOIN ${values} f ON f.id = e.from_value
          LEFT JOIN ${values} v ON v.id = e.to_value
          -- a status that is no word at all says nothing, while no owner and no stage are values
          WHERE e.field = ${text(field)} ${field === 'status' ? 'AND e.to_value IS NOT NULL' : ''})
        WINDOW events AS (PARTITION BY ticket_ix ORDER BY "at", event_key))`
    );
  }
}

/** The key of a word of actor_kind; 0 = not said. */
export function personKey(word: string): string {
  const keys = Object.entries(PERSON_KEYS).map(([one, key]) => `WHEN ${text(one)} THEN ${key}`);
  return `(CASE ${word} ${keys.join(' ')} ELSE 0 END)::TINYINT`;
}

/** When a conversation was handed to people, by anybody but an agent or a customer: d_handover (ticket_ix, at), from messages and from events. */
export async function createHandovers(build: Build): Promise<void> {
  await build.temp(
    'd_handover',
    `
    SELECT t.ix AS ticket_ix, h.at
    FROM (
      SELECT ticket_id, sent_at AS "at", author_id AS by_id, author_kind AS by_kind FROM ${build.source('message')} WHERE handover
      UNION ALL
      SELECT ticket_id, "at", actor_id, actor_kind FROM ${build.source('ticket_event')} WHERE field = 'handover') h
    JOIN ${build.target('dim_ticket')} t ON t.id = h.ticket_id
    LEFT JOIN ${build.target('dim_agent')} a ON a.id = h.by_id
    -- an agent who is a bot hands over as one
    WHERE coalesce(h.by_kind, 'system') NOT IN ('agent', 'customer') OR (h.by_kind = 'agent' AND coalesce(a.is_bot, false))`
  );
}
