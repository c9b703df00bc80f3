import { texts } from '../../duckdb/sql-text';
import { afterJoin } from './after-join.sql';
import type { Build } from './build';
import { idOrder } from './id-order.sql';

/** Whether a canonical message is a human's that counts: a public reply, or what the settings count besides. `isBot` tells of its author. */
export function isHumanReply({ options: { answers = [] } }: Build, message: string, isBot: string): string {
  const [open, hidden] = [['reply', ...answers.filter((kind) => kind === 'note')], answers.filter((kind) => kind !== 'note')];
  // a note must be public; calls and forwards are none the less talked or sent to somebody
  const counts = `(${message}.visibility = 'public' AND ${message}.kind IN (${texts(open)}))${hidden.length > 0 ? ` OR ${message}.kind IN (${texts(hidden)})` : ''}`;
  return `(${counts})
      AND (${message}.author_kind = 'customer' OR (${message}.author_kind = 'agent' AND NOT ${isBot}))`;
}

/** The first reply of an agent to each ticket that has one: ticket_ix, replied_at. */
export const FIRST_REPLIES = '(SELECT ticket_ix, min(sent_at) AS replied_at FROM d_message WHERE side = 1 GROUP BY ticket_ix)';

/**
 * d_message (ticket_ix, sent_at, side, author_ix, message_key): human rows; side 1 = an agent's, 2 = a customer's; ticket_ix is null where the ticket is missing.
 * d_stray_message (sent_at): the instants of those.
 */
export async function createMessages(build: Build): Promise<void> {
  await build.temp(
    'd_message',
    `
    SELECT d.ix AS ticket_ix, m.sent_at, (CASE WHEN m.author_kind = 'agent' THEN 1 ELSE 2 END)::TINYINT AS side,
      (CASE WHEN m.author_kind = 'agent' THEN coalesce(a.ix, 0) ELSE 0 END)::INTEGER AS author_ix, ${idOrder('m.message_id')} AS message_key
    FROM ${build.source('message')} m
    LEFT JOIN ${build.target('dim_ticket')} d ON d.id = m.ticket_id
    LEFT JOIN ${build.target('dim_agent')} a ON a.id = m.author_id
    WHERE ${afterJoin('d.ix', isHumanReply(build, 'm', 'coalesce(a.is_bot, false)'))}`
  );
  await build.temp('d_stray_message', 'SELECT DISTINCT sent_at FROM d_message WHERE ticket_ix IS NULL');
}
