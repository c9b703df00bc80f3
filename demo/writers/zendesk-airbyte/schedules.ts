import type { Told } from '../helpdesk/demo-helpdesk';
import { CALENDARS, minuteOf } from '../zendesk/demo-zendesk';

/** Schedules with the hours of today, and policies with the targets of today. */
export const SCHEDULES: readonly Told[] = [
  {
    table: 'schedules',
    select: `
      SELECT c.number AS id, c.name, c.time_zone, TIMESTAMP '2024-01-01' + to_days(CAST(c.number AS INTEGER)) AS created_at,
        to_json(list({start_time: (h.weekday % 7) * 1440 + ${minuteOf('h."start"')},
          end_time: (h.weekday % 7) * 1440 + ${minuteOf('h."end"')} + CASE WHEN h."end" <= h."start" THEN 1440 ELSE 0 END})) AS intervals
      FROM canonical_calendar_hours h JOIN ${CALENDARS} c USING (calendar_id)
      WHERE h.valid_to IS NULL
      GROUP BY c.number, c.name, c.time_zone`,
  },
  {
    table: 'sla_policies',
    select: `
      WITH newest AS (
        SELECT * FROM canonical_sla_target WHERE clock <> 'close'
        QUALIFY row_number() OVER (PARTITION BY policy_id, clock, priority ORDER BY valid_from DESC NULLS LAST) = 1
      )
      SELECT row_number() OVER (ORDER BY policy_id) AS id, policy_id AS title,
        to_json(list({priority: coalesce(priority, 'normal'), metric: clock || '_time', target: CAST(target_seconds / 60 AS BIGINT), business_hours: calendar_id IS NOT NULL}
          ORDER BY clock, priority)) AS policy_metrics
      FROM newest
      GROUP BY policy_id`,
  },
];
