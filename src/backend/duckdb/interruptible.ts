import type { DuckDBConnection } from '@duckdb/node-api';

/** Milliseconds between attempts to interrupt. */
const RETRY_MS = 5;

/**
 * Runs work on a connection; when the signal aborts, the connection is interrupted until the work ends, and the signal's reason is thrown.
 * DuckDB forgets an interrupt that comes just before a statement starts: hence again and again.
 */
export async function interruptible<Result>(connection: DuckDBConnection, signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  signal.throwIfAborted();
  let timer: NodeJS.Timeout | null = null;
  const interrupt = (): void => {
    connection.interrupt();
    timer = setInterval(() => connection.interrupt(), RETRY_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  try {
    const result = await work();
    signal.throwIfAborted();
    return result;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', interrupt);
    if (timer !== null) {
      clearInterval(timer);
    }
  }
}
