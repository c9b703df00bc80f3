import type { LayoutSelect } from '../layout';

/** Ratings of single answers: 1 is the best of three there, and the worst here. */
export const survey: LayoutSelect<'survey'> = {
  reads: {
    threads: ['id', 'conversation_id', 'created_by_user_id', 'rating', 'rating_comment', 'updated_at'],
    conversations: ['id', 'state', 'customer_id'],
  },
  select: (sql) => `
    SELECT t.id AS survey_id, t.conversation_id AS ticket_id, c.customer_id, t.created_by_user_id AS agent_id, 'csat' AS kind, 1 AS scale_min, 3 AS scale_max,
      ${sql.shown('t.updated_at')} AS answered_at, 4 - t.rating AS score, COALESCE(TRIM(t.rating_comment), '') <> '' AS has_comment, t.rating_comment AS comment,
      ${sql.shown('t.updated_at')} AS updated_at
    FROM threads t JOIN conversations c ON c.id = t.conversation_id AND c.state <> 1
    WHERE t.rating BETWEEN 1 AND 3`,
  optional: 'ratings are of its module Satisfaction Ratings',
  without: { sent_at: 'whether a customer was asked is not kept', form_id: 'the module has one question' },
};
