import type { DuckDBConnection } from '@duckdb/node-api';

import { interruptible } from '../../../duckdb/interruptible';
import { standBehind } from '../../../lines';
import { SourceError } from '../../source';

/** Runs work on a connection for so many milliseconds at most: a view may be one that never ends. `what` is what a message says took too long. */
export async function withTimeLimit<Result>(
  connection: DuckDBConnection,
  signal: AbortSignal,
  milliseconds: number,
  what: string,
  work: (signal: AbortSignal) => Promise<Result>
): Promise<Result> {
  const limit = AbortSignal.timeout(milliseconds);
  try {
    const either = AbortSignal.any([signal, limit]);
    standBehind(either, signal);
    return await interruptible(connection, either, () => work(either));
  } catch (error) {
    if (error === limit.reason) {
      throw new SourceError(
        'timeout',
        `${what} took longer than ${seconds(milliseconds)} to read.`,
        'Make its view faster, or raise readTimeout in the data source’s settings.'
      );
    }
    throw error;
  }
}

function seconds(milliseconds: number): string {
  const count = milliseconds / 1000;
  return count === 1 ? 'a second' : `${count.toLocaleString('en')} seconds`;
}
