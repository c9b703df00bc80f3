import { messageOf } from '../message-of';

/** Whether DuckDB says that a file's content is broken. */
export function isDamage(error: unknown): boolean {
  return /Corrupt database file|does not match stored checksum|Could not read enough bytes|not a valid DuckDB database|has been invalidated|Serialization Error/i.test(
    messageOf(error)
  );
}
