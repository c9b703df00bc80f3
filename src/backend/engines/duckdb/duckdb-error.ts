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

/** Whether DuckDB says that a file's content is broken. */
export function isDamage(error: unknown): boolean {
  return /Corrupt database file|does not match stored checksum|Could not read enough bytes|not a valid DuckDB database|has been invalidated|Serialization Error/i.test(
    messageOf(error)
  );
}

/** What an error says. DuckDB's are made by native code, so that `instanceof` does not always know them. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}
