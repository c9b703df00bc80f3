import { HOUR } from '../../../calendar/units';
import { zoneOffsets } from '../../../calendar/zone';

/** Clocks are put back by no more than this in one go: what they show once more is read once more. */
const PUT_BACK = 3 * HOUR;

/** What the clocks of a zone show from an instant (epoch milliseconds) on at the earliest, as `2026-03-28T07:52:45.123`. */
export function shownFrom(instant: number, timeZone: string): string {
  const [{ offsetMs }] = zoneOffsets(timeZone, instant, instant + 1);
  return new Date(instant + offsetMs - (isUtc(timeZone) ? 0 : PUT_BACK)).toISOString().slice(0, -1);
}

/** Whether the clocks of a zone are those of UTC, and never put back. */
export const isUtc = (timeZone: string): boolean => timeZone === 'UTC';
