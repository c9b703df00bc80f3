import type { Table } from './table';

export { EngineError } from './engine-error';
export type { Table, Vector } from './table';

/** A value that a statement binds. Whole numbers bind as BIGINT, others as DOUBLE; lists bind as LIST. */
export type Parameter = string | number | boolean | null | bigint | readonly string[] | readonly number[];

/** One SELECT with placeholders (`?`, or `$1`, `$2`, …) and the values they stand for. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** How to run a statement. */
export interface RunOptions {
  /** The schema in which tables are looked up, such as `s3.main`: a lease's, which the caller keeps until the run has ended. */
  readonly schema: string;
  /** Stops waiting, and the statement itself once nobody else waits for it. */
  readonly signal?: AbortSignal;
  /** The most rows to return, a million where not given; further ones are cut and `truncated` is set. */
  readonly rowLimit?: number;
  /** Told how long the statement waited for its turn, in milliseconds. */
  readonly onQueueMs?: (milliseconds: number) => void;
}

/** How busy an engine is. */
export interface EngineStatus {
  /** Statements being executed. */
  readonly running: number;
  /** Statements waiting for their turn. */
  readonly waiting: number;
}

/** Runs statements on one store. Throws an EngineError, or the signal's reason. */
export interface Engine {
  run(statement: Statement, options: RunOptions): Promise<Table>;
  status(): EngineStatus;
  /** Refuses new statements, interrupts those running and waits for them. */
  close(): Promise<void>;
}
