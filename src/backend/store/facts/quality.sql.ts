import type { TableName } from '../../canonical/tables';
import { text } from '../../duckdb/sql-text';
import type { Build } from './build';
import { MISSING } from './changes.sql';
import { isHumanReply } from './conversation.sql';

/**
 * quality_row: rows that no fact could take, because what they belong to is missing or they end before they start. `word` says which of a
 * table's rows it is: sent or received, a survey's kind, an availability.
 */
export async function createQualityRows(build: Build): Promise<void> {
  const withoutTicket = (table: TableName, at: string, { word = 'NULL', where = 'true' } = {}) =>
    `SELECT ${text(`their ticket is missing (${table})`)} AS reason, ${text(table)} AS source, ${word} AS word, r.${at} AS "at", 0 AS ticket_ix
     FROM ${build.source(table)} r ANTI JOIN ${build.target('dim_ticket')} d ON d.id = r.ticket_id WHERE ${where}`;
  // only what would have been somebody's message
  const isHuman = isHumanReply(build, 'r', `EXISTS (SELECT 1 FROM ${build.target('dim_agent')} a WHERE a.id = r.author_id AND a.is_bot)`);
  const parts = [
    withoutTicket('message', 'sent_at', { word: `CASE WHEN r.author_kind = 'agent' THEN 'sent' ELSE 'received' END`, where: isHuman }),
    withoutTicket('ticket_event', '"at"'),
    withoutTicket('chat_session', 'started_at'),
    withoutTicket('time_entry', '"at"'),
    withoutTicket('ticket_sla', '"from"'),
    withoutTicket('survey', 'answered_at', { word: 'r.kind', where: 'r.ticket_id IS NOT NULL' }),
    `SELECT 'their stage is missing (ticket_event)', 'ticket_event', NULL, entered_at, ticket_ix FROM d_visit WHERE stage_ix = ${MISSING}`,
    ...(build.has('agent')
      ? [
          `SELECT 'their agent is missing (agent_status)', 'agent_status', r.availability, r."from", 0 FROM ${build.source('agent_status')} r ANTI JOIN ${build.source('agent')} a ON a.agent_id = r.agent_id`,
        ]
      : []),
    "SELECT 'their due instant lies beyond the years that calendars are kept for (sla_target)', 'sla_target', NULL, start_at, ticket_ix FROM d_beyond",
    `SELECT 'their end lies before their start (agent_status)', 'agent_status', r.availability, r."from", 0 FROM ${build.source('agent_status')} r
     JOIN ${build.target('dim_agent')} a ON a.id = r.agent_id AND NOT a.is_bot ${build.has('agent') ? `SEMI JOIN ${build.source('agent')} g ON g.agent_id = r.agent_id` : ''} WHERE r."to" < r."from"`,
  ];
  await build.create(
    'quality_row',
    `SELECT reason::VARCHAR AS reason, source::VARCHAR AS source, word::VARCHAR AS word, "at"::BIGINT AS "at", ticket_ix::INTEGER AS ticket_ix FROM (${parts.join(' UNION ALL ')})`
  );
}
