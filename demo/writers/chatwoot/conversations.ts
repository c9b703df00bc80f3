import type { Told } from '../helpdesk/demo-helpdesk';
import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';
import { contactOf } from './people';

/** The inboxes by the demo’s channels, in the order of their numbers. */
const INBOXES = [
  ['email', 'Support', 'Channel::Email'],
  ['web_form', 'Web form', 'Channel::Email'],
  ['chat', 'Website', 'Channel::WebWidget'],
  ['phone', 'Telephone', 'Channel::Voice'],
  ['whatsapp', 'WhatsApp', 'Channel::Whatsapp'],
] as const;

const inboxOf = (channel: string): string => `CASE ${channel} ${INBOXES.map(([name], i) => `WHEN '${name}' THEN ${i + 1}`).join(' ')} END`;

/** Hours as Chatwoot keeps them: one stretch a day of what holds today, of one calendar. */
const HOURS = `
  SELECT i.id AS inbox_id, d.day % 7 AS day_of_week, h.weekday IS NULL AS closed_all_day,
    CAST(substr(h."start", 1, 2) AS INTEGER) AS open_hour, CAST(substr(h."start", 4, 2) AS INTEGER) AS open_minutes,
    CAST(substr(h."end", 1, 2) AS INTEGER) AS close_hour, CAST(substr(h."end", 4, 2) AS INTEGER) AS close_minutes
  FROM range(1, ${INBOXES.length + 1}) AS i (id), range(1, 8) AS d (day)
    LEFT JOIN canonical_calendar_hours h ON h.calendar_id = 'amsterdam' AND h.valid_to IS NULL AND h.weekday = d.day`;

/** Conversations with what they are today, and the inboxes they came through. */
export const CONVERSATIONS: readonly Told[] = [
  {
    table: 'inboxes',
    select: INBOXES.map(
      ([, name, type], i) =>
        `SELECT ${i + 1} AS id, 1 AS account_id, '${name}' AS name, '${type}' AS channel_type, 'Europe/Amsterdam' AS timezone, true AS working_hours_enabled`
    ).join(' UNION ALL '),
  },
  { table: 'working_hours', select: `SELECT row_number() OVER () AS id, 1 AS account_id, * FROM (${HOURS})` },
  {
    table: 'conversations',
    select: `
      SELECT ${numberOf('t.ticket_id')} AS id, 1 AS account_id, CAST(t.number AS INTEGER) AS display_id, ${inboxOf('t.channel')} AS inbox_id,
        ${contactOf('t')} AS contact_id,
        CASE WHEN t.status IN ('closed', 'spam') THEN 1 WHEN t.status = 'new' THEN 2 WHEN t.status IN ('waiting_customer', 'on_hold') THEN 3 ELSE 0 END AS status,
        CASE WHEN NOT a.is_bot THEN ${numberOf('t.owner_id')} END AS assignee_id, CASE WHEN a.is_bot THEN ${numberOf('t.owner_id')} END AS assignee_agent_bot_id,
        team.number AS team_id, CASE t.priority WHEN 'low' THEN 0 WHEN 'normal' THEN 1 WHEN 'high' THEN 2 WHEN 'urgent' THEN 3 END AS priority,
        t.created_at, coalesce(t.updated_at, t.created_at) AS updated_at, to_json({mail_subject: t.subject}) AS additional_attributes,
        t.attributes AS custom_attributes, nullif(array_to_string(t.tags, ', '), '') AS cached_label_list
      FROM told t
        LEFT JOIN canonical_agent a ON a.agent_id = t.owner_id
        LEFT JOIN ${TEAM_NUMBERS} team ON team.team_id = t.team_id`,
  },
];
