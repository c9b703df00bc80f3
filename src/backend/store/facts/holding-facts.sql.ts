import { lastOwnerAt, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/** The columns that say who had the ticket, whichever owner (team) is asked for, by the kind of holder. */
const HOLDERS = { owner: 1, team: 2 } as const;

/**
 * holding_fact: of each close how long the ticket had been open with each owner (1) and with each team (2). Owner and team of a row are those
 * at the close, but for the holder that it tells of.
 */
export async function createHoldingFact(build: Build, slots: Slots): Promise<void> {
  const rows = `
    SELECT c.ticket_ix, c.nth, greatest(w.from_at, o.opened_at) AS from_at, least(w.to_at, o.closed_at) AS until_at, w.owner_ix, w.team_ix, c.calendar_ix
    FROM d_closed c
    JOIN d_open o ON o.ticket_ix = c.ticket_ix AND o.closed_at <= c.closed_at
    JOIN ${build.target('owner_span')} w ON w.ticket_ix = c.ticket_ix AND w.from_at < o.closed_at AND w.to_at > o.opened_at`;
  const held = await withBusinessTime(build, slots, { rows, from: 'from_at', to: 'until_at', as: 'biz_ms' });
  const holder = (by: keyof typeof HOLDERS) => `
    SELECT * EXCLUDE (holder_ix) REPLACE (holder_ix AS ${by}_ix, holder_ix AS current_${by}_ix, holder_ix AS created_${by}_ix)
    FROM (
      SELECT ${ticketColumns(lastOwnerAt('c.closed_at'))}, c.actor_ix::INTEGER AS closed_by_ix, c.actor_kind::INTEGER AS closed_by_kind,
        ${HOLDERS[by]} AS kind, c.closed_at, c.reopened_at, h.held_ms::BIGINT AS held_ms, h.held_biz_ms::BIGINT AS held_biz_ms, h.holder_ix
      FROM (
        SELECT ticket_ix, nth, ${by}_ix::INTEGER AS holder_ix, sum(until_at - from_at) AS held_ms, CASE WHEN count(biz_ms) > 0 THEN sum(biz_ms) END AS held_biz_ms
        FROM held GROUP BY ALL) h
      JOIN d_close c ON c.ticket_ix = h.ticket_ix AND c.nth = h.nth
      JOIN d_ticket t ON t.ticket_ix = h.ticket_ix
      ${spanJoin('c.closed_at')})`;
  await build.create(
    'holding_fact',
    `WITH held AS MATERIALIZED (SELECT ticket_ix, nth, owner_ix, team_ix, from_at, until_at, biz_ms FROM (${held})) SELECT * FROM (${holder('owner')} UNION ALL ${holder('team')}) ORDER BY closed_at`
  );
}
