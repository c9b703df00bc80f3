import type { DuckDBConnection } from '@duckdb/node-api';

/** Milliseconds between attempts: DuckDB forgets an interrupt that comes just before a statement starts. */
const RETRY_MS = 10;

/** Runs work on a connection; where the signal aborts, the connection is interrupted until the work ends, and the signal's reason thrown. */
export async function interruptible<Result>(connection: DuckDBConnection, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  let timer: NodeJS.Timeout | undefined;
  const interrupt = (): void => {
    connection.interrupt();
    timer ??= setInterval(interrupt, RETRY_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    return await work();
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    clearInterval(timer);
  }
}
