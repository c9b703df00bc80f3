import type { Part } from '../helpdesk/demo-helpdesk';

const SURVEYS = 'Zendesk asks whether it was good or bad alone';
const STAGES =
  'Zendesk’s statuses are the stages, of one pipeline, and every ticket has them; the demo has two pipelines, and tickets whose stages were not logged';
const CHATS = 'chats are not replicated here: what was said is a comment each';
const PRESENCE = 'agents’ presence is not replicated';

/** The metrics of which no replica of a Zendesk keeps what the demo has for them, and why; SLA apart. */
export const UNTOLD: Readonly<Record<string, string>> = {
  nps: SURVEYS,
  ces: SURVEYS,
  time_in_stage: STAGES,
  stage_dwell: STAGES,
  resolution_time: 'Zendesk’s pending and hold both pause; of the demo’s stages some do not',
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
  time_spent: 'Zendesk keeps no time that was worked',
};

const ASKED: Part = { filters: [{ field: 'scale', op: 'in', values: ['0-1'] }], of: 'ratings of good or bad', why: SURVEYS };
const BY_PEOPLE: Part = {
  filters: [{ field: 'channel', op: 'not_in', values: ['chat'] }],
  of: 'tickets that came otherwise than by chat',
  why: 'Zendesk does not say when a bot hands over to people',
};

/** The metrics that give the same numbers over a part. */
export const PARTLY: Readonly<Record<string, Part>> = {
  csat: ASKED,
  csat_response_rate: ASKED,
  time_to_first_response: BY_PEOPLE,
  customer_wait_time: BY_PEOPLE,
  owner_reply_time: BY_PEOPLE,
};
