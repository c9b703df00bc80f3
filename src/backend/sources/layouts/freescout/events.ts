import type { Flavour } from '../flavour';
import type { LayoutSelect } from '../layout';
import { ACTION, ACTOR, cameByMerge, HISTORY, PUBLISHED, survivorOf, THREADS, wentIntoAnother, wordOf, writtenAt } from './threads';

/** Line items. */
const LINE = 4;

/** A row for each thread that changed something, with who did it; each kind has a digit of its own behind the thread’s number. */
const said = (sql: Flavour, digit: number, field: string, from: string, to: string, where: string): string => `
  SELECT ${sql.concat(sql.text('t.id'), `'${digit}'`)} AS event_id, t.conversation_id AS ticket_id, ${writtenAt(sql)} AS at, '${field}' AS field,
    ${from} AS from_value, ${to} AS to_value, CASE WHEN t.created_by_user_id IS NOT NULL THEN t.created_by_user_id END AS actor_id, ${ACTOR} AS actor_kind
  FROM ${THREADS}
  WHERE t.state = ${PUBLISHED} AND ${where}`;

/**
 * Whether a thread’s status is the conversation’s since then. A reply with another status writes no line item, and a customer’s mail reopens without one:
 * both have it themselves. A line item of something else has a status too, which changes nothing, and so has what came by a merge.
 */
const HAS_STATUS = `(t.status < 6 OR t.status > 9) AND NOT (t.type = ${LINE} AND t.action_type <> ${ACTION.status}) AND NOT ${cameByMerge('t')}`;

/** Who had the conversation after the thread before this one. */
const OWNER_BEFORE = `(
  SELECT p.user_id FROM threads p
  WHERE p.conversation_id = t.conversation_id AND p.id < t.id AND p.state = ${PUBLISHED} AND NOT ${cameByMerge('p')}
  ORDER BY p.id DESC
  LIMIT 1)`;

/** The mailbox after a move: what the next move comes from, else where the conversation is now. */
const mailboxAfter = (sql: Flavour): string => `COALESCE(
  (
    SELECT ${sql.text('n.action_data')} FROM threads n
    WHERE n.conversation_id = t.conversation_id AND n.id > t.id AND n.type = ${LINE} AND n.action_type = ${ACTION.mailbox}
    ORDER BY n.id
    LIMIT 1
  ), ${sql.text('c.mailbox_id')})`;

/** The history, as far as threads tell it. */
export const ticketEvent: LayoutSelect<'ticket_event'> = {
  reads: { ...HISTORY, threads: [...HISTORY.threads, 'action_data'], conversations: [...HISTORY.conversations, 'mailbox_id'] },
  select: (sql) =>
    [
      said(sql, 1, 'status', 'NULL', wordOf('t.status', sql), HAS_STATUS),
      said(sql, 2, 'stage', 'NULL', sql.text('t.status'), HAS_STATUS),
      said(sql, 1, 'status', 'NULL', `'merged'`, `t.type = ${LINE} AND ${wentIntoAnother('t')}`),
      said(sql, 3, 'merge', 'NULL', sql.text(survivorOf('t')), `t.type = ${LINE} AND ${wentIntoAnother('t')}`),
      said(sql, 4, 'owner', 'NULL', sql.text('t.user_id'), `NOT ${cameByMerge('t')} AND COALESCE(t.user_id, 0) <> COALESCE(${OWNER_BEFORE}, 0)`),
      said(sql, 5, 'team', sql.text('t.action_data'), mailboxAfter(sql), `t.type = ${LINE} AND t.action_type = ${ACTION.mailbox}`),
    ].join(' UNION ALL '),
};
