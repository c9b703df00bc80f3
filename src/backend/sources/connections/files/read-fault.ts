import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../../duckdb/sql-text';
import { messageOf } from '../../../message-of';
import type { RawTable } from '../../rows/raw-table';
import { SourceError } from '../../source';
import type { CsvFormat } from './csv-format';
import { findCsvFault } from './csv-scan';
import type { TableFile } from './find-files';

/** What is wrong with a file that DuckDB refuses, in one sentence; null where the fault is not the file's. */
export async function readFault(error: unknown, file: TableFile, format: CsvFormat | null, signal: AbortSignal): Promise<string | null> {
  const text = messageOf(error);
  if (isElsewhere(text)) {
    return null;
  }
  if (format === null) {
    return /^(Invalid Input|IO|Serialization|Conversion|Not implemented|Invalid) /i.test(text) ? `${file.name} is damaged or not a Parquet file.` : null;
  }
  const fault = await findCsvFault(file, format, signal);
  if (fault) {
    return `${file.name}, line ${fault.line}: ${fault.what}.`;
  }
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  const what = /maximum line size|line size/i.test(text) ? 'the row is longer than 2 MB' : 'the row is not CSV as RFC 4180 has it';
  return line === undefined ? (/CSV/.test(text) ? `${file.name}: ${what}.` : null) : `${file.name}, line ${line}: ${what}.`;
}

/** Whether a table can be read to its end; where it cannot, storing it was not what failed. */
export async function isReadable(connection: DuckDBConnection, { columns, from, parameters }: RawTable): Promise<boolean> {
  try {
    await connection.run(`SELECT max(hash(${columns.map(({ name }) => identifier(name)).join(', ')})) FROM ${from}`, parameters && { ...parameters });
    return true;
  } catch {
    return false;
  }
}

/** DuckDB's refusal to read a table or view of a DuckDB file, as a SourceError. */
export function viewFault(error: unknown, label: string): unknown {
  const text = messageOf(error);
  if (isRefused(text)) {
    return new SourceError(
      'config',
      `${label} is a view that reads other files or databases, which is not allowed.`,
      'Make it a table, or a view of tables in the same file.',
      { cause: error }
    );
  }
  if (isElsewhere(text)) {
    return error;
  }
  return /^(IO|Serialization|Internal|FATAL|INTERNAL|Corrupt)/i.test(text)
    ? new SourceError('config', `${label} is damaged.`, 'Write the file anew.', { cause: error })
    : new SourceError('schema', `${label} is a view that fails.`, 'DuckDB’s own command line says why: SELECT * FROM it.', { cause: error });
}

/** DuckDB's refusal to open a DuckDB file or to look into a folder, as a SourceError; anything else as it came. */
export function openFault(error: unknown, path: string): unknown {
  const text = messageOf(error);
  const fault = (message: string, hint: string | null = null): SourceError => new SourceError('config', `"${path}" ${message}`, hint, { cause: error });
  if (isRefused(text)) {
    return fault(
      'is not in a folder that the Grafana administrator allows.',
      'Allowed folders are listed in allowed_directories of [plugin.helpdesk-metrics-datasource] in grafana.ini.'
    );
  }
  if (/Could not set lock|Conflicting lock/i.test(text)) {
    return fault('is open for writing in another process.', 'Write the file elsewhere and move it here when it is complete.');
  }
  if (/newer version|database version|storage version/i.test(text)) {
    return fault('was written by a DuckDB version that this plugin cannot read.', 'Write it with an older storage version.');
  }
  if (/^(IO|Serialization|Invalid Input|Internal|FATAL|INTERNAL|Corrupt)/i.test(text) && !isElsewhere(text)) {
    return fault('is damaged or not a DuckDB database.');
  }
  return error;
}

function isRefused(text: string): boolean {
  return /Permission Error|disabled by configuration/i.test(text);
}

function isElsewhere(text: string): boolean {
  return isRefused(text) || /Out of Memory|INTERRUPT|No space left|max_temp_directory_size/i.test(text);
}
