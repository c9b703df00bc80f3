import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** So many people stand for each of the demo’s: 42 become 546. */
const TIMES = 13;

/** A person of a ticket’s becomes one of those that stand for them, always the same one for a ticket. */
const ofTicket = (column: string) => `CASE WHEN ${column} LIKE 'A%' THEN ${column} || '-' || hash(ticket_id) % ${TIMES} ELSE ${column} END AS ${column}`;

const ofOwner = (column: string) => `CASE WHEN field = 'owner' THEN ${column} || '-' || hash(ticket_id) % ${TIMES} ELSE ${column} END AS ${column}`;

/** What each table with people in it becomes; all others stay as they are. */
const SELECTED: Readonly<Record<string, readonly string[]>> = {
  ticket: [ofTicket('owner_id')],
  ticket_event: [ofOwner('from_value'), ofOwner('to_value'), ofTicket('actor_id')],
  message: [ofTicket('author_id')],
  survey: [ofTicket('agent_id')],
  time_entry: [ofTicket('agent_id')],
};

/** Tables of which each row is there once a person. */
const EACH: readonly string[] = ['agent', 'agent_status', 'team_member'];

/** Writes a demo helpdesk again with thirteen people in the place of each: the same tickets, messages and events. */
export async function withManyAgents(folder: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.parquet'))) {
    const table = file.slice(0, -'.parquet'.length);
    const from = `FROM read_parquet('${join(folder, file)}')`;
    const replaced = SELECTED[table];
    const rows = EACH.includes(table)
      ? `SELECT * REPLACE (agent_id || '-' || i AS agent_id) ${from}, range(${TIMES}) AS people (i)`
      : `SELECT *${replaced ? ` REPLACE (${replaced.join(', ')})` : ''} ${from}`;
    await connection.run(`COPY (${rows}) TO '${join(to, file)}' (FORMAT parquet)`);
  }
  connection.closeSync();
  instance.closeSync();
}
