import type { Interval } from './calendar';
import { MINUTE } from './units';

/** Slot widths to try, largest first: the fewer slots, the smaller the table that SQL joins. */
export const SLOT_GRIDS = [60 * MINUTE, 15 * MINUTE, 5 * MINUTE, MINUTE] as const;

/** F(t) as a lookup table: in slot i (from (first + i) × grid on), F(t) = f0[i] + max(0, min(t, b[i]) − a[i]). */
export interface SlotTable {
  readonly first: number;
  readonly f0: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

/** The largest grid on which no slot of any calendar holds two separate open pieces. Calendar edges are whole minutes, so the last always fits. */
export function slotGrid(calendars: ReadonlyArray<readonly Interval[]>): number {
  const fits = (grid: number) => calendars.every((open) => open.every(
    (one, i) => i === 0 || Math.floor(one.start / grid) > Math.floor((open[i - 1].end - 1) / grid)
  ));
  return SLOT_GRIDS.find(fits) ?? MINUTE;
}

/** The slots of sorted, disjoint open intervals over [fromMs, toMs). */
export function slotTable(open: readonly Interval[], grid: number, fromMs: number, toMs: number): SlotTable {
  const first = Math.floor(fromMs / grid);
  const count = Math.ceil(toMs / grid) - first;
  const f0 = new Float64Array(count);
  const a = new Float64Array(count);
  const b = new Float64Array(count);
  let sum = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const start = (first + i) * grid;
    const end = start + grid;
    while (at < open.length && open[at].end <= start) {
      at++;
    }
    f0[i] = sum;
    const piece = at < open.length && open[at].start < end ? open[at] : null;
    a[i] = piece ? Math.max(piece.start, start) : start;
    b[i] = piece ? Math.min(piece.end, end) : start;
    sum += b[i] - a[i];
  }
  return { first, f0, a, b };
}
