import type { TableName } from '../../canonical/tables';
import { type Build, literal } from './build';
import { MISSING } from './changes.sql';

/** quality_row: rows that no fact could take, because what they belong to is missing. */
export async function createQualityRows(build: Build): Promise<void> {
  const withoutTicket = (table: TableName, at: string, where = 'true') =>
    `SELECT ${literal(`their ticket is missing (${table})`)} AS reason, ${literal(table)} AS source, r.${at} AS "at", 0 AS ticket_ix
     FROM ${build.source(table)} r ANTI JOIN ${build.target('dim_ticket')} d ON d.id = r.ticket_id WHERE ${where}`;
  const parts = [
    withoutTicket('message', 'sent_at'), withoutTicket('ticket_event', '"at"'), withoutTicket('chat_session', 'started_at'), withoutTicket('ticket_sla', '"from"'),
    withoutTicket('survey', 'answered_at', 'r.ticket_id IS NOT NULL'),
    `SELECT 'their stage is missing (ticket_event)', 'ticket_event', entered_at, ticket_ix FROM d_visit WHERE stage_ix = ${MISSING}`,
    ...(build.has('agent') ? [`SELECT 'their agent is missing (agent_status)', 'agent_status', r."from", 0 FROM ${build.source('agent_status')} r ANTI JOIN ${build.source('agent')} a ON a.agent_id = r.agent_id`] : []),
  ];
  await build.create('quality_row', `SELECT reason::VARCHAR AS reason, source::VARCHAR AS source, "at"::BIGINT AS "at", ticket_ix::INTEGER AS ticket_ix FROM (${parts.join(' UNION ALL ')})`);
}
