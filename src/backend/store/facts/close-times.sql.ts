import { planJoin, spanJoin, withBusinessTime } from './at-instant.sql';
import type { Build } from './build';
import type { Slots } from './slots.sql';

/** The times until a close that leave something out, by the columns of close_fact: what each leaves out, besides the time in which the ticket was closed. */
const TIMES = { resolution: 'is_pause', requester: 'is_asking', work: 'is_asking OR is_hold' } as const;

/** d_closed: d_close with created_at and the calendar by which time until that close counts (calendar_ix, null = none): once for all that measure it. */
export async function createClosed(build: Build): Promise<void> {
  await build.temp(
    'd_closed',
    `SELECT c.*, t.created_at, p.calendar_ix FROM d_close c JOIN d_ticket t USING (ticket_ix) ${spanJoin('c.closed_at')} ${planJoin('close', 'c.closed_at')}`
  );
}

/**
 * d_left_out (ticket_ix, nth, <time>_ms, <time>_biz_ms): of each close what is to be taken off the time from creation until then. Tickets that
 * were never reopened, paused, nor waited for anybody have no row.
 */
export async function createCloseTimes(build: Build, slots: Slots): Promise<void> {
  await createIdle(build);
  await build.drop('d_state_event');
  const rows = `
    SELECT c.ticket_ix, c.nth, i.* EXCLUDE (ticket_ix), c.calendar_ix
    FROM d_idle i
    JOIN d_closed c ON c.ticket_ix = i.ticket_ix AND c.closed_at >= i.to_at`;
  const sums = Object.entries(TIMES).map(
    ([time, left]) => `
      coalesce(sum(to_at - from_at) FILTER (is_closed OR ${left}), 0)::BIGINT AS ${time}_ms,
      coalesce(sum(idle_biz_ms) FILTER (is_closed OR ${left}), 0)::BIGINT AS ${time}_biz_ms`
  );
  await build.temp(
    'd_left_out',
    `
    SELECT ticket_ix, nth, ${sums.join(',')}
    FROM (${await withBusinessTime(build, slots, { rows, from: 'from_at', to: 'to_at', as: 'idle_biz_ms' })})
    GROUP BY ticket_ix, nth`
  );
  await build.drop('d_idle');
}

/** The columns of close_fact `r` that d_left_out `l` makes, from its close_ms and close_biz_ms. */
export function closeTimeColumns(wall: string, business: string): string {
  const rest = (from: string, column: string) => `(${from} - coalesce(l.${column}, 0))::BIGINT AS ${column}`;
  return Object.keys(TIMES)
    .flatMap((time) => [rest(wall, `${time}_ms`), rest(business, `${time}_biz_ms`)])
    .join(', ');
}

/**
 * d_idle (ticket_ix, from_at, to_at, is_closed, is_pause, is_asking, is_hold): the stretches before a close in which a ticket was closed; and those
 * in which it was open and paused, waited for its customer, or was on hold. A stretch says one of these; none ends after the close of its own.
 */
async function createIdle(build: Build): Promise<void> {
  const status = (word: string) => `(SELECT ix FROM ${build.target('dim_status')} WHERE id = '${word}')`;
  await build.temp(
    'd_idle',
    `
    WITH stay AS (
      SELECT e.ticket_ix, e.prev_ix AS status_ix, t.created_at AS from_at, e.at AS to_at FROM d_state_event e JOIN d_ticket t USING (ticket_ix) WHERE e.n = 1
      UNION ALL
      SELECT ticket_ix, to_ix, "at", next_at FROM d_state_event),
    idle AS (
      SELECT ticket_ix, from_at, to_at, true AS is_pause, false AS is_asking, false AS is_hold FROM d_paused
      UNION ALL
      SELECT ticket_ix, from_at, to_at, false, status_ix = ${status('waiting_customer')}, status_ix = ${status('on_hold')}
      FROM stay WHERE status_ix IN (${status('waiting_customer')}, ${status('on_hold')}))
    SELECT i.ticket_ix, greatest(i.from_at, o.opened_at) AS from_at, least(coalesce(i.to_at, o.closed_at), o.closed_at) AS to_at,
      false AS is_closed, i.is_pause, i.is_asking, i.is_hold
    FROM idle i
    JOIN d_open o ON o.ticket_ix = i.ticket_ix AND i.from_at < o.closed_at AND coalesce(i.to_at > o.opened_at, true)
    UNION ALL
    SELECT c.ticket_ix, greatest(c.closed_at, t.created_at), c.reopened_at, true, false, false, false
    FROM d_close c JOIN d_ticket t USING (ticket_ix)
    WHERE c.reopened_at > greatest(c.closed_at, t.created_at)`
  );
}
