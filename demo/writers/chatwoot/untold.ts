import type { Part } from '../helpdesk/demo-helpdesk';

const SESSIONS = 'Chatwoot has no sessions: a chat lasts as long as its conversation is open, and nobody knows who ended it';
const OWNERS = 'Chatwoot keeps no history of assignees';
const TEAMS = 'Chatwoot keeps no history of teams';
const WAITS = 'Chatwoot writes in texts alone that a conversation was snoozed or put to pending';
const STAGES = 'Chatwoot has no stages';
const TARGETS = 'Chatwoot’s policies have one threshold a clock, around the clock: no priorities, no hours, no former thresholds, no other policy later';
const SURVEYS = 'Chatwoot asks for stars alone';

/** The metrics of which Chatwoot does not keep what the demo has for them, and why; of all others it gives the same numbers. */
export const UNTOLD: Readonly<Record<string, string>> = {
  nps: SURVEYS,
  ces: SURVEYS,
  time_in_stage: STAGES,
  stage_dwell: STAGES,
  chat_wait_time: SESSIONS,
  chat_abandonment: SESSIONS,
  chat_duration: SESSIONS,
  bot_resolution_rate: SESSIONS,
  agent_concurrency: SESSIONS,
  occupancy: SESSIONS,
  resolution_time: WAITS,
  requester_wait_time: WAITS,
  agent_work_time: WAITS,
  time_to_assignment: OWNERS,
  time_with_owner: OWNERS,
  reply_time_since_assignment: OWNERS,
  transfers: OWNERS,
  time_with_team: TEAMS,
  team_transfers: TEAMS,
  time_spent: 'Chatwoot keeps no time that was worked',
  uncovered_hours: 'Chatwoot keeps no holidays, and hours of inboxes, not of agents',
  sla_attainment: TARGETS,
  sla_breaches: TARGETS,
  sla_at_risk: TARGETS,
  time_to_breach: TARGETS,
};

const STARS: Part = { filters: [{ field: 'scale', op: 'in', values: ['1-5'] }], of: 'ratings of one to five stars', why: SURVEYS };

/** Of ratings it has those with stars. */
export const PARTLY: Readonly<Record<string, Part>> = { csat: STARS, csat_response_rate: STARS };
