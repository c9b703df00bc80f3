import type { Build } from '../build';
import { REPLACED, type Replaced, TOUCHED, type TouchedSet } from './replaced';
import { TOUCHED_TICKETS } from './subset.sql';

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

/** The temporary table of the keys that are touched now, by its bare name. */
export const now = (set: TouchedSet): string => `now_${set}`;

/** The keys that are touched now, of each set, as a query; `delta` holds only what was derived of them by then. `load_row`: without those whose work changed. */
function touchedNow(places: Places): Readonly<Record<TouchedSet, string>> {
  const facts = formerFacts(places);
  const delta = `${places.target}.delta`;
  return {
    ticket: `
      SELECT d.ix AS ticket_ix FROM ${facts}.dim_ticket d JOIN ${TOUCHED_TICKETS} t ON d.id = t.ticket_id
      UNION ALL SELECT 0 FROM touched_ticket WHERE ticket_id IS NULL`,
    session: `
      SELECT session_ix FROM ${facts}.chat_fact SEMI JOIN ${now('ticket')} USING (ticket_ix)
      UNION SELECT ix FROM ${delta}.dim_session WHERE ix > 0`,
    agent: `SELECT d.ix AS agent_ix FROM ${facts}.dim_agent d JOIN touched_agent t ON t.agent_id = d.id`,
    status_row: `SELECT row_ix FROM ${facts}.status_fact SEMI JOIN ${now('agent')} USING (agent_ix)`,
    load_row: `SELECT row_ix FROM ${now('status_row')} UNION SELECT row_ix FROM ${delta}.status_fact`,
    id: `SELECT concat('ticket:', ticket_id) AS whose FROM touched_ticket UNION SELECT concat('agent:', agent_id) FROM touched_agent`,
  };
}

const SETS = Object.keys(TOUCHED) as readonly TouchedSet[];

/** The sets of which only what was derived says all. */
const DERIVED: readonly TouchedSet[] = ['session', 'load_row'];

/** Has the keys found that are touched now: those that the touched ids say, or what was derived of them. */
export async function findTouched(build: Build, places: Places, isDerived: boolean): Promise<void> {
  const selects = touchedNow(places);
  for (const set of SETS.filter((one) => DERIVED.includes(one) === isDerived)) {
    await build.temp(now(set), selects[set]);
  }
}

/** Has the keys of one set kept that were touched since the facts below, until now. */
export function keepTouched(build: Build, { target, former }: Places, set: TouchedSet): Promise<void> {
  const before = former === null ? '' : `UNION SELECT * FROM ${former}.touched.${set}`;
  return build.change([], `CREATE TABLE ${target}.touched.${set} AS SELECT * FROM ${now(set)} ${before}`);
}

/** The same of all of them but those of load, which are found last. */
export async function keepAllTouched(build: Build, places: Places): Promise<void> {
  for (const set of SETS.filter((one) => one !== 'load_row')) {
    await keepTouched(build, places, set);
  }
}

/** Whether no row is replaced alone. */
const isOfAll = (replaced: Replaced) => replaced === 'whole' || replaced === 'standing' || replaced === 'calendars';

/** Has the rows of a table taken over that were laid over before and are not touched now. `counts`: how many were laid over, by table. */
export async function takeOver(build: Build, places: Places, table: string, counts: ReadonlyMap<string, number>): Promise<void> {
  const statement = takingOver(places, table, counts);
  await (statement === null ? undefined : build.change([table], statement));
}

/** Null where there are none. */
function takingOver({ target, former }: Places, table: string, counts: ReadonlyMap<string, number>): string | null {
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
