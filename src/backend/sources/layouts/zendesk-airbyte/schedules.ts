import type { LayoutSelect } from '../layout';
import { hoursOf } from '../zendesk/weeks';
import { zoneOf } from '../zendesk/zones';
import { COPIED, newest } from './newest';

const NONE = 'the stream schedules is not replicated';
const TODAY = 'Zendesk changes hours in place and keeps today’s only';

/** Schedules; a zone may have the name that Rails gives it. */
export const calendar: LayoutSelect<'calendar'> = {
  reads: { schedules: ['id', 'name', 'time_zone', ...COPIED] },
  select: (sql) => `
    SELECT s.id AS calendar_id, s.name, ${zoneOf(sql, 's.time_zone')} AS time_zone
    FROM ${newest('schedules', ['id', 'name', 'time_zone'])} AS s`,
  optional: NONE,
};

/** Their hours, local. */
export const calendarHours: LayoutSelect<'calendar_hours'> = {
  reads: { schedules: ['id', 'intervals', ...COPIED] },
  select: () =>
    hoursOf(`
      SELECT s.id AS calendar_id, (i.span ->> 'start_time')::bigint AS start_minute, (i.span ->> 'end_time')::bigint AS end_minute
      FROM ${newest('schedules', ['id', 'intervals'])} AS s CROSS JOIN LATERAL jsonb_array_elements(s.intervals) AS i (span)`),
  without: { valid_from: TODAY, valid_to: TODAY },
  optional: NONE,
};

/** The targets of replies by policy; which ticket has which is not replicated. In hours they are those of the schedule that was made first. */
export const slaTarget: LayoutSelect<'sla_target'> = {
  reads: { sla_policies: ['id', 'policy_metrics', ...COPIED] },
  maybe: { schedules: ['id', 'created_at', ...COPIED] },
  select: (_, { has }) => `
    SELECT p.id AS policy_id, CASE m.target ->> 'metric' WHEN 'first_reply_time' THEN 'first_reply' ELSE 'next_reply' END AS clock,
      m.target ->> 'priority' AS priority, (m.target ->> 'target')::bigint * 60 AS target_seconds,
      ${
        has('schedules', 'created_at')
          ? `CASE WHEN (m.target ->> 'business_hours')::boolean THEN (
        SELECT s.id FROM ${newest('schedules', ['id', 'created_at'])} AS s ORDER BY s.created_at, s.id LIMIT 1
      ) END`
          : 'NULL::bigint'
      } AS calendar_id, false AS pauses
    FROM ${newest('sla_policies', ['id', 'policy_metrics'])} AS p
      CROSS JOIN LATERAL jsonb_array_elements(p.policy_metrics) AS m (target)
    WHERE m.target ->> 'metric' IN ('first_reply_time', 'next_reply_time')`,
  without: { valid_from: 'Zendesk keeps today’s targets only' },
  optional: 'the stream sla_policies is not replicated',
};
