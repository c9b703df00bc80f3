import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { availableParallelism } from 'node:os';

import { openConfined } from '../duckdb/confined';
import { text } from '../duckdb/sql-text';

/** What one store's DuckDB may use. */
interface DatabaseOptions {
  /** The store's own folder, which exists: its files, and what spills over. */
  readonly folder: string;
  /** Folders and database files that statements may also read, such as the files source's. */
  readonly readable: readonly string[];
  /** Such as `1GB`. */
  readonly memoryLimit: string;
  /** null = one a core, at most 4. */
  readonly threads: number | null;
  /** How much may spill to disk, such as `10GB`. */
  readonly maxTempSize: string;
}

/** How long closing waits for interrupted statements, in milliseconds: Grafana kills after two seconds. */
const CLOSE_MS = 800;

/** How many statements of a load run at once: each needs memory. */
const AT_ONCE = 2;

/** One DuckDB in memory to which the store's files are attached, locked down; it knows its connections. */
export class Database {
  private readonly connections = new Set<DuckDBConnection>();
  private connecting = 0;
  private closed = false;
  private closedInstance = false;

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly threads: number
  ) {}

  static async open(options: DatabaseOptions): Promise<Database> {
    const threads = options.threads ?? Math.min(4, availableParallelism());
    return new Database(await openConfined([options.folder, ...options.readable], limits({ ...options, threads })), threads);
  }

  get isClosed(): boolean {
    return this.closed;
  }

  async connect(): Promise<DuckDBConnection> {
    if (this.closed) {
      throw new Error('The store is closed.');
    }
    this.connecting++;
    try {
      const connection = await this.instance.connect();
      this.connections.add(connection);
      return connection;
    } finally {
      this.connecting--;
    }
  }

  /** Closes a connection, once its statement has ended. */
  disconnect(connection: DuckDBConnection): void {
    if (this.connections.delete(connection)) {
      connection.disconnectSync();
      this.closeUnused();
    }
  }

  /** Runs statements one after another on a connection of their own. */
  async run(...statements: string[]): Promise<void> {
    const connection = await this.connect();
    try {
      for (const statement of statements) {
        await connection.run(statement);
      }
    } finally {
      this.disconnect(connection);
    }
  }

  /**
   * Does work that runs statements on so many connections at once: the threads are shared among them. Two threads that work on one statement cost a quarter more
   * of CPU time than one. What others ask meanwhile has no more threads than one of these.
   */
  async sharing<Result>(work: (connections: number) => Promise<Result>): Promise<Result> {
    const connections = Math.min(AT_ONCE, this.threads);
    await this.run(`SET threads = ${Math.floor(this.threads / connections)}`);
    try {
      return await work(connections);
    } finally {
      await (this.closed ? undefined : this.run(`SET threads = ${this.threads}`));
    }
  }

  /**
   * Interrupts what runs, waits until every connection is let go, and closes. DuckDB would block the whole process if it were
   * closed with a statement still running: where one cannot be stopped in time, it closes whenever that ends.
   */
  async close(): Promise<void> {
    if (this.closed) {
      return;
    }
    this.closed = true;
    const deadline = performance.now() + CLOSE_MS;
    while (!this.isUnused && performance.now() < deadline) {
      for (const connection of this.connections) {
        connection.interrupt();
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    this.closeUnused();
  }

  private get isUnused(): boolean {
    return this.connections.size === 0 && this.connecting === 0;
  }

  private closeUnused(): void {
    if (this.closed && this.isUnused && !this.closedInstance) {
      this.closedInstance = true;
      this.instance.closeSync();
    }
  }
}

/** Limits by SET: not all hold when given to create(). */
function limits({ folder, memoryLimit, threads, maxTempSize }: DatabaseOptions & { readonly threads: number }): string[] {
  return [
    `SET memory_limit = ${text(memoryLimit)}`,
    `SET threads = ${threads}`,
    // those of a load share them among its statements
    "SET allowed_configs = ['threads']",
    `SET temp_directory = ${text(`${folder}/temp`)}`,
    `SET max_temp_directory_size = ${text(maxTempSize)}`,
    `SET TimeZone = 'UTC'`,
    // of all ways to store numbers this is the best or nearly so, and trying the others takes longer than writing; what it cannot store is stored as ever
    "SET force_compression = 'bitpacking'",
    // files are checkpointed when complete, or thrown away
    'PRAGMA disable_checkpoint_on_shutdown',
  ];
}
