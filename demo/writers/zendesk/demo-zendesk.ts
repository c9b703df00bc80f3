import { numberOf, TEAM_NUMBERS } from '../helpdesk/numbers';

/** Zendesk numbers all people alike: agents after all customers. */
const AGENTS = 1_000_000_000;
/** Whoever is gone from the helpdesk, and yet has written. */
const LOST = 999_999_999;

/** An agent’s number as a user, by the demo’s id. */
export const agentOf = (id: string): string => `${AGENTS} + ${numberOf(id)}`;

/** The number of whoever did something: an agent, a bot, a customer; −1 is Zendesk itself. */
export const userOf = (id: string, kind: string): string => `
  CASE
    WHEN ${kind} = 'system' OR ${kind} IS NULL THEN -1
    WHEN ${id} IS NULL THEN ${LOST}
    WHEN ${kind} = 'customer' THEN ${numberOf(id)}
    ELSE ${agentOf(id)}
  END`;

/** All people as users: (id, name, role, active, time_zone, organization_id). */
const USERS = `
  SELECT ${agentOf('agent_id')} AS id, name, 'agent' AS role, active, time_zone, NULL AS organization_id FROM canonical_agent
  UNION ALL
  SELECT ${numberOf('customer_id')}, name, 'end-user', true, NULL, ${numberOf('org_id')} FROM canonical_customer
  UNION ALL
  SELECT ${LOST}, NULL, 'agent', false, NULL, NULL`;

/** The words of Zendesk’s statuses: what is merged is closed. */
export const statusOf = (kind: string): string =>
  `CASE ${kind} WHEN 'waiting_customer' THEN 'pending' WHEN 'on_hold' THEN 'hold' WHEN 'closed' THEN 'solved' WHEN 'merged' THEN 'closed' ELSE ${kind} END`;

/** Each status that a ticket came to, of those that have a history; a close that was never logged at the instant that its ticket has for it. */
const STATUSES = `
  WITH logged AS (SELECT DISTINCT ticket_id FROM canonical_ticket_event WHERE field = 'status'),
  kinds AS (
    SELECT e.ticket_id, e."at" AS moment, e.event_id, e.actor_id, e.actor_kind,
      CASE e.field WHEN 'status' THEN e.from_value ELSE (SELECT kind FROM canonical_stage WHERE stage_id = e.from_value) END AS former,
      CASE e.field WHEN 'status' THEN e.to_value ELSE (SELECT kind FROM canonical_stage WHERE stage_id = e.to_value) END AS kind
    FROM canonical_ticket_event e LEFT JOIN logged l USING (ticket_id)
    WHERE e.field = CASE WHEN l.ticket_id IS NULL THEN 'stage' ELSE 'status' END
  ),
  last AS (SELECT ticket_id, arg_max(kind, (moment, event_id)) AS kind, max(moment) AS moment FROM kinds GROUP BY ticket_id)
  SELECT ticket_id, moment, event_id, former, kind, actor_id, actor_kind FROM kinds
  UNION ALL
  SELECT t.ticket_id, t.closed_at, NULL, NULL, 'closed', NULL, NULL
  FROM canonical_ticket t LEFT JOIN last USING (ticket_id)
  WHERE t.status = 'closed' AND coalesce(last.kind, 'open') <> 'closed' AND t.closed_at > coalesce(last.moment, TIMESTAMP '1970-01-01')`;

/** Each value that a field of a ticket came to: (ticket_id, moment, event_id, field, former, value, actor_id, actor_kind), with agents, teams and statuses as Zendesk has them. */
const VALUES = `
  SELECT ticket_id, moment, event_id, 'status' AS field, ${statusOf('former')} AS former, ${statusOf('kind')} AS value, actor_id, actor_kind FROM (${STATUSES})
  UNION ALL
  SELECT ticket_id, "at", event_id, 'assignee_id', CAST(${agentOf('from_value')} AS VARCHAR), CAST(${agentOf('to_value')} AS VARCHAR), actor_id, actor_kind
  FROM canonical_ticket_event WHERE field = 'owner'
  UNION ALL
  SELECT e.ticket_id, e."at", e.event_id, 'group_id', CAST(f.number AS VARCHAR), CAST(t.number AS VARCHAR), e.actor_id, e.actor_kind
  FROM canonical_ticket_event e LEFT JOIN ${TEAM_NUMBERS} f ON f.team_id = e.from_value LEFT JOIN ${TEAM_NUMBERS} t ON t.team_id = e.to_value
  WHERE e.field = 'team'
  UNION ALL
  SELECT ticket_id, "at", event_id, 'priority', from_value, to_value, actor_id, actor_kind FROM canonical_ticket_event WHERE field = 'priority'`;

/** The same of the tickets that are told, the last one of an instant, and what each began with where its first change is logged and that is not. */
const CHANGES = `
  WITH changes AS (
    SELECT v.* FROM (${VALUES}) v JOIN told USING (ticket_id)
    QUALIFY row_number() OVER (PARTITION BY ticket_id, field, moment ORDER BY event_id DESC) = 1
  ),
  firsts AS (SELECT ticket_id, field, min(moment) AS moment, first(former ORDER BY moment) AS former FROM changes GROUP BY ticket_id, field)
  SELECT ticket_id, moment, field, value, actor_id, actor_kind FROM changes
  UNION ALL
  SELECT f.ticket_id, t.created_at, f.field, f.former, t.requester_id, 'customer'
  FROM firsts f JOIN told t USING (ticket_id)
  WHERE f.former IS NOT NULL AND f.moment > t.created_at`;

/** Comments: what triggers, surveys and campaigns send is none, nor a draft; the automatic answer of a customer is suspended. */
const COMMENTS = `
  SELECT m.*, ${userOf('m.author_id', 'm.author_kind')} AS user_number, m.visibility = 'public' AND m.kind IN ('reply', 'call') AS is_public
  FROM canonical_message m JOIN told USING (ticket_id)
  WHERE m.kind IN ('reply', 'note', 'forward', 'call') AND m.author_kind <> 'system'`;

/** The ratings that Zendesk has: good or bad. */
const RATINGS = `SELECT s.* FROM canonical_survey s JOIN told USING (ticket_id) WHERE s.kind = 'csat' AND s.scale_max = 1`;

/** What is told in every replica of a Zendesk: spam is suspended and never becomes a ticket; none is marked as a test or imported. */
export const VIEWS = {
  told: 'SELECT * FROM canonical_ticket WHERE NOT is_spam AND NOT is_test AND NOT is_imported',
  users: USERS,
  changes: CHANGES,
  comments: COMMENTS,
  ratings: RATINGS,
};

/** The status of a ticket of `told`, as it is today. */
export const STATUS_NOW = `CASE WHEN t.is_deleted THEN 'deleted' ELSE ${statusOf('t.status')} END`;

/** A form for each category, by the order of their names: their numbers begin here. */
export const FORMS = `(SELECT category, 5000 + row_number() OVER (ORDER BY category) AS number FROM (SELECT DISTINCT category FROM told WHERE category IS NOT NULL))`;

/** Zendesk’s words of channels, of the demo’s. */
export const VIA = `CASE t.channel WHEN 'web_form' THEN 'web' WHEN 'phone' THEN 'voice' ELSE t.channel END`;

/** Who submitted a ticket of `told`: who began it, else its owner. */
export const SUBMITTER = `
  CASE t.created_by
    WHEN 'customer' THEN ${numberOf('t.requester_id')}
    WHEN 'system' THEN -1
    WHEN 'bot' THEN (SELECT min(${agentOf('agent_id')}) FROM canonical_agent WHERE is_bot)
    ELSE coalesce(${agentOf('t.owner_id')}, ${LOST})
  END`;

/** Calendars by number: that of most tickets is the first. */
export const CALENDARS = '(SELECT *, row_number() OVER (ORDER BY calendar_id) AS number FROM canonical_calendar)';

/** A time of day, HH:MM, in minutes. */
export const minuteOf = (time: string): string => `(CAST(substr(${time}, 1, 2) AS BIGINT) * 60 + CAST(substr(${time}, 4, 2) AS BIGINT))`;
