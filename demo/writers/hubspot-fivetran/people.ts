import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { CLOSED, pipelineId } from './views';

/** Users are numbered apart from owners. */
const USERS = 100_000;
export const userOf = (agent: string): string => `${USERS} + ${numberOf(agent)}`;

/** A name in two columns, which together are the name. */
const named = (first: string, last: string): string =>
  `split_part(name, ' ', 1) AS ${first}, nullif(substr(name, length(split_part(name, ' ', 1)) + 2), '') AS ${last}`;

/** Who there is, and through what tickets go. */
export const PEOPLE: readonly Told[] = [
  {
    table: 'owner',
    select: `
      SELECT ${numberOf('agent_id')} AS owner_id, ${userOf('agent_id')} AS active_user_id, active AS is_active, ${named('first_name', 'last_name')}, 1 AS portal_id
      FROM canonical_agent WHERE NOT is_bot`,
  },
  { table: 'users', select: `SELECT ${userOf('agent_id')} AS id, ${named('first_name', 'last_name')} FROM canonical_agent WHERE NOT is_bot` },
  { table: 'team', select: `SELECT number AS id, name FROM ${TEAM_NUMBERS}` },
  {
    table: 'owner_team',
    select: `
      SELECT ${numberOf('m.agent_id')} AS owner_id, t.number AS team_id, true AS is_team_primary
      FROM (SELECT DISTINCT team_id, agent_id FROM canonical_team_member WHERE "to" IS NULL) m
        JOIN canonical_agent a USING (agent_id)
        JOIN ${TEAM_NUMBERS} t USING (team_id)
      WHERE NOT a.is_bot`,
  },
  { table: 'contact', select: `SELECT ${numberOf('customer_id')} AS id, ${named('property_firstname', 'property_lastname')} FROM canonical_customer` },
  { table: 'company', select: `SELECT ${numberOf('org_id')} AS id, name AS property_name FROM canonical_organization` },
  {
    table: 'ticket_pipeline',
    select: `SELECT ${pipelineId('pipeline_id')} AS pipeline_id, label, row_number() OVER (ORDER BY pipeline_id) - 1 AS display_order FROM canonical_pipeline`,
  },
  {
    table: 'ticket_pipeline_stage',
    select: `
      SELECT n.number AS stage_id, ${pipelineId('s.pipeline_id')} AS pipeline_id, s.label, s.position - 1 AS display_order, s.kind IN ${CLOSED} AS is_closed,
        CASE WHEN s.kind IN ${CLOSED} THEN 'CLOSED' ELSE 'OPEN' END AS ticket_state
      FROM canonical_stage s JOIN stages n USING (stage_id)`,
  },
];
