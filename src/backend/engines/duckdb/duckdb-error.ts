import { isDamage } from '../../duckdb/is-damage';
import { messageOf } from '../../message-of';
import { EngineError } from '../engine-error';

/** DuckDB's error as an EngineError. */
export function duckdbError(error: unknown): EngineError {
  if (error instanceof EngineError) {
    return error;
  }
  const text = messageOf(error);
  if (/^Out of Memory Error/i.test(text) || /max_temp_directory_size|No space left on device/i.test(text)) {
    return new EngineError(
      'limit',
      'The query needs more memory than the store may use.',
      'Ask for a shorter range, fewer groups or fewer rows, or raise the store’s memory limit in the data source’s settings.',
      { cause: error }
    );
  }
  if (isDamage(error)) {
    return new EngineError('damaged', 'The store’s file is damaged; it is being rebuilt from the helpdesk.', null, { cause: error });
  }
  return new EngineError('internal', 'The store could not answer the query.', 'The plugin’s log has the details.', { cause: error });
}
