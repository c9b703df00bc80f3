import type { Told } from '../helpdesk/demo-helpdesk';

const HASH = '!ruby/hash:ActiveSupport::HashWithIndifferentAccess';
const LINE = 'chr(10)';

/** The number of a calendar, by the order of its id. */
const NUMBERS = `(SELECT *, row_number() OVER (ORDER BY calendar_id) AS id FROM canonical_calendar)`;

/** A day’s stretches of a calendar as it is today; one that runs into the next day is two. */
const STRETCHES = `
  WITH today AS (SELECT * FROM canonical_calendar_hours WHERE valid_to IS NULL)
  SELECT calendar_id, weekday, "start" AS begins, CASE WHEN "end" <= "start" OR "end" = '24:00' THEN '23:59' ELSE "end" END AS ends FROM today
  UNION ALL
  SELECT calendar_id, weekday % 7 + 1, '00:00', "end" FROM today WHERE "end" <= "start" AND "end" <> '00:00'`;

const frame = `'  - - ''' || begins || '''' || ${LINE} || '    - ''' || ends || '''' || ${LINE}`;

/** Weekly hours as Rails writes them. */
const HOURS = `
  SELECT c.calendar_id, '--- ${HASH}' || ${LINE} || string_agg(
    d.name || ': ${HASH}' || ${LINE} || '  active: ' || (s.frames IS NOT NULL) || ${LINE} || '  timeframes:' || coalesce(${LINE} || s.frames, ' []' || ${LINE}), '' ORDER BY d.day) AS text
  FROM canonical_calendar c
    CROSS JOIN (VALUES (1, 'mon'), (2, 'tue'), (3, 'wed'), (4, 'thu'), (5, 'fri'), (6, 'sat'), (7, 'sun')) AS d (day, name)
    LEFT JOIN (SELECT calendar_id, weekday, string_agg(${frame}, '' ORDER BY begins) AS frames FROM (${STRETCHES}) GROUP BY ALL) s
      ON s.calendar_id = c.calendar_id AND s.weekday = d.day
  GROUP BY c.calendar_id`;

/** Holidays; Zammad has no days with other hours. */
const HOLIDAYS = `
  SELECT calendar_id, '--- ${HASH}' || ${LINE} || string_agg(
    '''' || CAST("date" AS VARCHAR) || ''': ${HASH}' || ${LINE} || '  active: true' || ${LINE} || '  summary: Holiday' || ${LINE}, '' ORDER BY "date") AS text
  FROM canonical_calendar_exception WHERE kind = 'holiday' GROUP BY calendar_id`;

/** The condition of an SLA: tickets of a plan, in a priority where it promises something of its own. */
const CONDITION = `
  '--- ${HASH}' || ${LINE} || 'ticket.sla_plan: ${HASH}' || ${LINE} || '  operator: is' || ${LINE} || '  value: ' || p.policy_id || ${LINE}
  || coalesce('ticket.priority_id: ${HASH}' || ${LINE} || '  operator: is' || ${LINE} || '  value:' || ${LINE} || '  - ''' || p.priority_id || '''' || ${LINE}, '')`;

const minutes = (clock: string): string => `CAST(max(target_seconds) FILTER (WHERE clock = '${clock}') / 60 AS INTEGER)`;

/** Calendars, and an SLA for each policy and priority: those of a priority come first, by their names. */
export const CALENDARS: readonly Told[] = [
  {
    table: 'calendars',
    select: `
      SELECT c.id, c.name, c.time_zone AS timezone, h.text AS business_hours, c.id = 1 AS "default", o.text AS public_holidays
      FROM ${NUMBERS} c LEFT JOIN (${HOURS}) h USING (calendar_id) LEFT JOIN (${HOLIDAYS}) o USING (calendar_id)`,
  },
  {
    table: 'slas',
    select: `
      WITH promised AS (
        SELECT policy_id, priority, any_value(calendar_id) AS calendar_id, ${minutes('first_reply')} AS first_response_time, ${minutes('next_reply')} AS response_time,
          ${minutes('close')} AS solution_time
        FROM (SELECT *, row_number() OVER (PARTITION BY policy_id, clock, priority ORDER BY valid_from DESC NULLS LAST) AS n FROM canonical_sla_target)
        WHERE n = 1 GROUP BY policy_id, priority
      ),
      p AS (SELECT *, CASE priority WHEN 'low' THEN 1 WHEN 'normal' THEN 2 WHEN 'high' THEN 3 WHEN 'urgent' THEN 4 END AS priority_id FROM promised)
      SELECT row_number() OVER (ORDER BY policy_id, priority) AS id, coalesce(c.id, 1) AS calendar_id, p.policy_id || coalesce(': ' || priority, ', else') AS name,
        first_response_time, response_time, solution_time, ${CONDITION} AS "condition"
      FROM p LEFT JOIN ${NUMBERS} c USING (calendar_id)`,
  },
];
