/** The words of the demo’s closed stages. */
export const CLOSED = `('closed', 'merged', 'spam')`;

/** HubSpot’s ids of pipelines and stages are texts of digits; those of the first pipeline are small numbers. */
export const pipelineId = (pipeline: string): string => `CASE ${pipeline} WHEN 'support' THEN '0' ELSE '9001' END`;
const STAGES = `
  SELECT stage_id, pipeline_id, kind, position, CASE pipeline_id WHEN 'support' THEN '' ELSE '9001' END || position AS number
  FROM canonical_stage`;

/** The first stage of a kind in a pipeline, which is where a ticket of that status is. */
const PLACES = 'SELECT pipeline_id, kind, arg_min(stage_id, position) AS stage_id FROM canonical_stage GROUP BY pipeline_id, kind';

/** HubSpot makes no ticket of spam, and marks none as a test. */
const TOLD = 'SELECT * FROM canonical_ticket WHERE NOT is_spam AND NOT is_test';

/** The pipelines of each ticket, from when on: HubSpot writes the first one, too. */
const PIPELINES = `
  WITH changes AS (SELECT e.* FROM canonical_ticket_event e JOIN told USING (ticket_id) WHERE e.field = 'pipeline'),
  firsts AS (SELECT ticket_id, arg_min(from_value, ("at", event_id)) AS pipeline_id FROM changes GROUP BY ticket_id)
  SELECT t.ticket_id, t.created_at AS moment, '' AS event_id, coalesce(f.pipeline_id, t.pipeline_id) AS pipeline_id, NULL AS actor_id, NULL AS actor_kind
  FROM told t LEFT JOIN firsts f USING (ticket_id)
  UNION ALL
  SELECT ticket_id, "at", event_id, to_value, actor_id, actor_kind FROM changes`;

/** The stages of each ticket, from when on: what the demo logs of a status alone is a stage in HubSpot, too. */
const MOVES = `
  WITH logged AS (SELECT e.* FROM canonical_ticket_event e JOIN told USING (ticket_id) WHERE e.field IN ('status', 'stage')),
  unplaced AS (
    SELECT s.ticket_id, s."at" AS moment, s.event_id, s.to_value AS kind, s.actor_id, s.actor_kind
    FROM logged s LEFT JOIN logged g ON g.ticket_id = s.ticket_id AND g."at" = s."at" AND g.field = 'stage'
    WHERE s.field = 'status' AND g.event_id IS NULL
  ),
  all_moves AS (
    SELECT p.ticket_id, p.moment, '' AS event_id, s.stage_id, NULL AS actor_id, NULL AS actor_kind
    FROM pipelines p JOIN places s ON s.pipeline_id = p.pipeline_id AND s.kind = 'new' WHERE p.event_id = ''
    UNION ALL
    SELECT ticket_id, "at", event_id, to_value, actor_id, actor_kind FROM logged WHERE field = 'stage'
    UNION ALL
    SELECT u.ticket_id, u.moment, u.event_id, s.stage_id, u.actor_id, u.actor_kind
    FROM unplaced u
      JOIN (SELECT u.event_id, arg_max(p.pipeline_id, (p.moment, p.event_id)) AS pipeline_id FROM unplaced u JOIN pipelines p ON p.ticket_id = u.ticket_id AND p.moment <= u.moment GROUP BY 1)
        AS then_in ON then_in.event_id = u.event_id
      JOIN places s ON s.pipeline_id = then_in.pipeline_id AND s.kind = u.kind
  )
  SELECT m.ticket_id, m.moment, s.number AS value, s.kind, m.actor_id, m.actor_kind
  FROM (SELECT ticket_id, moment, unnest(arg_max({stage_id: stage_id, actor_id: actor_id, actor_kind: actor_kind}, event_id)) FROM all_moves GROUP BY ticket_id, moment) m
    JOIN stages s USING (stage_id)`;

/** Where each ticket is now: a close that nobody logged shows in its stage alone. */
const NOW = `
  WITH last AS (SELECT ticket_id, arg_max({value: value, kind: kind}, moment) AS of FROM moves GROUP BY ticket_id)
  SELECT t.ticket_id, CASE WHEN t.status IN ${CLOSED} AND l.of.kind NOT IN ${CLOSED} THEN s.number ELSE l.of.value END AS stage
  FROM told t
    JOIN last l USING (ticket_id)
    LEFT JOIN places p ON p.pipeline_id = t.pipeline_id AND p.kind = t.status
    LEFT JOIN stages s ON s.stage_id = p.stage_id`;

/** What the SELECTs share, each of which knows those before it. */
export const VIEWS: Readonly<Record<string, string>> = { told: TOLD, stages: STAGES, places: PLACES, pipelines: PIPELINES, moves: MOVES, now_in: NOW };
