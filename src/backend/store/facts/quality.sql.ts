import type { TableName } from '../../canonical/tables';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';
import { isHumanReply } from './conversation.sql';

/** The tables whose rows are a ticket's. */
type Owned = Extract<TableName, 'message' | 'ticket_event' | 'chat_session' | 'time_entry' | 'ticket_sla' | 'survey'>;

/**
 * quality_row: rows that no fact could take, because what they belong to is missing or they end before they start; and tickets whose rows
 * contradict each other. `word` says which of a table's rows it is: sent or received, a survey's kind, an availability. `whose` is `ticket:`
 * and the ticket's id, there or missing, or `agent:` and the agent's: by it the rows of some are found again.
 */
export async function createQualityRows(build: Build): Promise<void> {
  // `among`: the instants of all that there are, if they are known, as numbers are sooner compared than texts
  const withoutTicket = (table: TableName, at: string, { word = 'NULL', where = 'true', among }: { word?: string; where?: string; among?: string } = {}) =>
    `SELECT ${text(`their ticket is missing (${table})`)}, ${text(table)}, ${word}, r.${at}, 0, concat('ticket:', r.ticket_id)
     FROM ${among === undefined ? build.source(table) : `(SELECT * FROM ${build.source(table)} SEMI JOIN (${among}) USING (${at}))`} r
     ANTI JOIN ${build.target('dim_ticket')} d ON d.id = r.ticket_id WHERE ${where}`;
  // only what would have been somebody's message
  const isHuman = isHumanReply(build, 'r', `EXISTS (SELECT 1 FROM ${build.target('dim_agent')} a WHERE a.id = r.author_id AND a.is_bot)`);
  const stray: { readonly [Table in Owned]: string } = {
    message: withoutTicket('message', 'sent_at', {
      word: `CASE WHEN r.author_kind = 'agent' THEN 'sent' ELSE 'received' END`,
      where: isHuman,
      among: 'FROM d_stray_message',
    }),
    ticket_event: withoutTicket('ticket_event', '"at"', { among: 'FROM d_stray_event' }),
    chat_session: withoutTicket('chat_session', 'started_at'),
    time_entry: withoutTicket('time_entry', '"at"'),
    ticket_sla: withoutTicket('ticket_sla', '"from"'),
    survey: withoutTicket('survey', 'answered_at', { word: 'r.kind', where: 'r.ticket_id IS NOT NULL' }),
  };
  const parts = [
    ...(await tablesWithStrays(build)).map((table) => stray[table]),
    "SELECT 'their due instant lies more than ten years ahead (sla_target)', 'sla_target', NULL, start_at, ticket_ix, NULL FROM d_beyond",
    `SELECT 'their end lies before their start (agent_status)', 'agent_status', r.availability, r."from", 0, concat('agent:', r.agent_id) FROM ${build.source('agent_status')} r
     JOIN ${build.target('dim_agent')} a ON a.id = r.agent_id AND NOT a.is_bot WHERE r."to" < r."from"`,
  ];
  const contradicting = (reason: string, at: string, where: string) =>
    `SELECT ${text(reason)}, 'state', NULL, ${at}, ticket_ix, NULL FROM d_state WHERE ${where}`;
  const contradictions = [
    contradicting('their closed_at is ignored, as their status or stage says that they are open', 'said_closed_at', 'ignores_close'),
    contradicting('their events end open, and a later closed_at closes them', 'closes_at', 'closes_at IS NOT NULL AND has_history'),
    contradicting('their status or stage says that they are closed, but nothing says since when', 'unknown_at', 'unknown_at IS NOT NULL'),
    // which counts as open: told of the whole helpdesk, and of no answer
    `SELECT 'a change of their status does not say what it became (ticket_event)', 'history', NULL, "at", ticket_ix, NULL FROM d_unsaid`,
    // once a ticket, whose clocks have ended or run
    `SELECT ${text('their SLA policy has no target for them (sla_target)')}, 'sla_target', word, min("at"), ticket_ix, NULL FROM d_lacking GROUP BY ticket_ix, word`,
  ];
  await build.create(
    'quality_row',
    `
    SELECT q.reason::VARCHAR AS reason, q.source::VARCHAR AS source, q.word::VARCHAR AS word, q.at::BIGINT AS "at", q.ticket_ix::INTEGER AS ticket_ix, q.is_left_out,
      coalesce(t.excluded, 0)::UTINYINT AS excluded, coalesce(q.whose, concat('ticket:', t.ticket_id)) AS whose
    FROM (
      SELECT *, true AS is_left_out FROM (${parts.join(' UNION ALL ')})
      UNION ALL SELECT *, false FROM (${contradictions.join(' UNION ALL ')})) q(reason, source, word, "at", ticket_ix, whose, is_left_out)
    LEFT JOIN d_ticket t ON t.ticket_ix = q.ticket_ix`
  );
}

/** The tables of which some rows may name a ticket that is missing: those that did not find theirs where they were joined to it, so that nothing is searched for in vain. */
async function tablesWithStrays(build: Build): Promise<Owned[]> {
  const joined = { chat_session: 'd_chat', time_entry: build.target('time_fact'), ticket_sla: 'd_policy', survey: 'd_survey' } as const;
  // of a table without rows nothing was joined to anything
  const found = (Object.keys(joined) as Array<keyof typeof joined>).filter((table) => build.has(table));
  const [counts = {}] =
    found.length === 0 ? [] : await build.read(`SELECT ${found.map((table) => `(SELECT count(*) FROM ${joined[table]}) AS ${table}`).join(', ')}`);
  const lacking = found.filter((table) => Number(counts[table]) !== build.count(table));
  return [
    ...((await build.holds('d_stray_message')) ? (['message'] as const) : []),
    ...((await build.holds('d_stray_event')) ? (['ticket_event'] as const) : []),
    ...lacking,
  ];
}
