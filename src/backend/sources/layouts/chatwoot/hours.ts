import type { LayoutSelect } from '../layout';

/** The hours of each inbox that has them switched on. */
export const calendar: LayoutSelect<'calendar'> = {
  reads: { inboxes: ['id', 'account_id', 'name', 'timezone', 'working_hours_enabled'] },
  select: (_, here) => `
    SELECT 'inbox-' || id AS calendar_id, name, coalesce(nullif(timezone, ''), 'UTC') AS time_zone
    FROM inboxes
    WHERE account_id = ${here.option('account')} AND working_hours_enabled`,
};

const timeOf = (hour: string, minutes: string): string => `lpad(${hour}::text, 2, '0') || ':' || lpad(${minutes}::text, 2, '0')`;

/** One stretch a day; Sunday is 0 there and 7 here, and a whole day is kept as 00:00 to 23:59. */
export const calendarHours: LayoutSelect<'calendar_hours'> = {
  reads: {
    inboxes: ['id', 'account_id', 'working_hours_enabled'],
    working_hours: ['inbox_id', 'day_of_week', 'closed_all_day', 'open_all_day', 'open_hour', 'open_minutes', 'close_hour', 'close_minutes'],
  },
  select: (_, here) => `
    SELECT 'inbox-' || w.inbox_id AS calendar_id, CASE w.day_of_week WHEN 0 THEN 7 ELSE w.day_of_week END AS weekday,
      CASE WHEN w.open_all_day THEN '00:00' ELSE ${timeOf('w.open_hour', 'w.open_minutes')} END AS start,
      CASE WHEN w.open_all_day THEN '24:00' ELSE ${timeOf('w.close_hour', 'w.close_minutes')} END AS "end"
    FROM working_hours w JOIN inboxes i ON i.id = w.inbox_id
    WHERE i.account_id = ${here.option('account')} AND i.working_hours_enabled AND NOT coalesce(w.closed_all_day, false)
      AND (w.open_all_day OR w.open_hour IS NOT NULL AND w.close_hour IS NOT NULL)`,
  without: { valid_from: 'it keeps today’s hours only', valid_to: 'it keeps today’s hours only' },
};
