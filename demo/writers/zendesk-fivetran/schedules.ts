import type { Told } from '../helpdesk/demo-helpdesk';
import { CALENDARS, minuteOf } from '../zendesk/demo-zendesk';
import { numberOf } from '../helpdesk/numbers';

/** Schedules with the hours of today, their holidays, and the one that each ticket’s first policy counts by, until a trigger gave it another. */
export const SCHEDULES: readonly Told[] = [
  {
    table: 'schedule',
    select: `
      SELECT c.number AS id, c.name, CASE c.time_zone WHEN 'Europe/Amsterdam' THEN 'Amsterdam' WHEN 'America/New_York' THEN 'Eastern Time (US & Canada)' ELSE c.time_zone END
          AS time_zone, '2024-01-0' || c.number || ' 00:00:00+00' AS created_at,
        (h.weekday % 7) * 1440 + ${minuteOf('h."start"')} AS start_time,
        (h.weekday % 7) * 1440 + ${minuteOf('h."end"')} + CASE WHEN h."end" <= h."start" THEN 1440 ELSE 0 END AS end_time
      FROM canonical_calendar_hours h JOIN ${CALENDARS} c USING (calendar_id)
      WHERE h.valid_to IS NULL`,
  },
  {
    table: 'schedule_holiday',
    select: `
      SELECT row_number() OVER (ORDER BY c.number, e.date) AS id, c.number AS schedule_id, 'Holiday' AS name, e.date AS start_date, e.date AS end_date
      FROM canonical_calendar_exception e JOIN ${CALENDARS} c USING (calendar_id)
      WHERE e.kind = 'holiday'`,
  },
  {
    table: 'ticket_schedule',
    select: `
      WITH firsts AS (
        SELECT s.ticket_id, arg_min(t.calendar_id, s."from") AS calendar_id
        FROM canonical_ticket_sla s JOIN (SELECT DISTINCT policy_id, calendar_id FROM canonical_sla_target WHERE calendar_id IS NOT NULL) t USING (policy_id)
        GROUP BY s.ticket_id
      ),
      given AS (
        SELECT t.ticket_id, f.calendar_id, t.created_at AS moment FROM firsts f JOIN told t USING (ticket_id)
        UNION ALL
        SELECT e.ticket_id, e.to_value, e."at" FROM canonical_ticket_event e JOIN told USING (ticket_id) WHERE e.field = 'schedule'
      )
      SELECT ${numberOf('g.ticket_id')} AS ticket_id, c.number AS schedule_id, g.moment AS created_at
      FROM given g JOIN ${CALENDARS} c USING (calendar_id)`,
  },
];
