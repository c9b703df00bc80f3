import { REPLACED, type Replaced, TOUCHED, type TouchedSet } from './replaced';

/** Where facts are laid over others: databases and schemas. */
export interface Places {
  /** The database, attached and empty, that gets the facts: `main` what is read, `delta` the rows laid over, `touched` the keys of those that they replace. */
  readonly target: string;
  /** The schema of the complete facts below. */
  readonly base: string;
  /** The database of what was laid over them before, made in the same way; null = nothing. */
  readonly former: string | null;
}

/** The schema of the complete facts so far. */
export function formerFacts({ base, former }: Places): string {
  return former === null ? base : `${former}.main`;
}

/** The temporary table of the keys that are touched now. */
export const now = (set: TouchedSet): string => `temp.now_${set}`;

/** The keys that are touched now, of each set, as a query; `delta` holds only what was derived of them by then. `load_row`: without those whose work changed. */
function touchedNow(places: Places): Readonly<Record<TouchedSet, string>> {
  const facts = formerFacts(places);
  const delta = `${places.target}.delta`;
  return {
    ticket: `SELECT d.ix AS ticket_ix FROM ${facts}.dim_ticket d JOIN temp.touched_ticket t ON d.id IS NOT DISTINCT FROM t.ticket_id`,
    session: `
      SELECT session_ix FROM ${facts}.chat_fact SEMI JOIN ${now('ticket')} USING (ticket_ix)
      UNION SELECT ix FROM ${delta}.dim_session WHERE ix > 0`,
    agent: `SELECT d.ix AS agent_ix FROM ${facts}.dim_agent d JOIN temp.touched_agent t ON t.agent_id = d.id`,
    status_row: `SELECT row_ix FROM ${facts}.status_fact SEMI JOIN ${now('agent')} USING (agent_ix)`,
    load_row: `SELECT row_ix FROM ${now('status_row')} UNION SELECT row_ix FROM ${delta}.status_fact`,
    id: `SELECT concat('ticket:', ticket_id) AS whose FROM temp.touched_ticket UNION SELECT concat('agent:', agent_id) FROM temp.touched_agent`,
  };
}

const SETS = Object.keys(TOUCHED) as readonly TouchedSet[];

/** The statements that find the keys that are touched now. */
export function findTouched(places: Places): string[] {
  return Object.entries(touchedNow(places)).map(([set, select]) => `CREATE OR REPLACE TEMP TABLE now_${set} AS ${select}`);
}

/** The statement that keeps the keys of one set that were touched since the facts below, until now. */
export function keepTouched({ target, former }: Places, set: TouchedSet): string {
  const before = former === null ? '' : `UNION SELECT * FROM ${former}.touched.${set}`;
  return `CREATE TABLE ${target}.touched.${set} AS SELECT * FROM ${now(set)} ${before}`;
}

/** The statements that keep all of them but those of load, which are found last. */
export const keepAllTouched = (places: Places): string[] => SETS.filter((set) => set !== 'load_row').map((set) => keepTouched(places, set));

/** The statements that let go of temporary tables. */
export const dropTouched = (): string[] => SETS.map((set) => `DROP TABLE IF EXISTS ${now(set)}`);

/** Whether no row is replaced alone. */
const isOfAll = (replaced: Replaced) => replaced === 'whole' || replaced === 'standing' || replaced === 'calendars';

/** The statement that takes over the rows of a table that were laid over before and are not touched now; null where there are none. `counts`: how many were laid over, by table. */
export function takeOver({ target, former }: Places, table: string, counts: ReadonlyMap<string, number>): string | null {
  const replaced = REPLACED.get(table);
  if (replaced === 'calendars' && former !== null && counts.has(table)) {
    return `CREATE TABLE IF NOT EXISTS ${target}.delta.${table} AS FROM ${former}.delta.${table}`;
  }
  // a dictionary has its row 0
  const least = table.startsWith('dim_') ? 1 : 0;
  if (former === null || (counts.get(table) ?? 0) <= least || replaced === undefined || isOfAll(replaced)) {
    return null;
  }
  const [keys, key, column] = replaced === 'keys' ? [`${target}.delta.${table}`, 'ix', 'ix'] : [now(replaced.by), TOUCHED[replaced.by], replaced.column];
  // row 0 of a dictionary, none, is derived each time
  const but = table.startsWith('dim_') ? 'WHERE f.ix > 0' : '';
  return `INSERT INTO ${target}.delta.${table} SELECT f.* FROM ${former}.delta.${table} f ANTI JOIN ${keys} k ON k.${key} = f.${column} ${but}`;
}
