import { inOrder } from '../doubled-hour';
import type { Flavour } from '../flavour';
import type { Columns } from '../layout';

/** What threads and who did them are read from. */
export const HISTORY: Columns = {
  threads: ['id', 'conversation_id', 'user_id', 'type', 'status', 'state', 'action_type', 'created_by_user_id', 'created_by_customer_id', 'created_at', 'meta'],
  conversations: ['id', 'state'],
  users: ['id', 'type'],
};

/** Threads (t) of conversations (c) that were ever begun, with who did them (u): what was never sent has the state of a draft. */
export const THREADS = `
  threads t
    JOIN conversations c ON c.id = t.conversation_id AND c.state <> 1
    LEFT JOIN users u ON u.id = t.created_by_user_id`;

/** When a thread was written: threads are numbered, which tells of an hour that clocks show twice. */
export const writtenAt = (sql: Flavour): string =>
  inOrder(sql, { table: 'threads', row: 't', of: 'conversation_id', by: 'id', time: (row) => sql.shown(`${row}.created_at`) });

/** The state of a thread that was sent and not taken back. */
export const PUBLISHED = 2;

/** What a line item says was done, as FreeScout numbers it. */
export const ACTION = { status: 1, mailbox: 3, merged: 4 } as const;

/** Whether a thread came from a conversation that was merged into this one. */
export const cameByMerge = (thread: string): string => `COALESCE(${thread}.meta, '') LIKE '%"pc":%'`;

/** Whether a line item says that its conversation was merged into another. */
export const wentIntoAnother = (thread: string): string => `${thread}.action_type = ${ACTION.merged} AND COALESCE(${thread}.meta, '') LIKE '%"mic":%'`;

/** The number of the conversation into which that was. */
export const survivorOf = (thread: string): string => `REGEXP_REPLACE(SUBSTRING(${thread}.meta, POSITION('"mic":' IN ${thread}.meta) + 6), '[^0-9].*$', '')`;

/** Who wrote or did a thread. */
export const ACTOR = `
  CASE
    WHEN u.type = 2 THEN 'bot'
    WHEN t.created_by_user_id IS NOT NULL THEN 'agent'
    WHEN t.created_by_customer_id IS NOT NULL THEN 'customer'
    ELSE 'system'
  END`;

/** A status as a canonical word: one of a module’s own has a larger number, whose first digit is that of the status it stands for. */
export const wordOf = (status: string, sql: Flavour): string => `
  CASE SUBSTRING(${sql.text(status)}, 1, 1) WHEN '1' THEN 'open' WHEN '2' THEN 'waiting_customer' WHEN '3' THEN 'closed' WHEN '4' THEN 'spam' END`;
