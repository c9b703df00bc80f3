/**
 * Whether `content_attributes` of a message says something under a key of its own. Rails keeps it as JSON text within JSON, other programs write plain
 * JSON; both are read as texts, since parsing would end the whole SELECT at one bad value, and an e-mail’s whole text is in there. A quote of the text
 * itself stands behind more backslashes, so that what a customer writes is never taken for a key.
 */
export function saidIn(message: string, key: string, value: string): string {
  const json = `${message}.content_attributes`;
  return `
    CASE json_typeof(${json})
      WHEN 'string' THEN ${json}::text ~ '[^\\\\]\\\\"${key}\\\\":\\s*(\\\\")?${value}'
      WHEN 'object' THEN ${json}::text ~ '[^\\\\]"${key}"\\s*:\\s*"?${value}'
      ELSE false
    END`;
}

/** Whether a message was deleted: its row stays. */
export const deleted = (message: string): string => `coalesce(${saidIn(message, 'deleted', 'true')}, false)`;

/** Whether an automation rule wrote it. */
const automated = (message: string): string => `coalesce(${saidIn(message, 'automation_rule_id', '[0-9]')}, false)`;

/** Whether somebody wrote it in the channel’s own app, past Chatwoot: a person, but nobody knows who. */
const echoed = (message: string): string => `coalesce(${saidIn(message, 'external_echo', 'true')}, false)`;

/** Whether it is one of a campaign’s. */
const ofCampaign = (message: string): string => `(${message}.additional_attributes ->> 'campaign_id' IS NOT NULL)`;

/** Who wrote a message of type 0 or 1: a canonical kind of author. */
export function authorOf(message: string): string {
  return `
    CASE
      WHEN ${message}.message_type = 0 THEN 'customer'
      WHEN ${message}.message_type <> 1 THEN 'system'
      WHEN ${message}.sender_type = 'User' THEN 'agent'
      WHEN ${message}.sender_type IS NOT NULL THEN 'bot'
      WHEN ${echoed(message)} THEN 'agent'
      ELSE 'system'
    END`;
}

/** What kind of message it is, canonically. */
export function kindOf(message: string): string {
  return `
    CASE
      WHEN ${deleted(message)} THEN 'draft'
      WHEN ${message}.private THEN 'note'
      WHEN ${message}.content_type = 9 THEN 'survey'
      WHEN ${message}.content_type = 12 THEN 'call'
      WHEN ${message}.message_type = 0 THEN 'reply'
      WHEN ${ofCampaign(message)} THEN 'campaign'
      WHEN ${message}.message_type <> 1 OR ${automated(message)} THEN 'auto'
      WHEN ${message}.sender_type IS NULL AND NOT ${echoed(message)} THEN 'auto'
      ELSE 'reply'
    END`;
}

/** The columns of a message that say who wrote it, and those that say besides what it is. */
export const WROTE = ['message_type', 'sender_type', 'content_attributes'] as const;
export const SAID = [...WROTE, 'private', 'content_type', 'additional_attributes'] as const;
