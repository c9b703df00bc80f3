import { calendarOf, openIntervals, subtract } from '../calendar';
import { remember } from '../memory';
import { rowsByClock, stretchMetric } from '../local-clock';
import type { Helpdesk } from '../model';
import { presences } from '../presence';

/** "Business time exists from the first instant of any row." */
function firstInstant(helpdesk: Helpdesk): number {
  return remember(helpdesk, 'first instant', () => {
    const instants = [
      ...helpdesk.ticket.flatMap((one) => [one.created_at, one.closed_at]),
      ...helpdesk.message.map((one) => one.sent_at),
      ...helpdesk.ticket_event.map((one) => one.at),
      ...helpdesk.ticket_sla.flatMap((one) => [one.from, one.to]),
      ...helpdesk.sla_target.map((one) => one.valid_from),
      ...helpdesk.team_member.flatMap((one) => [one.from, one.to]),
      ...helpdesk.agent_status.flatMap((one) => [one.from, one.to]),
      ...helpdesk.chat_session.flatMap((one) => [one.started_at, one.first_agent_at, one.ended_at]),
      ...helpdesk.survey.flatMap((one) => [one.sent_at, one.answered_at]),
      ...helpdesk.time_entry.map((one) => one.at),
    ];
    return Math.min(...instants.filter((at) => at !== null));
  });
}

/**
 * uncovered_hours: "business seconds of a calendar (the settings' default, or the `calendar` filter) in which no agent was
 * available; 0 where covered, null where the calendar has no business time".
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
      const open = openIntervals(calendarOf(helpdesk, id), Math.max(window.from, firstInstant(helpdesk)), window.until);
      return open.flatMap((one) =>
        rowsByClock(world, one, (piece) => {
          const uncovered = subtract([piece], covered).reduce((sum, each) => sum + (each.to - each.from), 0);
          return { value: uncovered / 1000, who: id, dims: { calendar: [id] } };
        })
      );
    });
  },
});
