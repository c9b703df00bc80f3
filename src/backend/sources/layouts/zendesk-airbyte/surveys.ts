import type { LayoutSelect } from '../layout';
import { AUDITS, DONE, hasAudits, ofFields } from './audits';
import { COPIED, newest } from './newest';

/** A survey for each ticket that was rated, or asked where the history says so: its last rating, good or bad. */
export const survey: LayoutSelect<'survey'> = {
  reads: { satisfaction_ratings: ['id', 'ticket_id', 'requester_id', 'assignee_id', 'score', 'comment', 'updated_at', ...COPIED] },
  maybe: AUDITS,
  select: (_, here) => `
    WITH rated AS (
      SELECT DISTINCT ON (ticket_id) ticket_id, requester_id, assignee_id, score, comment, updated_at, copied_at
      FROM ${newest('satisfaction_ratings', ['id', 'ticket_id', 'requester_id', 'assignee_id', 'score', 'comment', 'updated_at'])} AS r
      WHERE score ~ '^(good|bad)'
      ORDER BY ticket_id, updated_at DESC, id DESC
    ),
    asked AS (${
      hasAudits(here)
        ? `
      SELECT d.ticket_id, min(d.at) AS at, max(d.copied_at) AS copied_at
      FROM ${DONE} AS d
      WHERE ${ofFields('d.event', ['satisfaction_score'])} AND d.event ->> 'value' = 'offered'
      GROUP BY d.ticket_id`
        : 'SELECT NULL::bigint AS ticket_id, NULL::timestamptz AS at, NULL::timestamptz AS copied_at WHERE false'
    })
    SELECT coalesce(r.ticket_id, a.ticket_id) AS survey_id, coalesce(r.ticket_id, a.ticket_id) AS ticket_id, r.requester_id AS customer_id,
      r.assignee_id AS agent_id, 'csat' AS kind, 0 AS scale_min, 1 AS scale_max, a.at AS sent_at, r.updated_at AS answered_at,
      CASE WHEN r.score LIKE 'good%' THEN 1 WHEN r.score LIKE 'bad%' THEN 0 END AS score,
      coalesce(trim(r.comment), '') <> '' AS has_comment, r.comment, greatest(r.copied_at, a.copied_at) AS updated_at
    FROM rated r FULL JOIN asked a ON a.ticket_id = r.ticket_id`,
  without: { form_id: 'Zendesk asks one question' },
  optional: 'the stream satisfaction_ratings is not replicated',
};
