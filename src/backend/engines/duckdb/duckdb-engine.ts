import { StatementType } from '@duckdb/node-api';

import type { Connections } from '../../duckdb/connections';
import { interruptible } from '../../duckdb/interruptible';
import { Admission } from '../admission';
import type { Engine, EngineStatus, RunOptions, Statement } from '../engine';
import { EngineError } from '../engine-error';
import { SharedRuns } from '../shared-runs';
import type { Table } from '../table';
import { bindParameters } from './bind';
import { duckdbError } from './duckdb-error';
import { readTable } from './read-table';

/** Rows where the caller sets no limit: a result lies in memory that DuckDB's own limit does not count. */
const MOST_ROWS = 1_000_000;

/** Statements that wait at most: 600 panels at once take some 2,000, and more than these would be done only when nobody waits for them any more. */
const MOST_WAITING = 4_000;

/** An engine's settings. */
interface DuckDbEngineOptions {
  /** Statements executed at a time; the others wait. */
  readonly concurrency: number;
  /** Statements that may wait; 4,000 where not given. */
  readonly mostWaiting?: number;
  /** Told which schema's file turned out to be damaged. */
  readonly onDamage?: (schema: string) => void;
}

interface Ran {
  readonly table: Table;
  readonly queueMs: number;
}

/** Runs statements on a DuckDB store. */
export class DuckDbEngine implements Engine {
  private readonly admission: Admission;
  private readonly shared = new SharedRuns<Ran>();
  private readonly executing = new Set<Promise<unknown>>();
  private closed = false;

  constructor(
    private readonly connections: Connections,
    private readonly options: DuckDbEngineOptions
  ) {
    this.admission = new Admission(options.concurrency, options.mostWaiting ?? MOST_WAITING);
  }

  async run(statement: Statement, { schema, signal, rowLimit = MOST_ROWS, onQueueMs }: RunOptions): Promise<Table> {
    if (this.closed) {
      throw closedError();
    }
    const { table, queueMs } = await this.shared.run(keyOf(statement, schema, rowLimit), signal, (runSignal) => {
      const execution = this.execute(statement, schema, rowLimit, runSignal);
      const ended = execution
        .then(
          () => undefined,
          () => undefined
        )
        .finally(() => this.executing.delete(ended));
      this.executing.add(ended);
      return execution;
    });
    onQueueMs?.(queueMs);
    return table;
  }

  status(): EngineStatus {
    return { running: this.admission.running, waiting: this.admission.waiting };
  }

  async close(): Promise<void> {
    this.closed = true;
    this.shared.abort(closedError());
    await Promise.all(this.executing);
  }

  private async execute(statement: Statement, schema: string, rowLimit: number, signal: AbortSignal): Promise<Ran> {
    const asked = performance.now();
    const leave = await this.admission.enter(signal);
    try {
      const queueMs = performance.now() - asked;
      return { table: await this.onConnection(statement, schema, rowLimit, signal), queueMs };
    } catch (error) {
      if (signal.aborted) {
        throw signal.reason;
      }
      const fault = duckdbError(error);
      if (fault.kind === 'damaged') {
        this.options.onDamage?.(schema);
      }
      throw fault;
    } finally {
      leave();
    }
  }

  /** A connection a statement: opening one and choosing its schema costs 0.2 ms, and nothing can leak from one to the next. */
  private async onConnection(statement: Statement, schema: string, rowLimit: number, signal: AbortSignal): Promise<Table> {
    const connection = await this.connections.connect();
    try {
      return await interruptible(connection, signal, async () => {
        await connection.run(`USE ${qualified(schema)}`);
        const prepared = await connection.prepare(limited(statement.sql, rowLimit));
        try {
          if (prepared.statementType !== StatementType.SELECT) {
            throw new EngineError('internal', 'Only SELECT statements may be run on the store.');
          }
          bindParameters(prepared, statement.parameters);
          signal.throwIfAborted();
          return await readTable(await prepared.run(), rowLimit, signal);
        } finally {
          prepared.destroySync();
        }
      });
    } finally {
      this.connections.disconnect(connection);
    }
  }
}

/** One row more than the limit, so that it is known whether any were cut. DuckDB keeps the order of a subquery. */
function limited(sql: string, rowLimit: number): string {
  return `SELECT * FROM (${sql}\n) LIMIT ${Math.ceil(rowLimit) + 1}`;
}

/** A schema's name checked, part by part. */
function qualified(schema: string): string {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/i.test(schema)) {
    throw new Error(`invalid schema: ${schema}`);
  }
  return schema;
}

/** What two statements must share to share an execution. Values keep their type: 1, '1' and 1n differ. */
function keyOf(statement: Statement, schema: string, rowLimit: number): string {
  return JSON.stringify([schema, rowLimit, statement.sql, statement.parameters], (_, value: unknown) => {
    if (typeof value === 'bigint') {
      return { bigint: String(value) };
    }
    // JSON has no NaN or Infinity, and drops the sign of −0
    return typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)) ? { number: Object.is(value, -0) ? '-0' : String(value) } : value;
  });
}

function closedError(): EngineError {
  return new EngineError('closed', 'The data source is being closed.');
}
