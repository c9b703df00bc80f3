import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The instant that a row of a table begins with: before it there is none. */
const BEGINS: Readonly<Record<string, string>> = {
  ticket: 'created_at',
  ticket_event: '"at"',
  ticket_sla: '"from"',
  message: 'sent_at',
  chat_session: 'started_at',
  time_entry: '"at"',
  survey: 'sent_at',
  agent_status: '"from"',
  team_member: '"from"',
};

/** What is known of a row only from an instant of it on. */
const LATER: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  ticket: { closed_at: ['closed_at'] },
  ticket_sla: { '"to"': ['"to"'] },
  chat_session: { first_agent_at: ['first_agent_at'], ended_at: ['ended_at', 'ended_by'] },
  survey: { answered_at: ['answered_at', 'score', 'has_comment', 'comment'] },
  agent_status: { '"to"': ['"to"'] },
  team_member: { '"to"': ['"to"'] },
};

/** A ticket's columns of the present, and the field of the events that changed them: as it was is what the next change says it was before. */
const PRESENT = { owner_id: 'owner', team_id: 'team', pipeline_id: 'pipeline', stage_id: 'stage', status: 'status', priority: 'priority' };

/** Writes a demo helpdesk (a folder of Parquet files) as its database held it at an instant; that a ticket was found to be spam, deleted or merged later stays. */
export async function rewind(from: string, to: string, atMs: number): Promise<void> {
  mkdirSync(to, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const at = `TIMESTAMP '${new Date(atMs).toISOString().slice(0, -1)}'`;
  const source = (table: string) => `'${join(from, `${table}.parquet`)}'`;
  const was = (field: string, column: string) =>
    `CASE WHEN EXISTS (FROM changed WHERE changed.ticket_id = row.ticket_id AND field = '${field}')
       THEN (SELECT first(from_value ORDER BY "at", event_id) FROM changed WHERE changed.ticket_id = row.ticket_id AND field = '${field}')
       ELSE ${column} END`;
  for (const file of readdirSync(from).filter((name) => name.endsWith('.parquet'))) {
    const table = file.replace('.parquet', '');
    const later = Object.entries(LATER[table] ?? {}).flatMap(([when, columns]) =>
      columns.map((column) => [column, `CASE WHEN ${when} <= ${at} THEN ${column} END`] as const)
    );
    const present = table === 'ticket' ? Object.entries(PRESENT).map(([column, field]) => [column, was(field, column)] as const) : [];
    const replaced = [...later, ...present].map(([column, value]) => `${value} AS ${column}`);
    const begins = BEGINS[table];
    await connection.run(`
      COPY (
        WITH changed AS (FROM ${source('ticket_event')} WHERE "at" > ${at})
        SELECT * ${replaced.length > 0 ? `REPLACE (${replaced.join(', ')})` : ''}
        FROM ${source(table)} AS row
        ${begins ? `WHERE ${begins} IS NULL OR ${begins} <= ${at}` : ''}
      ) TO '${join(to, file)}' (FORMAT parquet)`);
  }
  connection.disconnectSync();
  instance.closeSync();
}
