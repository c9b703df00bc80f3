import type { Here, LayoutSelect } from '../layout';
import { hoursOf } from '../zendesk/weeks';
import { zoneOf } from '../zendesk/zones';

const NONE = 'no schedules were replicated';
const TODAY = 'Zendesk changes hours in place and keeps today’s only';

/** Whether there are schedules. */
export const hasSchedules = ({ has }: Here): boolean => has('schedule', 'start_time');

/** The rows of schedules that hold: one stretch of a week each. Those of a schedule that was deleted stay, for the tickets that had it. */
const LIVING = `
  SELECT s.* FROM (
    SELECT id, name, time_zone, created_at, start_time, end_time, coalesce(_fivetran_deleted, false) AS is_gone,
      bool_and(coalesce(_fivetran_deleted, false)) OVER (PARTITION BY id) AS is_all_gone
    FROM schedule
  ) AS s
  WHERE NOT s.is_gone OR s.is_all_gone`;

const READ = ['id', 'name', 'time_zone', 'created_at', 'start_time', 'end_time', '_fivetran_deleted'] as const;
/** The columns of schedules that tell which is meant where a ticket names none. */
export const SCHEDULE = { schedule: READ } as const;

/** The schedule of tickets that name none: the first that was made. Null where there is none. */
export const DEFAULT_SCHEDULE = `(SELECT id FROM (${LIVING}) AS s ORDER BY s.is_all_gone, s.created_at, s.id LIMIT 1)`;

/** Schedules; a zone may have the name that Rails gives it. */
export const calendar: LayoutSelect<'calendar'> = {
  reads: SCHEDULE,
  select: (sql) => `
    SELECT s.id AS calendar_id, min(s.name) AS name, min(${zoneOf(sql, 's.time_zone')}) AS time_zone
    FROM (${LIVING}) AS s
    GROUP BY s.id`,
  optional: NONE,
};

/** Their hours, which are local: the columns in UTC have the offset of the day on which they were copied. */
export const calendarHours: LayoutSelect<'calendar_hours'> = {
  reads: SCHEDULE,
  select: () => hoursOf(`SELECT id AS calendar_id, start_time AS start_minute, end_time AS end_minute FROM (${LIVING}) AS s`),
  without: { valid_from: TODAY, valid_to: TODAY },
  optional: NONE,
};

/** Holidays, from their first day to their last. */
export const calendarException: LayoutSelect<'calendar_exception'> = {
  reads: { schedule_holiday: ['schedule_id', 'start_date', 'end_date', '_fivetran_deleted'], schedule: ['id'] },
  select: () => `
    SELECT DISTINCT h.schedule_id AS calendar_id, d.day::date AS date, 'holiday' AS kind
    FROM schedule_holiday h CROSS JOIN LATERAL generate_series(h.start_date::date, h.end_date::date, interval '1 day') AS d (day)
    WHERE NOT coalesce(h._fivetran_deleted, false) AND EXISTS (SELECT FROM schedule s WHERE s.id = h.schedule_id)`,
  without: { start: 'Zendesk’s holidays are whole days', end: 'Zendesk’s holidays are whole days' },
  optional: 'no holidays were replicated',
};
