import type { DuckDBConnection, DuckDBResultReader, DuckDBValue } from '@duckdb/node-api';

import { interruptible } from '../../duckdb/interruptible';

type Values = Record<string, DuckDBValue>;

/** A statement that has not ended. */
interface Statement {
  readonly words: ReadonlySet<string>;
  /** The tables that it makes or drops. */
  readonly changed: readonly string[];
  /** Earlier ones that it must come after. */
  readonly after: Set<Statement>;
  /** Whether somebody waits for what it answers. */
  readonly isAsked: boolean;
  readonly begin: (connection: DuckDBConnection) => Promise<void>;
}

/**
 * The statements of a derivation, on as many connections as there are: each begins once those before it have ended that make a table it names, or name one that it
 * makes or drops. What is made is not awaited; where that fails, whatever comes next throws the error.
 */
export class Statements {
  /** Called once the next table that is added is being made. */
  onNext: (() => void) | null = null;
  private readonly free: DuckDBConnection[];
  private readonly waiting: Statement[] = [];
  private readonly running = new Set<Statement>();
  private readonly open = new Set<Promise<unknown>>();
  private failure: { readonly error: unknown } | null = null;

  constructor(
    private readonly connections: readonly [DuckDBConnection, ...DuckDBConnection[]],
    private readonly signal: AbortSignal
  ) {
    this.free = [...connections];
  }

  /** Has a statement run that makes or drops tables, by their bare names. */
  make(changed: readonly string[], sql: string): void {
    const began = this.onNext;
    this.onNext = null;
    const work = (connection: DuckDBConnection) => {
      began?.();
      return connection.run(sql);
    };
    this.add(sql, changed, false, work).catch((error: unknown) => {
      this.failure ??= { error };
    });
  }

  /** What a query answers. */
  ask(sql: string, values?: Values): Promise<DuckDBResultReader> {
    return this.add(sql, [], true, (connection) => connection.runAndReadAll(sql, values));
  }

  /** Works on the first connection once all statements have ended; none may be added meanwhile. */
  async alone<Result>(work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    await this.ended();
    this.throwIfFailed();
    return work(this.connections[0]);
  }

  /** Whether it is of use to add more: throws where it is not. */
  async goOn(): Promise<void> {
    this.throwIfFailed();
  }

  /** Waits until none runs, also after a failure. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.open);
  }

  /** Throws where it is of no use to go on. */
  private throwIfFailed(): void {
    this.signal.throwIfAborted();
    if (this.failure) {
      throw this.failure.error;
    }
  }

  private add<Result>(sql: string, changed: readonly string[], isAsked: boolean, work: (connection: DuckDBConnection) => Promise<Result>): Promise<Result> {
    const words = new Set(this.connections.length > 1 ? sql.match(/\w+/g) : []);
    const before = this.connections.length > 1 ? [...this.running, ...this.waiting] : [];
    const after = new Set(before.filter((one) => one.changed.some((table) => words.has(table)) || changed.some((table) => one.words.has(table))));
    const result = new Promise<Result>((resolve, reject) => {
      const begin = async (connection: DuckDBConnection) => {
        try {
          this.throwIfFailed();
          resolve(await interruptible(connection, this.signal, () => work(connection)));
        } catch (error) {
          reject(error);
        }
      };
      this.waiting.push({ words, changed, after, isAsked, begin });
    });
    this.open.add(result);
    result.finally(() => this.open.delete(result)).catch(() => undefined);
    this.next();
    return result;
  }

  /** Begins what can be begun: what somebody waits for, else the oldest. */
  private next(): void {
    const ready = this.waiting.filter(({ after }) => after.size === 0);
    const statement = (this.connections.length > 1 && ready.find(({ isAsked }) => isAsked)) || ready[0];
    const connection = statement && this.free.shift();
    if (!connection) {
      return;
    }
    this.waiting.splice(this.waiting.indexOf(statement), 1);
    this.running.add(statement);
    void statement.begin(connection).then(() => {
      this.running.delete(statement);
      this.waiting.forEach(({ after }) => after.delete(statement));
      this.free.push(connection);
      this.next();
    });
    this.next();
  }
}
