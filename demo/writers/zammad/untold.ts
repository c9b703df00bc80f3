import type { Part } from '../helpdesk/demo-helpdesk';

const RATINGS = 'Zammad asks for no ratings';
const CHATS = 'Zammad’s chat sessions have no tickets';
const BOTS = 'Zammad has no bots that hand over to people';
const PRESENCE = 'Zammad keeps no history of who was there';
const STATES = 'Zammad’s states are statuses and stages at once, where the demo logs some of one kind alone';
const TARGETS =
  'Zammad keeps no history of SLAs: the one that its conditions choose today is taken for all of a ticket’s time, and its days have no other hours but holidays';

/** The metrics of which Zammad does not keep what the demo has for them, and why; of all others it gives the same numbers. */
export const UNTOLD: Readonly<Record<string, string>> = {
  csat: RATINGS,
  csat_response_rate: RATINGS,
  nps: RATINGS,
  ces: RATINGS,
  chat_wait_time: CHATS,
  chat_abandonment: CHATS,
  chat_duration: CHATS,
  bot_resolution_rate: CHATS,
  agent_concurrency: CHATS,
  occupancy: CHATS,
  availability_hours: PRESENCE,
  max_available_agents: PRESENCE,
  agent_status_time: PRESENCE,
  uncovered_hours: 'Zammad has calendars of SLAs, none of agents',
  time_in_stage: STATES,
  stage_dwell: STATES,
  resolution_time: STATES,
  agent_work_time: 'Zammad has no type of states that is on hold: one for it is open',
  sla_attainment: TARGETS,
  sla_breaches: TARGETS,
  time_to_breach: TARGETS,
};

const WITHOUT_BOTS: Part = {
  filters: [{ field: 'channel', op: 'not_in', values: ['chat'] }],
  of: 'tickets that are no chats, in which the demo’s bots hand over',
  why: BOTS,
};

/** The metrics of waits that begin anew where a bot hands over. */
export const PARTLY: Readonly<Record<string, Part>> = Object.fromEntries(
  ['time_to_first_response', 'customer_wait_time', 'owner_reply_time'].map((metric) => [metric, WITHOUT_BOTS])
);
