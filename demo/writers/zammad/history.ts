import { PIPELINES } from '../../world/pipelines';
import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { numberIn, priorityNumber, REMOVED_STATE, stateNumber } from './names';
import { agentUser, customerUser, orNobody, PERSONS } from './people';

/** The first stage of a pipeline for a status. */
const stageFor = (pipeline: string, kind: string): string =>
  `CASE ${PIPELINES.flatMap(({ id, stages }) =>
    [...new Map([...stages].reverse().map((stage) => [stage.kind, stage.name]))].map(
      ([one, name]) => `WHEN ${pipeline} = '${id}' AND ${kind} = '${one}' THEN '${id}-${name}'`
    )
  ).join(' ')} END`;

/**
 * states (ticket_id, moment, event_id, actor, from_stage, to_stage): each change of a ticket’s state. The demo logs statuses and stages apart, and of some
 * tickets one of them alone; a state is the stage where it says the status, else the first stage for that status.
 */
export const STATES = `
  WITH events AS (
    SELECT e.*, t.pipeline_id FROM canonical_ticket_event e JOIN told t USING (ticket_id) WHERE e.field IN ('status', 'stage', 'pipeline')
  ),
  logged AS (SELECT DISTINCT ticket_id FROM events WHERE field = 'status'),
  first_pipeline AS (SELECT ticket_id, arg_min(from_value, ("at", event_id)) AS pipeline_id FROM events WHERE field = 'pipeline' GROUP BY ticket_id),
  said AS (
    SELECT e.ticket_id, e."at" AS moment, e.event_id, e.actor_id, e.actor_kind, l.ticket_id IS NOT NULL AS is_logged,
      last_value(CASE WHEN e.field = 'status' THEN e.to_value END IGNORE NULLS) OVER w AS status,
      last_value(CASE WHEN e.field = 'stage' THEN e.to_value END IGNORE NULLS) OVER w AS stage,
      coalesce(last_value(CASE WHEN e.field = 'pipeline' THEN e.to_value END IGNORE NULLS) OVER w, f.pipeline_id, e.pipeline_id) AS pipeline
    FROM events e LEFT JOIN logged l USING (ticket_id) LEFT JOIN first_pipeline f USING (ticket_id)
    WINDOW w AS (PARTITION BY e.ticket_id ORDER BY e."at", e.event_id ROWS UNBOUNDED PRECEDING)
  ),
  kinds AS (
    SELECT said.*, s.kind AS stage_kind, coalesce(CASE WHEN is_logged THEN said.status ELSE s.kind END, 'new') AS state
    FROM said LEFT JOIN canonical_stage s ON s.stage_id = said.stage
  ),
  -- at one instant the last word counts
  last AS (SELECT ticket_id, moment, arg_max(kinds, event_id) AS k FROM kinds GROUP BY ticket_id, moment),
  placed AS (
    SELECT ticket_id, moment, k.event_id AS event_id, k.actor_id AS actor_id, k.actor_kind AS actor_kind,
      CASE WHEN k.stage_kind = k.state THEN k.stage ELSE ${stageFor('k.pipeline', 'k.state')} END AS to_stage,
      coalesce(f.pipeline_id, t.pipeline_id) || '-new' AS begins
    FROM last JOIN told t USING (ticket_id) LEFT JOIN first_pipeline f USING (ticket_id)
  )
  SELECT * EXCLUDE (begins) FROM (
    SELECT *, coalesce(lag(to_stage) OVER (PARTITION BY ticket_id ORDER BY moment, event_id), begins) AS from_stage FROM placed
  )
  WHERE to_stage <> from_stage`;

/** last_state (ticket_id, stage): the stage that a ticket’s state stands for now. What a script closed has no row of its closing. */
export const LAST_STATE = `
  SELECT t.ticket_id,
    CASE WHEN s.stage_kind IS NOT DISTINCT FROM t.status THEN s.stage ELSE coalesce(${stageFor('t.pipeline_id', 't.status')}, s.stage, t.stage_id) END AS stage
  FROM told t LEFT JOIN (
      SELECT ticket_id, arg_max(to_stage, (moment, event_id)) AS stage, arg_max(k.kind, (moment, event_id)) AS stage_kind
      FROM states JOIN canonical_stage k ON k.stage_id = to_stage GROUP BY ticket_id
    ) s USING (ticket_id)`;

/** Who did something, as a user. */
const actor = (of: string): string =>
  orNobody(
    `CASE WHEN ${of}.actor_kind = 'customer' THEN ${customerUser(`${of}.actor_id`)} WHEN ${of}.actor_id IN ${PERSONS} THEN ${agentUser(`${of}.actor_id`)} END`
  );

const attribute = (name: 'state' | 'owner' | 'group' | 'priority'): number => numberIn('history_attributes', name);
const type = (name: 'created' | 'updated' | 'merged_into' | 'received_merge'): number => numberIn('history_types', name);
const owner = (of: string): string => orNobody(`CASE WHEN ${of} IN ${PERSONS} THEN ${agentUser(of)} END`);

/** Changes of a field, from and to numbers; of an event that says how a ticket began there is no row. */
const changed = (field: string, name: 'owner' | 'group' | 'priority', number: (value: string) => string, joins = ''): string => `
  SELECT ${type('updated')} AS type, ${attribute(name)} AS attribute, e.ticket_id, ${number('e.from_value')} AS id_from, ${number('e.to_value')} AS id_to,
    ${actor('e')} AS created_by, e."at" AS moment, e.event_id AS place
  FROM canonical_ticket_event e JOIN told USING (ticket_id)${joins}
  WHERE e.field = '${field}'`;

const ROWS = `
  SELECT ${type('created')} AS type, NULL::INTEGER AS attribute, t.ticket_id, NULL::BIGINT AS id_from, NULL::BIGINT AS id_to, 1::BIGINT AS created_by,
    t.created_at AS moment, '' AS place
  FROM told t WHERE NOT t.is_imported
  UNION ALL
  SELECT ${type('updated')}, ${attribute('state')}, s.ticket_id, ${stateNumber('s.from_stage')}, ${stateNumber('s.to_stage')}, ${actor('s')}, s.moment, s.event_id
  FROM states s
  UNION ALL
  SELECT ${type('updated')}, ${attribute('state')}, e.ticket_id, ${stateNumber('l.stage')}, ${REMOVED_STATE}, ${actor('e')}, e."at", e.event_id
  FROM canonical_ticket_event e JOIN told USING (ticket_id) JOIN last_state l USING (ticket_id) WHERE e.field = 'delete'
  UNION ALL ${changed('owner', 'owner', owner)}
  UNION ALL ${changed('team', 'group', (value) => `(SELECT number FROM ${TEAM_NUMBERS} n WHERE n.team_id = ${value})`)}
  UNION ALL ${changed('priority', 'priority', priorityNumber)}
  UNION ALL
  SELECT ${type('merged_into')}, NULL, e.ticket_id, ${numberOf('e.ticket_id')}, ${numberOf('e.to_value')}, ${actor('e')}, e."at", e.event_id
  FROM canonical_ticket_event e JOIN told USING (ticket_id) WHERE e.field = 'merge'`;

/** The history of tickets. */
export const HISTORY: readonly Told[] = [
  {
    table: 'histories',
    select: `
      SELECT row_number() OVER (ORDER BY moment, place, ticket_id) AS id, type AS history_type_id, ${numberIn('history_objects', 'Ticket')} AS history_object_id,
        attribute AS history_attribute_id, ${numberOf('ticket_id')} AS o_id, id_from, id_to, created_by AS created_by_id, moment AS created_at, moment AS updated_at
      FROM (${ROWS})`,
  },
];
