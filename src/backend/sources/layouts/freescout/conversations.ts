import type { Here, LayoutSelect } from '../layout';
import { PUBLISHED, survivorOf, wentIntoAnother, wordOf } from './threads';

const hasTags = ({ has }: Here): boolean => has('tags', 'name') && has('conversation_tag', 'tag_id');

/** A conversation; one that was merged into another is deleted there, and a line item of its own says into which. */
export const ticket: LayoutSelect<'ticket'> = {
  reads: {
    conversations: [
      'id',
      'number',
      'type',
      'mailbox_id',
      'user_id',
      'customer_id',
      'status',
      'state',
      'subject',
      'imported',
      'created_by_user_id',
      'created_at',
      'updated_at',
    ],
    threads: ['conversation_id', 'action_type', 'state', 'meta'],
    users: ['id', 'type'],
  },
  maybe: { tags: ['id', 'name'], conversation_tag: ['conversation_id', 'tag_id'] },
  select: (sql, here) => `
    SELECT c.id AS ticket_id, c.number, c.subject, ${sql.shown('c.created_at')} AS created_at,
      CASE WHEN u.type = 2 THEN 'bot' WHEN c.created_by_user_id IS NOT NULL THEN 'agent' ELSE 'customer' END AS created_by,
      CASE c.type WHEN 1 THEN 'email' WHEN 2 THEN 'phone' WHEN 3 THEN 'chat' ELSE 'other' END AS channel,
      c.customer_id AS requester_id, c.user_id AS owner_id, c.mailbox_id AS team_id, c.status AS stage_id,
      CASE WHEN merged.into_id IS NULL THEN ${wordOf('c.status', sql)} ELSE 'merged' END AS status, merged.into_id AS merged_into_id,
      SUBSTRING(${sql.text('c.status')}, 1, 1) = '4' AS is_spam, c.state = 3 AND merged.into_id IS NULL AS is_deleted, c.imported AS is_imported,
      ${hasTags(here) ? `(SELECT ${sql.list('g.name', 'g.name')} FROM conversation_tag l JOIN tags g ON g.id = l.tag_id WHERE l.conversation_id = c.id) AS tags,` : ''}
      ${sql.shown('c.updated_at')} AS updated_at
    FROM conversations c
      LEFT JOIN users u ON u.id = c.created_by_user_id
      LEFT JOIN (
        SELECT m.conversation_id, MAX(${survivorOf('m')}) AS into_id
        FROM threads m
        WHERE m.state = ${PUBLISHED} AND ${wentIntoAnother('m')}
        GROUP BY m.conversation_id
      ) AS merged ON merged.conversation_id = c.id AND c.state = 3
    WHERE c.state <> 1`,
  without: {
    org_id: 'it is the customer’s',
    pipeline_id: 'FreeScout has one list of statuses',
    priority: 'FreeScout has none',
    category: 'FreeScout has none',
    closed_at: 'it is an event: FreeScout keeps the last one after a reopening',
    parent_id: 'FreeScout has none',
    is_test: 'FreeScout has no mark for it',
    attributes: 'custom fields are a module’s, and are not read',
  },
};

/** The statuses that conversations have or had, as stages. */
export const stage: LayoutSelect<'stage'> = {
  reads: { conversations: ['status'], threads: ['status'] },
  select: (sql) => `
    SELECT s.status AS stage_id,
      CASE s.status WHEN 1 THEN 'Active' WHEN 2 THEN 'Pending' WHEN 3 THEN 'Closed' WHEN 4 THEN 'Spam' ELSE ${sql.concat(`'Status '`, sql.text('s.status'))} END AS label,
      s.status AS position, ${wordOf('s.status', sql)} AS kind, SUBSTRING(${sql.text('s.status')}, 1, 1) = '2' AS pauses_sla
    FROM (
      SELECT 1 AS status UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
      UNION SELECT status FROM conversations
      UNION SELECT status FROM threads
    ) AS s
    WHERE SUBSTRING(${sql.text('s.status')}, 1, 1) IN ('1', '2', '3', '4')`,
  without: { pipeline_id: 'FreeScout has one list of statuses' },
};
