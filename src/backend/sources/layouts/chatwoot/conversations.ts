import type { Here, LayoutSelect } from '../layout';
import { wordOf } from '../word-of';
import { authorOf, WROTE } from './said';
import { utc } from './sql';

const CHANNELS: Readonly<Record<string, string>> = {
  'Channel::Email': 'email',
  'Channel::WebWidget': 'chat',
  'Channel::Api': 'chat',
  'Channel::Whatsapp': 'whatsapp',
  'Channel::Sms': 'sms',
  'Channel::TwilioSms': 'sms',
  'Channel::FacebookPage': 'facebook',
  'Channel::TwitterProfile': 'twitter',
};

/** The channels that are chats, as Chatwoot calls them, as literals. */
export const CHATS = Object.keys(CHANNELS)
  .filter((channel) => CHANNELS[channel] === 'chat')
  .map((channel) => `'${channel}'`)
  .join(', ');

/** A canonical channel: what has no word here has its own, such as telegram. */
const channelOf = (type: string): string => wordOf(type, CHANNELS, `lower(replace(${type}, 'Channel::', ''))`);

/** Who has it: a person, else the bot that is assigned, which later versions know. */
function ownerOf({ has }: Here): string {
  return has('conversations', 'assignee_agent_bot_id') ? `coalesce(c.assignee_id::text, 'bot-' || c.assignee_agent_bot_id)` : 'c.assignee_id::text';
}

/** A conversation: how it began is said by its first message, taken by an aggregate since a LIMIT 1 leads the planner to search all messages by their time. */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    conversations: [
      'id',
      'account_id',
      'display_id',
      'inbox_id',
      'contact_id',
      'status',
      'assignee_id',
      'team_id',
      'priority',
      'created_at',
      'updated_at',
      'additional_attributes',
      'custom_attributes',
      'cached_label_list',
    ],
    messages: ['id', 'account_id', 'conversation_id', 'created_at', ...WROTE],
    inboxes: ['id', 'channel_type'],
    contacts: ['id', 'blocked', 'updated_at'],
  },
  maybe: { conversations: ['assignee_agent_bot_id'] },
  select: (_, here) => `
    SELECT c.id AS ticket_id, c.display_id AS number, nullif(c.additional_attributes ->> 'mail_subject', '') AS subject,
      ${utc('c.created_at')} AS created_at, coalesce(first.author, 'customer') AS created_by,
      ${channelOf('i.channel_type')} AS channel, c.contact_id AS requester_id, ${ownerOf(here)} AS owner_id, c.team_id,
      ${wordOf('c.status', { 0: 'open', 1: 'closed', 2: 'new', 3: 'on_hold' })} AS status,
      ${wordOf('c.priority', { 0: 'low', 1: 'medium', 2: 'high', 3: 'urgent' })} AS priority,
      regexp_split_to_array(nullif(trim(c.cached_label_list), ''), '\\s*,\\s*') AS tags,
      coalesce(k.blocked, false) AS is_spam, CASE jsonb_typeof(c.custom_attributes) WHEN 'object' THEN c.custom_attributes END AS attributes,
      ${utc('greatest(c.updated_at, k.updated_at)')} AS updated_at
    FROM conversations c
      JOIN inboxes i ON i.id = c.inbox_id
      LEFT JOIN contacts k ON k.id = c.contact_id
      CROSS JOIN LATERAL (
        SELECT (array_agg(${authorOf('m')} ORDER BY m.created_at, m.id))[1] AS author
        FROM messages m
        WHERE m.conversation_id = c.id AND m.account_id = c.account_id AND m.message_type IN (0, 1)
      ) AS first
    WHERE c.account_id = ${here.option('account')}`,
  without: {
    org_id: 'it is the contact’s',
    pipeline_id: 'Chatwoot has no stages',
    stage_id: 'Chatwoot has no stages',
    category: 'Chatwoot has labels',
    closed_at: 'it is an event',
    merged_into_id: 'Chatwoot merges contacts, not conversations',
    parent_id: 'Chatwoot has none',
    is_deleted: 'what is deleted is gone',
    is_test: 'Chatwoot has no mark for it',
    is_imported: 'Chatwoot has no mark for it',
  },
};
