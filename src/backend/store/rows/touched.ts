import type { DuckDBConnection } from '@duckdb/node-api';

/**
 * What changed rows touch, since some revision of the kept rows.
 * - `nothing`: the facts are as they were.
 * - `some`: the facts of those in the connection's temporary tables `touched_ticket (ticket_id)` and `touched_agent (agent_id)`, each once; a ticket there may
 *   be new, changed, gone, or one that only other rows name. How many there are of each.
 * - `everything`: all facts, for the reason given.
 */
export type Touched =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'some'; readonly tickets: number; readonly agents: number }
  | { readonly kind: 'everything'; readonly why: string };

/** The tables of touched ids, which `touchedSince` makes anew in a connection's temporary schema. */
export const TOUCHED_TICKET = 'temp.touched_ticket';
export const TOUCHED_AGENT = 'temp.touched_agent';

/** The log of what each revision touched, kept beside the rows: `kind` is ticket, agent or everything; `id` is theirs, or the reason. */
export const TOUCHED_LOG = 'touched_log (revision BIGINT, kind VARCHAR, id VARCHAR)';

/** What was touched after a revision; `rows` is the schema of the kept rows, such as `rows_3.main`. */
export async function touchedSince(connection: DuckDBConnection, rows: string, revision: number): Promise<Touched> {
  const since = (kind: string) => `FROM ${rows}.touched_log WHERE revision > ${revision} AND kind = '${kind}'`;
  const [why] = (await connection.runAndReadAll(`SELECT id ${since('everything')} LIMIT 1`)).getRows();
  if (why) {
    return { kind: 'everything', why: String(why[0]) };
  }
  await connection.run(`CREATE OR REPLACE TEMP TABLE touched_ticket AS SELECT DISTINCT id AS ticket_id ${since('ticket')}`);
  await connection.run(`CREATE OR REPLACE TEMP TABLE touched_agent AS SELECT DISTINCT id AS agent_id ${since('agent')}`);
  const counts = await connection.runAndReadAll(`SELECT (SELECT count(*) FROM ${TOUCHED_TICKET}), (SELECT count(*) FROM ${TOUCHED_AGENT})`);
  const [[tickets, agents]] = counts.getRows().map((row) => row.map(Number));
  return tickets + agents === 0 ? { kind: 'nothing' } : { kind: 'some', tickets, agents };
}

/** Forgets what was touched up to a revision: no facts that are older are used any more. */
export async function forgetTouched(connection: DuckDBConnection, rows: string, revision: number): Promise<void> {
  await connection.run(`DELETE FROM ${rows}.touched_log WHERE revision <= ${revision}`);
}
