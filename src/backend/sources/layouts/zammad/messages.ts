import type { LayoutSelect } from '../layout';
import { channelOf, NOBODY } from './words';

/** Whether somebody’s mail program answered by itself, as Zammad notes it in an article’s preferences: YAML, or JSON in later versions. */
const isAutomatic = (article: string): string =>
  `(${article}.preferences LIKE '%is-auto-response: true%' OR ${article}.preferences LIKE '%"is-auto-response":true%')`;

/** Every article. Its sender says who speaks: an agent who types what a customer said on the telephone only wrote it down. */
export const message: LayoutSelect<'message'> = {
  reads: {
    ticket_articles: ['id', 'ticket_id', 'type_id', 'sender_id', 'internal', 'preferences', 'created_by_id', 'origin_by_id', 'created_at', 'updated_at'],
    ticket_article_types: ['id', 'name', 'communication'],
    ticket_article_senders: ['id', 'name'],
  },
  select: () => `
    SELECT a.id AS message_id, a.ticket_id, a.created_at AS sent_at,
      CASE sender.name
        WHEN 'Customer' THEN coalesce(a.origin_by_id, a.created_by_id)
        WHEN 'Agent' THEN CASE WHEN a.created_by_id = ${NOBODY} THEN a.origin_by_id ELSE a.created_by_id END
      END AS author_id,
      CASE sender.name WHEN 'Customer' THEN 'customer' WHEN 'Agent' THEN 'agent' ELSE 'system' END AS author_kind,
      CASE WHEN a.internal THEN 'internal' ELSE 'public' END AS visibility,
      CASE
        WHEN sender.name = 'System' THEN 'auto'
        WHEN a.internal OR sender.name = 'Agent' AND NOT type.communication THEN 'note'
        WHEN ${isAutomatic('a')} THEN 'auto'
        WHEN type.name = 'phone' THEN 'call'
        ELSE 'reply'
      END AS kind,
      ${channelOf('type.name')} AS channel, a.updated_at
    FROM ticket_articles a
      JOIN ticket_article_types type ON type.id = a.type_id
      JOIN ticket_article_senders sender ON sender.id = a.sender_id`,
  without: { handover: 'Zammad has no bots' },
};
