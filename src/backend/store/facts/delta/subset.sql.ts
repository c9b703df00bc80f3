import { CHANGING, type Touches } from '../../../canonical/changing';
import { CANONICAL_TABLES, type TableName } from '../../../canonical/tables';

/** Where the canonical rows of touched tickets and agents are put: a connection's own temporary schema. */
export const SUBSET = 'temp.main';

const all = (table: string): string => `SELECT * FROM ${table}`;

/** With a condition that is always true: a join with what is filtered has DuckDB look at the other columns of matching rows alone, a fifth of the cost. */
const TOUCHED_TICKETS = `(FROM temp.touched_ticket WHERE ticket_id >= '')`;

/** The rows of a table that touched facts are made of, by whose they are. */
const ROWS: { readonly [T in Touches]: (table: string) => string } = {
  ticket: (table) => `SELECT r.* FROM ${table} r SEMI JOIN ${TOUCHED_TICKETS} t ON t.ticket_id = r.ticket_id`,
  agent: (table) => `SELECT r.* FROM ${table} r SEMI JOIN temp.touched_agent t ON t.agent_id = r.agent_id`,
  customer: (table) => `SELECT r.* FROM ${table} r SEMI JOIN (
    SELECT requester_id AS id FROM ${SUBSET}.ticket UNION SELECT customer_id FROM ${SUBSET}.survey UNION SELECT actor_id FROM ${SUBSET}.ticket_event
  ) t ON t.id = r.customer_id`,
  organization: (table) =>
    `SELECT r.* FROM ${table} r SEMI JOIN (SELECT org_id AS id FROM ${SUBSET}.ticket UNION SELECT org_id FROM ${SUBSET}.customer) t ON t.id = r.org_id`,
  calendar: all,
  policy: all,
  everything: all,
};

/** Surveys of no ticket are touched together: a null among the touched tickets stands for them. */
const ofNone = (table: string) =>
  `UNION ALL SELECT * FROM ${table} WHERE ticket_id IS NULL AND (SELECT count(*) FILTER (ticket_id IS NULL) FROM temp.touched_ticket) > 0`;

/** A table that is small, and whose rows of one agent say little of the names in it. */
const SMALL: readonly TableName[] = ['team_member'];

/** In which order: a customer's rows are found by the tickets', and an organization's by both. */
const ORDER: readonly Touches[] = ['everything', 'calendar', 'policy', 'ticket', 'agent', 'customer', 'organization'];

/** Whether all rows of a table are read: those in which names and rules stand, which are few. */
const isWhole = (name: TableName): boolean => SMALL.includes(name) || ROWS[CHANGING[name].touches] === all;

/** The statements that put the rows of touched tickets and agents, and of all that is small, into SUBSET. `rows` is the schema of all rows. */
export function subsetOf(rows: string): string[] {
  return ORDER.flatMap((touches) =>
    CANONICAL_TABLES.filter(({ name }) => CHANGING[name].touches === touches).map(({ name }) => {
      const select = (isWhole(name) ? all : ROWS[touches])(`${rows}.${name}`);
      return `CREATE OR REPLACE TEMP ${isWhole(name) ? 'VIEW' : 'TABLE'} ${name} AS ${select} ${name === 'survey' ? ofNone(`${rows}.survey`) : ''}`;
    })
  );
}

/** The statements that let go of them. */
export function dropSubset(): string[] {
  return CANONICAL_TABLES.map(({ name }) => `DROP ${isWhole(name) ? 'VIEW' : 'TABLE'} IF EXISTS ${SUBSET}.${name}`);
}
