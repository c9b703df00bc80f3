import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';

import { STORED_AS } from '../../../shared/catalog/columns';
import { STORE_TABLES } from '../../../shared/catalog/tables';
import { CANONICAL_TABLES, type TableName } from '../../canonical/tables';
import { identifier } from '../../duckdb/sql-text';
import { turns } from '../../turns';
import type { FactOptions } from './options';
import { Statements } from './statements';

/** Before and after every instant there is; exact as a JavaScript number too. */
export const BEFORE_ALL = -9_007_199_254_740_991;
export const AFTER_ALL = 9_007_199_254_740_991;

/** Beyond so many messages and events temporary tables do not fit into DuckDB's memory of 1 GB: a million tickets took a tenth less CPU time compressed, 200,000 a twentieth more. */
const LARGE = 5_000_000;

/** One derivation under way: where it reads and writes, and what is known of the data so far. */
export class Build {
  /** Rows of each canonical table. */
  private readonly rows = new Map<TableName, number>();
  private readonly held = new Map<string, boolean>();
  private readonly temporary: string[] = [];
  private readonly statements: Statements;
  private readonly made = new Set<string>();
  private readonly instead = new Map<TableName, string>();
  /** Awaited between pieces of long work: the event loop is others' too. Throws once the derivation is given up. */
  readonly pause: () => Promise<void>;

  constructor(
    private readonly connection: DuckDBConnection,
    readonly options: FactOptions,
    signal: AbortSignal
  ) {
    this.statements = new Statements([connection, ...(options.beside?.connections ?? [])], signal);
    this.pause = turns(signal);
  }

  /** The canonical table of a name, qualified. */
  source(table: TableName): string {
    return this.instead.get(table) ?? `${this.options.staging}.${table}`;
  }

  /** Has a temporary table read in place of a canonical one. */
  replace(table: TableName, temporary: string): void {
    this.instead.set(table, this.place(temporary));
  }

  /** The same with its rows of all tickets and agents. */
  allRows(table: TableName): string {
    return `${this.options.over?.rows ?? this.options.staging}.${table}`;
  }

  /** A table of the store that is not derived anew where facts are laid over others: that of those others, qualified. */
  standing(table: string): string {
    return `${this.options.over?.facts ?? this.options.target}.${table}`;
  }

  /** calendar_interval, qualified: where facts are laid over others, that of those others, unless calendars are expanded anew. */
  intervals(): string {
    return this.made.has('calendar_interval') ? this.target('calendar_interval') : this.standing('calendar_interval');
  }

  /** A table of the store, qualified. */
  target(table: string): string {
    return `${this.options.target}.${table}`;
  }

  /** Whether a canonical table has rows: references to an empty one are not checked. */
  has(table: TableName): boolean {
    return this.count(table) > 0;
  }

  /** How many rows a canonical table has. */
  count(table: TableName): number {
    return this.rows.get(table) ?? 0;
  }

  async countSources(): Promise<void> {
    const counts = CANONICAL_TABLES.map(({ name }) => `(SELECT count(*) FROM ${this.source(name)}) AS ${name}`);
    const [row] = await this.read(`SELECT ${counts.join(', ')}`);
    Object.entries(row).forEach(([name, count]) => this.rows.set(name as TableName, Number(count)));
  }

  /** Runs statements once all before them have ended; an abort interrupts them. */
  run(sql: string, values?: Record<string, DuckDBValue>): Promise<void> {
    return this.alone(async (connection) => void (await connection.run(sql, values)));
  }

  /** Works on a connection once all statements before have ended. */
  alone<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    return this.statements.alone(work);
  }

  /** Waits until all statements have ended. */
  ended(): Promise<void> {
    return this.alone(() => Promise.resolve());
  }

  /** Calls back once the next table is being made. */
  begin(callback: () => void): void {
    this.statements.onNext = callback;
  }

  /** Has a statement run that changes tables, which are given by their bare names. Does not wait for it; throws where one before failed. */
  async change(tables: readonly string[], sql: string): Promise<void> {
    this.statements.make(tables, sql);
    return this.statements.goOn();
  }

  /** Has a temporary table created that lives until the derivation ends, in the same way. */
  temp(name: string, select: string): Promise<void> {
    const kind = this.options.beside ? 'TABLE' : 'TEMP TABLE';
    this.temporary.push(name);
    return this.change([name], `CREATE OR REPLACE ${kind} ${this.place(name)} AS ${select}`);
  }

  /** The same with a table of the store. */
  create(name: string, select: string): Promise<void> {
    this.made.add(name);
    return this.change([name], `CREATE TABLE ${this.target(name)} AS ${select}`);
  }

  /** The same with a table of which a column is looked up: it is kept as it is, which is also soonest written. */
  createFor(name: string, lookedUp: string, select: string): Promise<void> {
    this.made.add(name);
    return this.change([name], `CREATE TABLE ${this.target(name)} (${columnsOf(name, lookedUp)}); INSERT INTO ${this.target(name)} ${select}`);
  }

  /** Creates tables of the store whose rows all come of those of a canonical table; where it has none they are empty, and nothing is asked. */
  async createOf(source: TableName, names: readonly string[], make: () => Promise<void>): Promise<void> {
    if (this.has(source)) {
      await make();
      return;
    }
    for (const name of names) {
      await this.run(`CREATE TABLE ${this.target(name)} (${columnsOf(name)})`);
    }
  }

  /** The one number that a query answers; null counts as 0. */
  async number(sql: string): Promise<number> {
    return Number((await this.statements.ask(sql)).getRows()[0]?.[0] ?? 0);
  }

  /** Whether a temporary table that no longer changes has rows; looked up once. */
  async holds(table: string): Promise<boolean> {
    const known = this.held.get(table) ?? (await this.number(`SELECT count(*) FROM ${table}`)) > 0;
    this.held.set(table, known);
    return known;
  }

  /** The rows of a small query. */
  async read(sql: string, values?: Record<string, DuckDBValue>): Promise<Array<Record<string, DuckDBValue>>> {
    return (await this.statements.ask(sql, values)).getRowObjects();
  }

  /** Has temporary tables dropped, once nothing before reads them any more. */
  async drop(...names: string[]): Promise<void> {
    for (const name of names) {
      this.statements.make([name], this.dropping(name));
    }
    return this.statements.goOn();
  }

  /** Has the temporary tables so far compressed, once all statements have ended: they take a third of the memory then, and less is written to disk and read again. */
  async compact(): Promise<void> {
    const { beside } = this.options;
    if (beside && this.count('message') + this.count('ticket_event') > LARGE) {
      await this.run(`CHECKPOINT ${beside.work}`);
    }
  }

  /** Lets go of all of them, once nothing runs any more, also after a failure. */
  async close(): Promise<void> {
    await this.statements.ended();
    const names = this.temporary.splice(0);
    await (names.length > 0 ? this.connection.run(names.map((name) => this.dropping(name)).join('; ')) : undefined);
  }

  private place(temporary: string): string {
    return `${this.options.beside?.work ?? 'temp'}.main.${temporary}`;
  }

  private dropping(name: string): string {
    return `DROP TABLE IF EXISTS ${this.place(name)}`;
  }
}

/** The columns of a table of the store, as DuckDB declares them; the one that is looked up is kept as it is. */
const columnsOf = (table: string, lookedUp?: string): string =>
  Object.entries(STORE_TABLES[table])
    .map(([column, kind]) => `${identifier(column)} ${STORED_AS[kind]}${column === lookedUp ? ' USING COMPRESSION uncompressed' : ''}`)
    .join(', ');
