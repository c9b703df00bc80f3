import type { Interval } from './calendar';
import { closesOf, isShutAt, type Flip, type History } from './history';

/** Closes and what stands before and after them. */

/**
 * "A row at the millisecond of a close stands before it, unless the ticket is open again at that millisecond"; at the creation of a
 * ticket born closed it stands after that close.
 */
export function standsBefore(history: History, rowAt: number, close: Flip): boolean {
  if (rowAt !== close.at) {
    return rowAt < close.at;
  }
  return !close.born && isShutAt(history, rowAt);
}

/** The closes that lie between two rows. */
export function closesBetween(history: History, rowAt: number, nextAt: number): Flip[] {
  return closesOf(history).filter((one) => standsBefore(history, rowAt, one) && !standsBefore(history, nextAt, one));
}

/** Whether a row was written in a ticket that was closed. */
export function isWrittenClosed(history: History, rowAt: number): boolean {
  return isShutAt(history, rowAt) && !closesOf(history).some((one) => one.at === rowAt && standsBefore(history, rowAt, one));
}

/** The reopening that follows a close; null = none. */
export function reopeningAfter(history: History, close: Flip): number | null {
  return history.flips[history.flips.indexOf(close) + 1]?.at ?? null;
}

/** "Each stretch from a close after that first row to the reopening that follows, where that comes not after" `until`. */
export function closedStretches(history: History, rowAt: number, until: number): Interval[] {
  return closesOf(history)
    .filter((one) => standsBefore(history, rowAt, one))
    .map((one) => ({ from: one.at, to: reopeningAfter(history, one) ?? Infinity }))
    .filter((one) => one.to <= until);
}

/** When the ticket was closed, by what is known up to and including `now`: the last stretch may have no end. */
export function closedTime(history: History, now: number): Interval[] {
  const stretches = history.flips
    .filter((one) => one.closed && one.at <= now)
    .map((one) => ({ from: one.at, to: reopeningAfter(history, one) ?? Infinity }))
    .map((one) => ({ ...one, to: one.to <= now ? one.to : Infinity }));
  const unknown = history.unknownSince;
  return unknown !== null && unknown <= now ? [...stretches, { from: unknown, to: Infinity }] : stretches;
}
