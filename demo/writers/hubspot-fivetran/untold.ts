import type { Part } from '../helpdesk/demo-helpdesk';

const CHATS = 'HubSpot’s conversations are not replicated';
const FEEDBACK = 'HubSpot’s feedback is not read';
const GOALS = 'HubSpot’s SLA goals are not replicated';
const PRESENCE = 'HubSpot keeps no history of availability';
const STAGES = 'HubSpot always writes stages; the demo has tickets of which it knows the status alone';
const PAUSES = 'HubSpot’s stages are open or closed: which of them wait or pause is known by their names alone';

/** The metrics of which HubSpot does not keep what the demo has for them, and why; of all others it gives the same numbers. */
export const UNTOLD: Readonly<Record<string, string>> = {
  csat: FEEDBACK,
  csat_response_rate: FEEDBACK,
  nps: FEEDBACK,
  ces: FEEDBACK,
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
  sla_attainment: GOALS,
  sla_breaches: GOALS,
  sla_at_risk: GOALS,
  time_to_breach: GOALS,
  time_in_stage: STAGES,
  stage_dwell: STAGES,
  resolution_time: PAUSES,
  agent_work_time: PAUSES,
  time_spent: 'HubSpot keeps no time that was worked',
};

const WRITTEN: Part = {
  filters: [{ field: 'channel', op: 'not_in', values: ['chat', 'whatsapp'] }],
  of: 'tickets that came by e-mail, form or telephone',
  why: CHATS,
};

/** The metrics of messages, which the connector has of e-mails alone. */
export const PARTLY: Readonly<Record<string, Part>> = Object.fromEntries(
  [
    'time_to_first_response',
    'customer_reply_time',
    'customer_wait_time',
    'owner_reply_count',
    'owner_reply_time',
    'reply_time_since_assignment',
    'ticket_reply_count',
    'messages_by_hour',
    'one_touch_rate',
    'first_contact_resolution',
    'replies_to_resolution',
    'waiting_now',
    'longest_wait',
  ].map((metric) => [metric, WRITTEN])
);
