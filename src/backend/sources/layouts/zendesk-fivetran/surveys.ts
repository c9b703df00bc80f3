import type { LayoutSelect } from '../layout';

/** A survey for each ticket that was asked or rated: its last rating, by the history of the ticket’s score, and who had the ticket then. */
export const survey: LayoutSelect<'survey'> = {
  reads: { ticket_field_history: ['ticket_id', 'field_name', 'updated', 'value', '_fivetran_synced'], ticket: ['id', 'requester_id'] },
  select: () => `
    WITH marked AS (
      SELECT ticket_id, field_name, updated, value, _fivetran_synced,
        count(*) FILTER (WHERE field_name = 'assignee_id') OVER (PARTITION BY ticket_id ORDER BY updated) AS owners
      FROM ticket_field_history
      WHERE field_name IN ('satisfaction_score', 'assignee_id')
    ),
    scores AS (
      SELECT ticket_id, field_name, updated, value, value ~ '^(good|bad)' AS is_rating, _fivetran_synced AS synced,
        max(nullif(value, '')) FILTER (WHERE field_name = 'assignee_id') OVER (PARTITION BY ticket_id, owners) AS owner
      FROM marked
    ),
    asked AS (
      SELECT ticket_id, min(updated) FILTER (WHERE NOT is_rating) AS sent_at, max(updated) FILTER (WHERE is_rating) AS answered_at,
        (array_agg(value ORDER BY updated DESC) FILTER (WHERE is_rating))[1] AS value,
        (array_agg(owner ORDER BY updated DESC) FILTER (WHERE is_rating))[1] AS owner, max(synced) AS synced
      FROM scores
      WHERE field_name = 'satisfaction_score' AND value ~ '^(offered|good|bad)'
      GROUP BY ticket_id
    )
    SELECT a.ticket_id AS survey_id, a.ticket_id, t.requester_id AS customer_id, a.owner AS agent_id, 'csat' AS kind, 0 AS scale_min, 1 AS scale_max,
      a.sent_at, a.answered_at, CASE WHEN a.value LIKE 'good%' THEN 1 WHEN a.value LIKE 'bad%' THEN 0 END AS score,
      coalesce(a.value LIKE '%comment', false) AS has_comment, a.synced AS updated_at
    FROM asked a LEFT JOIN ticket t ON t.id = a.ticket_id`,
  without: { form_id: 'Zendesk asks one question', comment: 'Fivetran copies whether there is a comment, not what it says' },
};
