/**
 * Hours of a week, counted in minutes from Sunday 00:00, as rows of calendar_hours: `spans` is a relation (calendar_id, start_minute, end_minute). Cut at each
 * midnight, as a holiday closes a whole day: also the rest of a shift that began the day before.
 */
export const hoursOf = (spans: string): string => `
  SELECT DISTINCT s.calendar_id, CASE d.day % 7 WHEN 0 THEN 7 ELSE d.day % 7 END AS weekday,
    ${timeOf('greatest(s.start_minute - d.day * 1440, 0)')} AS start,
    ${timeOf('least(s.end_minute - d.day * 1440, 1440)')} AS "end"
  FROM (${spans}) AS s
    CROSS JOIN LATERAL generate_series((s.start_minute / 1440)::int, ((s.end_minute - 1) / 1440)::int) AS d (day)
  WHERE s.end_minute > s.start_minute`;

/** Minutes of a day as HH:MM. */
function timeOf(minutes: string): string {
  return `lpad((${minutes} / 60)::text, 2, '0') || ':' || lpad((${minutes} % 60)::text, 2, '0')`;
}
