import { lastAtOrBefore } from '../../calendar/binary-search';
import { DAY } from '../../calendar/units';
import { zoneTable } from '../../calendar/zone';

/** An instant (epoch milliseconds) that was read by the clocks of one zone, as those of another would have shown it. */
export function reread(at: number, from: string, to: string): number {
  const shown = at + offset(from, at);
  const about = shown - offset(to, shown);
  return shown - offset(to, about);
}

/** How far a zone is from UTC at an instant. */
function offset(timeZone: string, at: number): number {
  // whole years, so that one table serves many instants
  const year = Math.floor(at / (365 * DAY)) * 365 * DAY;
  const table = zoneTable(timeZone, year, year + 365 * DAY);
  return table.offset[lastAtOrBefore(table.from, at)];
}
