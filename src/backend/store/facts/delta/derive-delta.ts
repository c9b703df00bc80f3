import type { DuckDBConnection } from '@duckdb/node-api';

import { Build } from '../build';
import { checkFacts } from '../check-facts';
import { deriveFacts } from '../derive';
import { NeedsWhole } from '../needs-whole';
import type { Beside, FactOptions } from '../options';
import { addDependents } from './dependents';
import { findTouched, formerFacts, keepAllTouched, type Places, takeOver } from './keys.sql';
import { findChangedWork, layLoad } from './load-delta.sql';
import { REPLACED } from './replaced';
import { subsetOf, WHOLE } from './subset.sql';
import { type Counts, viewOf } from './views.sql';

/** What laying facts over others needs to know. The facts below must be made of the same rows, with the same options, as they were before. */
export interface DeltaOptions extends Omit<FactOptions, 'staging' | 'target' | 'over'>, Places {
  /** The schema of all canonical rows as they are now. */
  readonly rows: string;
}

/** `laid`: the schema `main` of the target holds complete facts. `whole`: all facts are to be derived, for the reason given, and the target is of no use. */
export type Laid = { readonly kind: 'laid' } | { readonly kind: 'whole'; readonly why: string };

/** The tables of the store that rows are laid over in; load_fact is the last. */
const TABLES = [...REPLACED.keys()].filter((table) => table !== 'load_fact');

/**
 * Derives the facts of touched tickets and agents by the same SQL as all facts, of their rows alone, and lays them over complete ones: into the target, as
 * views. The connection's temporary tables touched_ticket (ticket_id; a null stands for rows of no ticket), touched_agent (agent_id), touched_calendar (calendar_id)
 * and touched_policy (policy_id) say of whom.
 */
export async function deriveDelta(connection: DuckDBConnection, options: DeltaOptions, signal: AbortSignal): Promise<Laid> {
  const { rows, target, beside, former, ...others } = options;
  const common = { ...others, target: `${target}.delta` };
  const subset = `${beside?.work ?? 'temp'}.main`;
  const build = new Build(connection, { ...common, beside, staging: subset }, signal);
  // one after the other, but handed over at once: of small statements that is a part of what they cost
  const all = (statements: readonly string[]) => build.run(statements.join('; '));
  try {
    const calendars = await addDependents(new Build(connection, { ...common, staging: rows }, signal), formerFacts(options));
    await refuseTooMuch(build, options);
    const before = former === null ? new Map<string, number>() : (await countsOf(build, former)).delta;
    await all([
      ...shareTouched(beside),
      ...WHOLE.map((table) => `CREATE ${beside ? '' : 'TEMP'} VIEW ${subset}.${table} AS FROM ${rows}.${table}`),
      `CREATE SCHEMA ${target}.delta`,
      `CREATE SCHEMA ${target}.touched`,
    ]);
    for (const [table, select] of subsetOf(rows, subset)) {
      await build.temp(table, select);
    }
    await findTouched(build, options, false);
    await build.ended();
    await deriveFacts(connection, { ...common, beside, staging: subset, over: { facts: formerFacts(options), rows, calendars } }, signal, () => undefined);
    await findTouched(build, options, true);
    await findChangedWork(build, options);
    for (const table of TABLES) {
      await takeOver(build, options, table, before);
    }
    await keepAllTouched(build, options);
    await build.ended();
    const counts = await countsOf(build, target);
    await all(TABLES.map((table) => viewOf(options, table, counts)));
    await layLoad(build, options, before);
    await build.ended();
    await all([viewOf(options, 'load_fact', await countsOf(build, target))]);
    await checkFacts(new Build(connection, { ...common, staging: subset, target: `${target}.main` }, signal));
    return { kind: 'laid' };
  } catch (error) {
    if (error instanceof NeedsWhole) {
      return { kind: 'whole', why: error.message };
    }
    throw error;
  } finally {
    await build.close();
    await connection.run(WHOLE.map((table) => `DROP VIEW IF EXISTS ${subset}.${table}`).join('; '));
  }
}

/** Has other connections see what is touched. */
const shareTouched = (beside: Beside | undefined): string[] =>
  beside ? ['ticket', 'agent'].map((kind) => `CREATE TABLE ${beside.work}.main.touched_${kind} AS FROM temp.touched_${kind}`) : [];

/** Once more than this share of the tickets is laid over, all facts are derived anew: what lies over them is then copied and read for longer than that saves. */
const LARGEST_SHARE = 1 / 20;
const NEVER_TOO_MANY = 1_000;

/** Throws NeedsWhole where too many tickets are touched, now and since the facts below. */
async function refuseTooMuch(build: Build, { rows, former }: DeltaOptions): Promise<void> {
  const before = former === null ? '0' : `(SELECT count(*) FROM ${former}.touched.ticket)`;
  const [row] = await build.read(`SELECT ${before} + (SELECT count(*) FROM temp.touched_ticket) AS touched, (SELECT count(*) FROM ${rows}.ticket) AS tickets`);
  if (Number(row.touched) > Math.max(NEVER_TOO_MANY, LARGEST_SHARE * Number(row.tickets))) {
    throw new NeedsWhole(`${Number(row.touched)} tickets are touched`);
  }
}

async function countsOf(build: Build, target: string): Promise<Counts> {
  const rows = await build.read(`SELECT schema_name, table_name, estimated_size::DOUBLE AS rows FROM duckdb_tables() WHERE database_name = '${target}'`);
  const of = (schema: string) => new Map(rows.filter(({ schema_name }) => schema_name === schema).map((row) => [String(row.table_name), Number(row.rows)]));
  return { touched: of('touched'), delta: of('delta') };
}
