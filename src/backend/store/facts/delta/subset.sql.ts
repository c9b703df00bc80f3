import { CHANGING, type Touches } from '../../../canonical/changing';
import { CANONICAL_TABLES, type TableName } from '../../../canonical/tables';

const all = (table: string): string => `SELECT * FROM ${table}`;

/** With a condition that is always true: a join with what is filtered has DuckDB look at the other columns of matching rows alone, a fifth of the cost. */
export const TOUCHED_TICKETS = "(FROM touched_ticket WHERE ticket_id >= '')";

/** The rows of a table that touched facts are made of, by whose they are; `subset` is the schema of what is touched. */
const ROWS: { readonly [T in Touches]: (table: string, subset: string) => string } = {
  ticket: (table) => `SELECT r.* FROM ${table} r SEMI JOIN ${TOUCHED_TICKETS} t ON t.ticket_id = r.ticket_id`,
  agent: (table) => `SELECT r.* FROM ${table} r SEMI JOIN touched_agent t ON t.agent_id = r.agent_id`,
  customer: (table, subset) => `SELECT r.* FROM ${table} r SEMI JOIN (
    SELECT requester_id AS id FROM ${subset}.ticket UNION SELECT customer_id FROM ${subset}.survey UNION SELECT actor_id FROM ${subset}.ticket_event
  ) t ON t.id = r.customer_id`,
  organization: (table, subset) =>
    `SELECT r.* FROM ${table} r SEMI JOIN (SELECT org_id AS id FROM ${subset}.ticket UNION SELECT org_id FROM ${subset}.customer) t ON t.id = r.org_id`,
  calendar: all,
  policy: all,
  everything: all,
};

/** Surveys of no ticket are touched together: a null among the touched tickets stands for them. */
const ofNone = (table: string) =>
  `UNION ALL SELECT * FROM ${table} WHERE ticket_id IS NULL AND (SELECT count(*) FILTER (ticket_id IS NULL) FROM touched_ticket) > 0`;

/** A table that is small, and whose rows of one agent say little of the names in it. */
const SMALL: readonly TableName[] = ['team_member'];

/** In which order: a customer's rows are found by the tickets', and an organization's by both. */
const ORDER: readonly Touches[] = ['ticket', 'agent', 'customer', 'organization'];

/** Whether all rows of a table are read: those in which names and rules stand, which are few. */
const isWhole = (name: TableName): boolean => SMALL.includes(name) || ROWS[CHANGING[name].touches] === all;

/** The tables of which all rows are read. */
export const WHOLE: readonly TableName[] = CANONICAL_TABLES.map(({ name }) => name).filter(isWhole);

/** The rows of touched tickets and agents, as queries by table in the order in which they are to be put into the schema `subset`; `rows` is that of all rows. */
export function subsetOf(rows: string, subset: string): ReadonlyArray<readonly [TableName, string]> {
  return ORDER.flatMap((touches) =>
    CANONICAL_TABLES.filter(({ name }) => CHANGING[name].touches === touches && !isWhole(name)).map(({ name }) => {
      const select = ROWS[touches](`${rows}.${name}`, subset);
      return [name, name === 'survey' ? `${select} ${ofNone(`${rows}.survey`)}` : select] as const;
    })
  );
}
