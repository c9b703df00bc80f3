import { calendarOf, openIntervals, subtract } from '../calendar';
import type { OracleMetric } from '../metric';
import { presences } from '../presence';

/**
 * uncovered_hours: "business seconds of a calendar (the settings' default, or the `calendar` filter) in which no agent was
 * available; 0 where covered, null where the calendar has no business time".
 */
export const uncoveredHours: OracleMetric = {
  id: 'uncovered_hours',
  measure: 'seconds',
  statistics: ['sum', 'n'],
  hours: ['all'],
  dimensions: ['calendar'],
  additive: false,
  dated: false,
  rowsIn({ helpdesk, settings, query }, window) {
    const filtered = query.filters.some((one) => one.field === 'calendar');
    const calendars = helpdesk.calendar.map((one) => one.calendar_id).filter((id) => filtered || id === settings.defaultCalendar);
    const covered = presences(helpdesk, window.from, window.until).filter((one) => one.row.availability === 'available');
    return calendars.flatMap((id) => {
      const open = openIntervals(calendarOf(helpdesk, id), window.from, window.until);
      const uncovered = subtract(open, covered).reduce((sum, one) => sum + (one.to - one.from), 0);
      return open.length === 0 ? [] : [{ value: uncovered / 1000, who: id, dims: { calendar: [id] } }];
    });
  },
};
