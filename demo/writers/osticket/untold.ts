import type { Part } from '../helpdesk/demo-helpdesk';

const CHATS = 'osTicket has no chat';
const PRESENCE = 'osTicket keeps no presence';
const RATINGS = 'osTicket asks for no ratings';
const WAITS = 'osTicket’s statuses are open or closed: none says that a ticket waits';
const TARGETS = 'a grace period is for the close alone, whatever the priority, and its policy is that of today';
const HANDOVERS = 'osTicket has no bots that hand over';
const OWNERS = 'osTicket has no bots that have tickets, and who got one without an event has it since the next one';
const STAGES = 'osTicket has one list of statuses, and writes neither the first nor the one of a reopening';

/** The metrics of which osTicket does not keep what the demo has for them, and why; of all others it gives the same numbers. */
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
  resolution_time: WAITS,
  requester_wait_time: WAITS,
  agent_work_time: WAITS,
  sla_attainment: TARGETS,
  sla_breaches: TARGETS,
  sla_at_risk: TARGETS,
  time_to_breach: TARGETS,
  time_to_assignment: OWNERS,
  transfers: OWNERS,
  time_spent: 'osTicket keeps no time that was worked',
};

const WRITTEN: Part = {
  filters: [{ field: 'channel', op: 'in', values: ['email', 'web_form', 'phone'] }],
  of: 'tickets by e-mail, form and telephone',
  why: HANDOVERS,
};

/** Where no bot hands over, customers wait as long there as in the demo. */
export const PARTLY: Readonly<Record<string, Part>> = { time_to_first_response: WRITTEN, customer_wait_time: WRITTEN, owner_reply_time: WRITTEN };
