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

/** The fields that say whether a ticket is open: of these it is known who changed them. */
const ACTED: readonly string[] = ['status', 'stage'];

/**
 * For each field a table d_<field>_change (ticket_ix, at, n, prev_ix, to_ix): its events in the order (at, event_id: see idOrder), with the
 * value before; n rises, and is 1 of the first. Only to_value counts, so the value before is the previous event's; from_value is read on the
 * first event alone. Events that change nothing are kept, for the first may be one: prev_ix = to_ix. Those not after the creation only say
 * how the ticket begins: they are one row, at the creation, that changes nothing. Of status and stage also said_at, when the event says that
 * it happened, and who made it: actor_ix, actor_kind (a key of PERSON_KEYS; 0 = not said).
 */
export async function createChanges(build: Build): Promise<void> {
  for (const [field, dictionary] of Object.entries(FIELDS)) {
    const isActed = ACTED.includes(field);
    const acted = isActed ? ', actor_ix, actor_kind' : '';
    await build.temp(
      `d_${field}_change`,
      `
      SELECT ticket_ix, greatest("at", created_at) AS "at", CASE WHEN is_beginning THEN 1 ELSE n END::INTEGER AS n,
        CASE WHEN is_beginning THEN to_ix WHEN n = 1 THEN from_ix ELSE last_ix END AS prev_ix, to_ix${isActed ? ', "at" AS said_at' : ''}${acted}
      FROM (
        SELECT *, row_number() OVER events AS n, lag(to_ix) OVER events AS last_ix, lead(is_beginning) OVER events AS is_next_too
        FROM (
          SELECT t.ix AS ticket_ix, t.created_at, e.at, e.at <= t.created_at AS is_beginning, ${idOrder('e.event_id')} AS event_key,
            coalesce(f.ix, 0)::INTEGER AS from_ix, coalesce(v.ix, 0)::INTEGER AS to_ix
            ${isActed ? `, coalesce(a.ix, 0)::INTEGER AS actor_ix, ${personKey('e.actor_kind')} AS actor_kind` : ''}
          FROM ${build.source('ticket_event')} e
          JOIN ${build.target('dim_ticket')} t ON t.id = e.ticket_id
          LEFT JOIN ${build.target(`dim_${dictionary}`)} f ON f.id = e.from_value
          LEFT JOIN ${build.target(`dim_${dictionary}`)} v ON v.id = e.to_value
          ${isActed ? `LEFT JOIN ${build.target('dim_actor')} a ON a.id = e.actor_id` : ''}
          WHERE e.field = ${text(field)})
        WINDOW events AS (PARTITION BY ticket_ix ORDER BY "at", event_key))
      WHERE NOT (is_beginning AND coalesce(is_next_too, false))`
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
