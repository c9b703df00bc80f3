import type { Told } from '../helpdesk/demo-helpdesk';

/** Calendars and policies by numbers: each in the order of its name, the holidays of a calendar behind all of them. */
export const CALENDAR_NUMBERS = `SELECT calendar_id, name, time_zone, row_number() OVER (ORDER BY calendar_id) AS number FROM canonical_calendar`;
export const POLICY_NUMBERS = `SELECT policy_id, row_number() OVER (ORDER BY policy_id) AS number FROM (SELECT DISTINCT policy_id FROM canonical_sla_target)`;
const HOLIDAYS = 10;

/** What osTicket has one of: settings, schedules with the hours of today, lists of holidays, a grace period for each policy, whatever the priority. */
export const HOURS: readonly Told[] = [
  {
    table: 'ost_config',
    select: `
      SELECT row_number() OVER (ORDER BY namespace, "key") AS id, namespace, "key", "value"
      FROM (
        SELECT 'core' AS namespace, 'auto_claim_tickets' AS "key", '0' AS "value"
        UNION ALL SELECT 'core', 'default_timezone', 'Europe/Amsterdam'
        UNION ALL SELECT 'schedule.' || number, 'configuration', '{"holidays":["' || ${HOLIDAYS} + number || '"]}' FROM calendar_numbers
      )`,
  },
  {
    table: 'ost_schedule',
    select: `
      SELECT number AS id, 1 AS flags, name, time_zone AS timezone FROM calendar_numbers
      UNION ALL
      SELECT ${HOLIDAYS} + number, 0, 'Holidays: ' || name, time_zone FROM calendar_numbers`,
  },
  {
    table: 'ost_schedule_entry',
    select: `
      SELECT row_number() OVER () AS id, * FROM (
        SELECT c.number AS schedule_id, 'Day ' || h.weekday AS name, 'weekly' AS repeats, DATE '2019-01-06' + h.weekday AS starts_on,
          CAST(h."start" AS TIME) AS starts_at, DATE '2019-01-06' + h.weekday AS ends_on,
          CASE h."end" WHEN '24:00' THEN TIME '23:59:59' ELSE CAST(h."end" AS TIME) END AS ends_at, h.weekday AS day
        FROM canonical_calendar_hours h JOIN calendar_numbers c USING (calendar_id) WHERE h.valid_to IS NULL
        UNION ALL
        SELECT ${HOLIDAYS} + c.number, 'Holiday ' || e.date, 'never', e.date, TIME '00:00:00', e.date, TIME '23:59:59', NULL
        FROM canonical_calendar_exception e JOIN calendar_numbers c USING (calendar_id) WHERE e.kind = 'holiday'
      )`,
  },
  {
    table: 'ost_sla',
    select: `
      SELECT p.number AS id, coalesce(c.number, 0) AS schedule_id, CAST(round(max(t.target_seconds) / 3600) AS INTEGER) AS grace_period, p.policy_id AS name
      FROM canonical_sla_target t JOIN policy_numbers p USING (policy_id) LEFT JOIN calendar_numbers c USING (calendar_id)
      WHERE t.clock = 'close'
      GROUP BY p.number, c.number, p.policy_id`,
  },
];
