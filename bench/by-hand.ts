import type { HelpdeskQuery } from '../src/shared/query';

/** A metric, and the SQL that people paste into a PostgreSQL panel for it: honest, on the raw tables with their indexes. $1 and $2 are the range. */
export interface ByHand {
  readonly query: HelpdeskQuery;
  readonly sql: string;
  /** Whether both definitions give the same number (within a rounding); others are simpler than the metric. */
  readonly isSame: boolean;
}

const week = `date_trunc('week', %s AT TIME ZONE 'Europe/Amsterdam')`;
const by = (column: string) => week.replace('%s', column);
/** Tickets that count: what spam, deleted, merged, test and imported ones are left out of. */
const COUNTED = 'NOT t.is_spam AND NOT t.is_deleted AND t.merged_into_id IS NULL AND NOT t.is_test AND NOT t.is_imported';
const HUMAN = `m.visibility = 'public' AND m.kind = 'reply' AND (m.author_kind = 'customer' OR (m.author_kind = 'agent' AND coalesce(a.is_bot, false) = false))`;

/** Runs of one side's messages, numbered: the usual gaps-and-islands. */
const TURNS = `
  rows AS (
    SELECT m.ticket_id, m.sent_at, m.message_id, m.author_id, m.author_kind FROM message m LEFT JOIN agent a ON a.agent_id = m.author_id WHERE ${HUMAN}
    UNION ALL SELECT ticket_id, created_at, '', requester_id, 'customer' FROM ticket WHERE created_by = 'customer'
  ), marked AS (
    SELECT *, CASE WHEN lag(author_kind) OVER w IS DISTINCT FROM author_kind THEN 1 ELSE 0 END AS starts FROM rows WINDOW w AS (PARTITION BY ticket_id ORDER BY sent_at, message_id)
  ), firsts AS (SELECT * FROM marked WHERE starts = 1),
  turns AS (
    SELECT ticket_id, author_id, author_kind, sent_at, lag(sent_at) OVER (PARTITION BY ticket_id ORDER BY sent_at, message_id) AS waited_from FROM firsts
  )`;

const STATES = `
  states AS (
    SELECT e.ticket_id, e.at, e.event_id, e.to_value IN ('closed', 'merged', 'spam') AS is_closed, lag(e.to_value IN ('closed', 'merged', 'spam')) OVER (PARTITION BY e.ticket_id ORDER BY e.at, e.event_id) AS was_closed
    FROM ticket_event e WHERE e.field = 'status'
  ), closes AS (SELECT ticket_id, at FROM states WHERE is_closed AND coalesce(was_closed, false) = false),
  last_states AS (SELECT DISTINCT ON (ticket_id) ticket_id, is_closed FROM states ORDER BY ticket_id, at DESC, event_id DESC),
  last_closes AS (SELECT c.ticket_id, max(c.at) AS at FROM closes c JOIN last_states l USING (ticket_id) WHERE l.is_closed GROUP BY c.ticket_id)`;

/** Twelve questions. */
export const BY_HAND: readonly ByHand[] = [
  {
    isSame: true,
    query: { metric: 'opened', view: 'over_time', frequency: 'week' },
    sql: `SELECT ${by('t.created_at')} AS b, count(*) FROM ticket t WHERE t.created_at >= $1 AND t.created_at < $2 AND ${COUNTED} GROUP BY 1 ORDER BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'support_volume', view: 'totals', groupBy: ['team'] },
    sql: `SELECT t.team_id, count(*) FROM ticket t WHERE t.created_at >= $1 AND t.created_at < $2 AND ${COUNTED} GROUP BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'ticket_reply_count', view: 'totals', groupBy: ['direction'] },
    sql: `SELECT m.author_kind, count(*) FROM message m JOIN ticket t USING (ticket_id) LEFT JOIN agent a ON a.agent_id = m.author_id WHERE m.sent_at >= $1 AND m.sent_at < $2 AND ${HUMAN} AND ${COUNTED} GROUP BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day'] },
    sql: `SELECT extract(hour FROM m.sent_at AT TIME ZONE 'Europe/Amsterdam') AS h, count(*) FROM message m JOIN ticket t USING (ticket_id) LEFT JOIN agent a ON a.agent_id = m.author_id WHERE m.sent_at >= $1 AND m.sent_at < $2 AND ${HUMAN} AND ${COUNTED} GROUP BY 1`,
  },
  {
    isSame: false,
    query: { metric: 'time_to_first_response', view: 'over_time', frequency: 'week', statistics: ['mean', 'p90'] },
    sql: `WITH first AS (SELECT t.ticket_id, t.created_at, min(m.sent_at) AS replied_at FROM ticket t JOIN message m USING (ticket_id) JOIN agent a ON a.agent_id = m.author_id AND NOT a.is_bot
      WHERE t.created_by <> 'agent' AND m.author_kind = 'agent' AND m.visibility = 'public' AND m.kind = 'reply' AND ${COUNTED} GROUP BY 1, 2)
      SELECT ${by('replied_at')} AS b, avg(extract(epoch FROM replied_at - created_at)), percentile_cont(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM replied_at - created_at)) FROM first WHERE replied_at >= $1 AND replied_at < $2 GROUP BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'time_to_close', view: 'over_time', frequency: 'week', statistics: ['median'] },
    sql: `WITH ${STATES} SELECT ${by('c.at')} AS b, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM c.at - t.created_at)) FROM last_closes c JOIN ticket t USING (ticket_id) WHERE c.at >= $1 AND c.at < $2 AND ${COUNTED} GROUP BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'closed', view: 'over_time', frequency: 'week' },
    sql: `WITH ${STATES} SELECT ${by('c.at')} AS b, count(*) FROM closes c JOIN ticket t USING (ticket_id) WHERE c.at >= $1 AND c.at < $2 AND ${COUNTED} GROUP BY 1`,
  },
  {
    isSame: true,
    query: { metric: 'customer_wait_time', view: 'totals' },
    sql: `WITH ${TURNS} SELECT avg(extract(epoch FROM u.sent_at - u.waited_from)) FROM turns u JOIN ticket t USING (ticket_id) WHERE u.author_kind = 'agent' AND u.waited_from IS NOT NULL AND u.sent_at >= $1 AND u.sent_at < $2 AND ${COUNTED}`,
  },
  {
    isSame: true,
    query: { metric: 'owner_reply_time', view: 'totals', groupBy: ['author'], limit: 10 },
    sql: `WITH ${TURNS} SELECT u.author_id, avg(extract(epoch FROM u.sent_at - u.waited_from)) AS v FROM turns u JOIN ticket t USING (ticket_id) WHERE u.author_kind = 'agent' AND u.waited_from IS NOT NULL AND u.sent_at >= $1 AND u.sent_at < $2 AND ${COUNTED} GROUP BY 1 ORDER BY v DESC LIMIT 10`,
  },
  {
    isSame: true,
    query: { metric: 'csat', view: 'over_time', frequency: 'week' },
    sql: `WITH last AS (SELECT DISTINCT ON (coalesce(s.ticket_id, s.survey_id), s.form_id) s.* FROM survey s WHERE s.kind = 'csat' AND s.answered_at IS NOT NULL ORDER BY coalesce(s.ticket_id, s.survey_id), s.form_id, s.answered_at DESC, s.survey_id DESC)
      SELECT ${by('s.answered_at')} AS b, avg(CASE WHEN (s.score - s.scale_min) / (s.scale_max - s.scale_min) >= 0.75 THEN 1.0 ELSE 0 END) FROM last s LEFT JOIN ticket t USING (ticket_id) WHERE s.score IS NOT NULL AND s.answered_at >= $1 AND s.answered_at < $2 AND (t.ticket_id IS NULL OR (${COUNTED})) GROUP BY 1`,
  },
  {
    isSame: false,
    query: { metric: 'backlog', view: 'totals' },
    sql: `WITH ${STATES}, now AS (SELECT DISTINCT ON (ticket_id) ticket_id, is_closed FROM states WHERE at < $2 ORDER BY ticket_id, at DESC) SELECT count(*) FROM now n JOIN ticket t USING (ticket_id) WHERE NOT n.is_closed AND ${COUNTED} AND $1::timestamptz < $2`,
  },
  {
    isSame: false,
    query: { metric: 'time_to_first_response', view: 'totals', hours: 'sla', groupBy: ['team'] },
    // weekly hours 9–17 only: what people write; holidays, nights and pauses are beyond a panel
    sql: `WITH first AS (SELECT t.ticket_id, t.team_id, t.created_at, min(m.sent_at) AS replied_at FROM ticket t JOIN message m USING (ticket_id) JOIN agent a ON a.agent_id = m.author_id AND NOT a.is_bot
      WHERE t.created_by <> 'agent' AND m.author_kind = 'agent' AND m.visibility = 'public' AND m.kind = 'reply' AND ${COUNTED} GROUP BY 1, 2, 3 HAVING min(m.sent_at) >= $1 AND min(m.sent_at) < $2)
      SELECT f.team_id, avg(s.seconds) FROM first f CROSS JOIN LATERAL (
        SELECT coalesce(sum(greatest(0, extract(epoch FROM least(f.replied_at, (d + interval '17 hours') AT TIME ZONE 'Europe/Amsterdam') - greatest(f.created_at, (d + interval '9 hours') AT TIME ZONE 'Europe/Amsterdam')))), 0) AS seconds
        FROM generate_series(date_trunc('day', f.created_at AT TIME ZONE 'Europe/Amsterdam'), f.replied_at AT TIME ZONE 'Europe/Amsterdam', interval '1 day') d WHERE extract(isodow FROM d) < 6) s GROUP BY 1`,
  },
];
