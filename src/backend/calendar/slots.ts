import type { Interval } from './intervals';
import { MINUTE } from './units';

/** Slot widths to try, largest first: the fewer slots, the smaller the table that SQL joins. */
const SLOT_GRIDS = [60 * MINUTE, 15 * MINUTE, 5 * MINUTE, MINUTE] as const;

/** The largest grid on which no slot of any calendar holds two separate open pieces. Calendar edges are whole minutes, so the last always fits. */
export function slotGrid(calendars: ReadonlyArray<readonly Interval[]>): number {
  const fits = (grid: number) =>
    calendars.every((open) => open.every((one, i) => i === 0 || Math.floor(one.start / grid) > Math.floor((open[i - 1].end - 1) / grid)));
  return SLOT_GRIDS.find(fits) ?? MINUTE;
}
