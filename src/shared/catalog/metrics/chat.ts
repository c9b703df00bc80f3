import { CHAT_DIMENSIONS, DURATION_STATISTICS } from '../bindings';
import { metric } from '../metric';

const chats = { topic: 'performance', needs: ['chat_session'] } as const;
const WHO = ['ticket', 'subject', 'owner', 'team', 'customer'] as const;

/** Chats: how long visitors wait, whether they give up, how long agents talk, and what bots solve. */
export const chat = [
  metric({
    ...chats,
    id: 'chat_wait_time',
    label: 'Chat wait time',
    question: 'How long do chat visitors wait for a person?',
    better: 'lower',
    unit: 's',
    about:
      'From the start of the chat, or the bot’s last handover, to the first message of an agent. Abandoned chats are left out: they have a rate of their own. Dated by that message.',
    fact: 'chat_fact',
    at: 'first_agent_at',
    datedBy: 'the first agent message',
    measure: { kind: 'duration', all: 'wait_ms', sla: 'wait_biz_ms' },
    statistics: DURATION_STATISTICS,
    dimensions: CHAT_DIMENSIONS,
    columns: ['first_agent_at', ...WHO, 'ended_by', 'duration', 'duration_sla'],
  }),
  metric({
    ...chats,
    id: 'chat_abandonment',
    label: 'Chat abandonment',
    question: 'How many chat visitors give up?',
    better: 'lower',
    unit: 'percentunit',
    about:
      'Chats that ended without an agent’s message, of those answered or so ended. A chat that a bot ended is neither, unless it had been handed over. Dated by the start of the chat.',
    fact: 'chat_fact',
    at: 'started_at',
    datedBy: 'the start of the chat',
    dimensions: {
      ...CHAT_DIMENSIONS,
      owner: { column: 'started_owner_ix' },
      team: { column: 'started_team_ix' },
      asked_in_hours: { column: 'started_asked_in_hours' },
    },
    measure: { kind: 'share', positive: 'is_abandoned' },
    where: [{ rule: 'chat_over' }],
    skewed: 'is_skewed',
    statistics: ['share', 'count', 'n'],
    columns: ['started_at', 'ended_at', 'ended_by', ...WHO, 'channel', 'priority', 'status'],
  }),
  metric({
    ...chats,
    id: 'chat_duration',
    label: 'Chat duration',
    question: 'How long do agents talk in a chat?',
    better: 'neutral',
    unit: 's',
    about:
      'From the first message of an agent to the end of the chat, by the agent who wrote first. Chats that no agent answered, and those that still run, are left out. Dated by the end.',
    fact: 'chat_end_fact',
    at: 'ended_at',
    datedBy: 'the end of the chat',
    measure: { kind: 'duration', all: 'talk_ms', sla: 'talk_biz_ms' },
    statistics: DURATION_STATISTICS,
    dimensions: { ...CHAT_DIMENSIONS, author: { column: 'author_ix' } },
    columns: ['ended_at', 'started_at', 'first_agent_at', 'author', 'ended_by', ...WHO, 'duration', 'duration_sla'],
  }),
  metric({
    ...chats,
    id: 'bot_resolution_rate',
    label: 'Bot resolution rate',
    question: 'How many chats does the bot solve alone?',
    better: 'higher',
    unit: 'percentunit',
    about: 'Chats that a bot ended, without an agent’s message and without a handover, of all chats that ended. Dated by the end.',
    fact: 'chat_end_fact',
    at: 'ended_at',
    datedBy: 'the end of the chat',
    measure: { kind: 'share', positive: 'is_bot_resolved' },
    skewed: 'is_skewed',
    statistics: ['share', 'count', 'n'],
    dimensions: CHAT_DIMENSIONS,
    columns: ['ended_at', 'started_at', 'ended_by', ...WHO, 'channel'],
  }),
];
