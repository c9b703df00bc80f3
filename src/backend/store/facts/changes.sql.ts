import type { Build } from './build';
import { type Field, fieldKey, FIELDS } from './events.sql';

/** The fields that say whether a ticket is open: of these it is known who changed them. */
const ACTED: readonly Field[] = ['status', 'stage'];

/**
 * For each field a table d_<field>_change (ticket_ix, at, n, prev_ix, to_ix): its events in the order (at, event_key), with the
 * value before; n rises, and is 1 of the first. Only to_value counts, so the value before is the previous event's; from_value is read on the
 * first event alone. Events that change nothing are kept, for the first may be one: prev_ix = to_ix. Those not after the creation only say
 * how the ticket begins: they are one row, at the creation, that changes nothing. Of status and stage also next_at, the `at` of the next row (null = it is
 * the last), said_at, when the event says that it happened, and who made it: actor_ix, actor_kind (a key of PERSON_KEYS; 0 = not said).
 */
export async function createChanges(build: Build): Promise<void> {
  for (const field of Object.keys(FIELDS) as Field[]) {
    const isActed = ACTED.includes(field);
    const acted = isActed ? ', actor_ix, actor_kind' : '';
    await build.temp(
      `d_${field}_change`,
      `
      SELECT ticket_ix, greatest("at", created_at) AS "at", CASE WHEN is_beginning THEN 1 ELSE n END::INTEGER AS n,
        CASE WHEN is_beginning THEN to_ix WHEN n = 1 THEN from_ix ELSE last_ix END AS prev_ix, to_ix${isActed ? ', next_at, "at" AS said_at' : ''}${acted}
      FROM (
        SELECT *, row_number() OVER events AS n, lag(to_ix) OVER events AS last_ix, lead(is_beginning) OVER events AS is_next_too${isActed ? ', lead("at") OVER events AS next_at' : ''}
        FROM (
          SELECT ticket_ix, created_at, "at", "at" <= created_at AS is_beginning, event_key, from_ix, to_ix${acted}
          FROM d_event WHERE field = ${fieldKey(field)} AND ticket_ix IS NOT NULL)
        WINDOW events AS (PARTITION BY ticket_ix ORDER BY "at", event_key))
      WHERE NOT (is_beginning AND coalesce(is_next_too, false))`
    );
  }
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
