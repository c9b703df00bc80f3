const CLOSED = `('closed', 'merged', 'spam')`;

/**
 * Each close and reopening (ticket_id, moment, what, actor_kind, actor_id) of the tickets of the view `told`: of the demo’s status events, of its stages where a
 * ticket has none; a close that was never logged, at the instant that its ticket has for it.
 */
export const CHANGES = `
  WITH logged AS (SELECT DISTINCT ticket_id FROM canonical_ticket_event WHERE field = 'status'),
  kinds AS (
    SELECT e.ticket_id, e."at" AS moment, e.event_id, e.actor_kind, e.actor_id,
      coalesce(CASE e.field WHEN 'status' THEN e.to_value ELSE s.kind END IN ${CLOSED}, false) AS is_closed
    FROM canonical_ticket_event e JOIN told USING (ticket_id) LEFT JOIN logged l USING (ticket_id) LEFT JOIN canonical_stage s ON s.stage_id = e.to_value
    WHERE e.field = CASE WHEN l.ticket_id IS NULL THEN 'stage' ELSE 'status' END
  ),
  states AS (SELECT *, lag(is_closed, 1, false) OVER (PARTITION BY ticket_id ORDER BY moment, event_id) AS was_closed FROM kinds),
  last AS (SELECT ticket_id, arg_max(is_closed, (moment, event_id)) AS is_closed, max(moment) AS moment FROM states GROUP BY ticket_id)
  SELECT ticket_id, moment, CASE WHEN is_closed THEN 'resolved' ELSE 'opened' END AS what, actor_kind, actor_id FROM states WHERE is_closed <> was_closed
  UNION ALL
  SELECT t.ticket_id, t.closed_at, 'resolved', NULL, NULL
  FROM told t LEFT JOIN last USING (ticket_id)
  WHERE t.status IN ${CLOSED} AND NOT coalesce(last.is_closed, false) AND t.closed_at > coalesce(last.moment, TIMESTAMP '1970-01-01')`;
