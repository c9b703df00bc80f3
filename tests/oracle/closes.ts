import { CLOSE_DIMENSIONS, one, ticketDims, type Dims } from './dimensions';
import { closesOf, historyOf, isShutAt, type Flip } from './history';
import { datedMetric, type DatedRow, type OracleMetric } from './metric';
import type { TicketRow } from './model';
import { tickets, type World } from './world';

/** Metrics dated by a close. */

/**
 * The last close of a ticket that is closed now; null for one that is open now, never closed, or closed at an unknown time: "it has no close to date
 * anything by". A close before creation is left out "of closed, time_to_close and all that closes date".
 */
export function lastClose(world: World, ticket: TicketRow): Flip | null {
  const history = historyOf(world.helpdesk, ticket);
  const isUnknown = history.unknownSince !== null && history.unknownSince <= world.now;
  if (!isShutAt(history, world.now) || isUnknown) {
    return null;
  }
  const last = closesOf(history)
    .filter((close) => close.at <= world.now)
    .at(-1);
  return last && !last.early ? last : null;
}

/** "Every ticket that ever closed, once, dated by its first close." */
export function firstClose(world: World, ticket: TicketRow): Flip | null {
  const [first] = closesOf(historyOf(world.helpdesk, ticket));
  return first && !first.early ? first : null;
}

/** The dimensions of a row that a close dates: "the last owner before it", and who closed it. */
export function closeDims(world: World, ticket: TicketRow, close: Flip): Dims {
  return { ...ticketDims(world, ticket, close.at, 'last'), closed_by: one(close.by), closed_by_kind: one(close.kind) };
}

/** A metric with one row a ticket closed now, dated by its last close; null = no row. */
export function lastCloseMetric(
  draft: Pick<OracleMetric, 'id' | 'measure'> & Partial<Pick<OracleMetric, 'statistics' | 'hours'>>,
  rowOf: (world: World, ticket: TicketRow, close: Flip) => { readonly value: number | null; readonly positive?: boolean } | null
): OracleMetric {
  return datedMetric({
    ...draft,
    dimensions: CLOSE_DIMENSIONS,
    rows: (world) =>
      tickets(world).flatMap((ticket): DatedRow[] => {
        const close = lastClose(world, ticket);
        const row = close && rowOf(world, ticket, close);
        return close && row ? [{ at: close.at, ...row, dims: closeDims(world, ticket, close) }] : [];
      }),
  });
}
