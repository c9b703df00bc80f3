import type { DuckDBConnection } from '@duckdb/node-api';

import { CHANGING, type Touches } from '../../canonical/changing';
import type { TableName } from '../../canonical/tables';
import { text } from '../../duckdb/sql-text';
import { FORMER_ROWS, FOUND_ROWS } from './replace-rows';

/** Writes into the log of the kept rows what a revision touched by the rows that `replaceRows` replaced last. */
export async function logTouched(connection: DuckDBConnection, rows: string, table: TableName, revision: number): Promise<void> {
  for (const [kind, ids] of Object.entries(KINDS[CHANGING[table].touches](rows, table))) {
    await connection.run(`INSERT INTO ${rows}.touched_log SELECT DISTINCT ${revision}, ${text(kind)}, id FROM (${ids})`);
  }
}

/** The values of a column in the rows that are others now, as they were and as they are. */
const both = (column: string): string =>
  `SELECT ${column} AS id FROM ${FOUND_ROWS} WHERE NOT is_same UNION ALL SELECT ${column} FROM ${FORMER_ROWS} WHERE NOT is_same`;

/** The tickets that some customers asked for, rated, or opened or closed themselves: what names them there is derived anew. */
const ofCustomers = (rows: string, customers: string): string => `
  SELECT ticket_id AS id FROM ${rows}.ticket WHERE requester_id IN (${customers})
  UNION ALL SELECT ticket_id FROM ${rows}.survey WHERE customer_id IN (${customers})
  UNION ALL SELECT ticket_id FROM ${rows}.ticket_event WHERE actor_id IN (${customers})`;

/** For each way of touching, the ids by the kind that the log gives them; a ticket of null stands for surveys of no ticket. */
const KINDS: Readonly<Record<Touches, (rows: string, table: TableName) => Readonly<Record<string, string>>>> = {
  everything: (_, table) => ({ everything: `SELECT ${text(`Rows of ${table} have changed.`)} AS id FROM (${both('NULL')})` }),
  agent: () => ({ agent: both('agent_id') }),
  // whose facts depend on them is found once those are to be derived
  calendar: () => ({ calendar: both('calendar_id') }),
  policy: () => ({ policy: both('policy_id') }),
  ticket: () => ({ ticket: both('ticket_id') }),
  customer: (rows) => ({ ticket: ofCustomers(rows, both('customer_id')) }),
  organization: (rows) => ({
    ticket: `
      SELECT ticket_id AS id FROM ${rows}.ticket WHERE org_id IN (${both('org_id')})
      UNION ALL ${ofCustomers(rows, `SELECT customer_id FROM ${rows}.customer WHERE org_id IN (${both('org_id')})`)}`,
  }),
};
