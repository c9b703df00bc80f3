import type { Part } from '../helpdesk/demo-helpdesk';

const CHATS = 'FreeScout keeps no sessions of chats';
const PRESENCE = 'FreeScout keeps no presence, and no hours';
const RATINGS = 'the module for ratings has three of its own, and none of the demo’s scales';
const TARGETS = 'FreeScout promises nothing';
const STAGES = 'FreeScout has one list of statuses';
const HOLDS = 'FreeScout has no status for what is on hold';
const HANDOVERS = 'FreeScout has no bots that hand over';

/** The metrics of which FreeScout does not keep what the demo has for them, and why; of all others it gives the same numbers. */
export const UNTOLD: Readonly<Record<string, string>> = {
  csat: RATINGS,
  nps: RATINGS,
  ces: RATINGS,
  csat_response_rate: RATINGS,
  chat_wait_time: CHATS,
  chat_abandonment: CHATS,
  chat_duration: CHATS,
  bot_resolution_rate: CHATS,
  agent_concurrency: CHATS,
  occupancy: PRESENCE,
  availability_hours: PRESENCE,
  max_available_agents: PRESENCE,
  agent_status_time: PRESENCE,
  uncovered_hours: PRESENCE,
  time_in_stage: STAGES,
  stage_dwell: STAGES,
  resolution_time: HOLDS,
  agent_work_time: HOLDS,
  sla_attainment: TARGETS,
  sla_breaches: TARGETS,
  sla_at_risk: TARGETS,
  time_to_breach: TARGETS,
  time_spent: 'time that was worked is a module’s',
};

const WRITTEN: Part = {
  filters: [{ field: 'channel', op: 'in', values: ['email', 'phone'] }],
  of: 'conversations by e-mail and telephone',
  why: HANDOVERS,
};

/** Where no bot hands over, customers wait as long there as in the demo. */
export const PARTLY: Readonly<Record<string, Part>> = { time_to_first_response: WRITTEN, customer_wait_time: WRITTEN, owner_reply_time: WRITTEN };
