import { calendarOf, openIntervals, subtract } from '../calendar';
import { remember } from '../memory';
import { rowsByClock, stretchMetric } from '../local-clock';
import type { Helpdesk } from '../model';
import { presences } from '../presence';

/** "Before the first status of anybody, nobody knows who was there": the instant of that. */
function firstKnown(helpdesk: Helpdesk): number {
  return remember(helpdesk, 'first presence', () => Math.min(...presences(helpdesk, -Infinity, Infinity).map((one) => one.from)));
}

/**
 * uncovered_hours: "business seconds of a calendar (the settings' default, or the `calendar` filter) in which no agent was
 * available; 0 where covered, null where the calendar has no business time, and before the first status of anybody".
 */
export const uncoveredHours = stretchMetric({
  id: 'uncovered_hours',
  measure: 'seconds',
  statistics: ['sum', 'n'],
  hours: ['all'],
  dimensions: ['calendar'],
  additive: false,
  dated: false,
  rowsIn(world, window) {
    const { helpdesk, settings, query } = world;
    const filtered = query.filters.some((one) => one.field === 'calendar');
    const calendars = helpdesk.calendar.map((one) => one.calendar_id).filter((id) => filtered || id === settings.defaultCalendar);
    const covered = presences(helpdesk, window.from, window.until).filter((one) => one.row.availability === 'available');
    return calendars.flatMap((id) => {
      const open = openIntervals(calendarOf(helpdesk, id), Math.max(window.from, firstKnown(helpdesk)), window.until);
      return open.flatMap((one) =>
        rowsByClock(world, one, (piece) => {
          const uncovered = subtract([piece], covered).reduce((sum, each) => sum + (each.to - each.from), 0);
          return { value: uncovered / 1000, who: id, dims: { calendar: [id] } };
        })
      );
    });
  },
});
