import type { DuckDBConnection } from '@duckdb/node-api';

/** What is touched by name, and the column that names it in `temp.touched_<kind>`. */
const COLUMNS = { ticket: 'ticket_id', agent: 'agent_id', calendar: 'calendar_id', policy: 'policy_id' } as const;

type TouchedKind = keyof typeof COLUMNS;

/**
 * What changed rows touch, since some revision of the kept rows.
 * - `nothing`: the facts are as they were.
 * - `some`: the facts of the tickets and agents in the connection's temporary tables `touched_ticket (ticket_id)` and `touched_agent (agent_id)`, each once, and
 *   whatever depends on the calendars and SLA policies in `touched_calendar (calendar_id)` and `touched_policy (policy_id)`; a ticket there may be new, changed,
 *   gone, or one that only other rows name. How many there are of each.
 * - `everything`: all facts, for the reason given.
 */
export type Touched =
  { readonly kind: 'nothing' } | ({ readonly kind: 'some' } & Readonly<Record<TouchedKind, number>>) | { readonly kind: 'everything'; readonly why: string };

/** The table of touched ids of a kind, which `touchedSince` makes anew in a connection's temporary schema. */
export const touchedTable = (kind: TouchedKind): string => `temp.touched_${kind}`;

/** The log of what each revision touched, kept beside the rows: `kind` is ticket, agent, calendar, policy or everything; `id` is theirs, or the reason. */
export const TOUCHED_LOG = 'touched_log (revision BIGINT, kind VARCHAR, id VARCHAR)';

/** What was touched after a revision; `rows` is the schema of the kept rows, such as `rows_3.main`. */
export async function touchedSince(connection: DuckDBConnection, rows: string, revision: number): Promise<Touched> {
  const since = (kind: string) => `FROM ${rows}.touched_log WHERE revision > ${revision} AND kind = '${kind}'`;
  const [why] = (await connection.runAndReadAll(`SELECT id ${since('everything')} LIMIT 1`)).getRows();
  if (why) {
    return { kind: 'everything', why: String(why[0]) };
  }
  const kinds = Object.entries(COLUMNS) as Array<[TouchedKind, string]>;
  for (const [kind, column] of kinds) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE touched_${kind} AS SELECT DISTINCT id AS ${column} ${since(kind)}`);
  }
  const reader = await connection.runAndReadAll(`SELECT ${kinds.map(([kind]) => `(SELECT count(*) FROM ${touchedTable(kind)})`).join(', ')}`);
  const [ticket, agent, calendar, policy] = (reader.getRows()[0] ?? []).map(Number);
  return ticket + agent + calendar + policy === 0 ? { kind: 'nothing' } : { kind: 'some', ticket, agent, calendar, policy };
}

/** Forgets what was touched up to a revision: no facts that are older are used any more. */
export async function forgetTouched(connection: DuckDBConnection, rows: string, revision: number): Promise<void> {
  await connection.run(`DELETE FROM ${rows}.touched_log WHERE revision <= ${revision}`);
}
