import type { LayoutSelect } from '../layout';
import { CONFIG, setting } from './config';

/** What departments of no schedule work by where others have one: all hours. */
const ALL_HOURS = `EXISTS (SELECT 1 FROM ost_department d WHERE d.schedule_id > 0)`;

/** The schedules of business hours; those without a time zone have osTicket’s own. */
export const calendar: LayoutSelect<'calendar'> = {
  reads: { ost_schedule: ['id', 'flags', 'name', 'timezone'], ost_department: ['schedule_id'] },
  maybe: CONFIG,
  select: (_, here) => `
    SELECT CAST(id AS CHAR) AS calendar_id, name, COALESCE(NULLIF(CAST(timezone AS CHAR), ''), NULLIF(${setting('default_timezone', here)}, ''), 'UTC') AS time_zone
    FROM ost_schedule
    WHERE flags & 1 = 1
    UNION ALL
    SELECT '24-7', '24/7', 'UTC' FROM DUAL WHERE ${ALL_HOURS}`,
};

/** A time of day without its seconds: what ends at 23:59:59 ends at 24:00. */
export const minuteOf = (time: string): string => `TIME_FORMAT(ADDTIME(${time}, CASE SECOND(${time}) WHEN 59 THEN '00:00:01' ELSE '00:00:00' END), '%H:%i')`;

/** A row for each number from 1 on. */
export const numbers = (name: string, last: number): string => `${name} (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM ${name} WHERE n < ${last})`;

/** The hours that come back every week; an entry that began or ended keeps the others company. */
export const calendarHours: LayoutSelect<'calendar_hours'> = {
  reads: {
    ost_schedule: ['id', 'flags'],
    ost_schedule_entry: ['schedule_id', 'repeats', 'starts_at', 'ends_at', 'stops_on', 'day'],
    ost_department: ['schedule_id'],
  },
  select: () => `
    WITH RECURSIVE ${numbers('weekdays', 7)}
    SELECT CAST(s.id AS CHAR) AS calendar_id, w.n AS weekday, ${minuteOf('x.starts_at')} AS start,
      ${minuteOf('x.ends_at')} AS "end", CAST(x.stops_on AS DATE) + INTERVAL 1 DAY AS valid_to
    FROM ost_schedule s
      JOIN ost_schedule_entry x ON x.schedule_id = s.id
      JOIN weekdays w ON x.repeats = 'daily' OR x.repeats = 'weekdays' AND w.n < 6 OR x.repeats = 'weekends' AND w.n > 5 OR x.repeats = 'weekly' AND w.n = x.day
    WHERE s.flags & 1 = 1 AND x.starts_at IS NOT NULL AND x.ends_at IS NOT NULL
    UNION ALL
    SELECT '24-7', n, '00:00', '24:00', NULL FROM weekdays WHERE ${ALL_HOURS}`,
  without: { valid_from: 'the day on which an entry was first written says nothing of what was before' },
};

/** A holiday of a month: a day of it, or one of its Mondays, Tuesdays …, counted from its beginning or from its end. */
const FIRST = `STR_TO_DATE(CONCAT(y.n, '-', m.n, '-01'), '%Y-%c-%d')`;
const LAST = `LAST_DAY(${FIRST})`;
const DAY = `
  CASE
    WHEN COALESCE(x.week, 0) = 0 THEN CASE WHEN x.day <= DAY(${LAST}) THEN ${FIRST} + INTERVAL (x.day - 1) DAY END
    WHEN x.week > 0 THEN ${FIRST} + INTERVAL ((x.day + 6 - WEEKDAY(${FIRST})) MOD 7 + 7 * (x.week - 1)) DAY
    ELSE ${LAST} - INTERVAL ((WEEKDAY(${LAST}) + 8 - x.day) MOD 7 + 7 * (-1 - x.week)) DAY
  END`;

/** Whole days, and parts of days, on which nobody works. */
const WHOLE = `(COALESCE(x.starts_at, '00:00:00') = '00:00:00' AND COALESCE(x.ends_at, '23:59:59') >= '23:59:00')`;

/**
 * The holidays of each schedule: of the lists of holidays that hang on it, once, every month or every year, from the first ticket’s year to ten years
 * from now. Their month, week and day say when they are, not the day on which they were first written.
 */
export const calendarException: LayoutSelect<'calendar_exception'> = {
  reads: {
    ost_schedule: ['id', 'flags'],
    ost_schedule_entry: ['schedule_id', 'repeats', 'starts_on', 'starts_at', 'ends_on', 'ends_at', 'stops_on', 'day', 'week', 'month'],
    ost_ticket: ['created'],
    ...CONFIG,
  },
  select: () => `
    WITH RECURSIVE ${numbers('m', 12)}, ${numbers('further', 31)},
    y (n) AS (
      SELECT COALESCE(MIN(YEAR(created)), YEAR(UTC_TIMESTAMP())) FROM ost_ticket WHERE created > '1990-01-01'
      UNION ALL
      SELECT n + 1 FROM y WHERE n < YEAR(UTC_TIMESTAMP()) + 10
    ),
    holidays AS (
      SELECT x.schedule_id, x.stops_on, ${WHOLE} AS is_whole, ${minuteOf('x.starts_at')} AS starts_at, ${minuteOf('x.ends_at')} AS ends_at, ${DAY} AS day
      FROM ost_schedule_entry x CROSS JOIN y JOIN m ON x.repeats = 'monthly' OR x.repeats = 'yearly' AND m.n = x.month
      UNION ALL
      SELECT x.schedule_id, NULL, ${WHOLE}, ${minuteOf('x.starts_at')}, ${minuteOf('x.ends_at')}, x.starts_on + INTERVAL (f.n - 1) DAY
      FROM ost_schedule_entry x JOIN further f ON x.starts_on + INTERVAL (f.n - 1) DAY <= GREATEST(x.starts_on, COALESCE(x.ends_on, x.starts_on))
      WHERE x.repeats = 'never'
    )
    SELECT DISTINCT CAST(s.id AS CHAR) AS calendar_id, CAST(x.day AS DATE) AS date, CASE WHEN x.is_whole THEN 'holiday' ELSE 'break' END AS kind,
      CASE WHEN x.is_whole THEN NULL ELSE x.starts_at END AS start, CASE WHEN x.is_whole THEN NULL ELSE x.ends_at END AS "end"
    FROM ost_schedule s
      JOIN ost_config c ON c.namespace = CONCAT('schedule.', s.id) AND c."key" = 'configuration'
      JOIN ost_schedule h ON h.flags & 1 = 0 AND SUBSTRING_INDEX(c.value, '"holidays"', -1) REGEXP CONCAT('[^0-9]', h.id, '[^0-9]')
      JOIN holidays x ON x.schedule_id = h.id
    WHERE s.flags & 1 = 1 AND x.day IS NOT NULL AND (x.stops_on IS NULL OR x.day <= x.stops_on)`,
  optional: 'which holidays hang on which schedule stands in ost_config',
};

/** The hours of a policy: its own, else osTicket’s; all hours where only departments have some. */
export const hoursOfPolicy = (policy: string, standard: string): string => `
  COALESCE(
    (SELECT CAST(own.id AS CHAR) FROM ost_schedule own WHERE own.id = ${policy}.schedule_id AND own.flags & 1 = 1),
    CAST(${standard} AS CHAR), CASE WHEN ${ALL_HOURS} THEN '24-7' END)`;
