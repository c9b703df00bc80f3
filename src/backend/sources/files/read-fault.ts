import { messageOf } from '../rows/message-of';
import { SourceError } from '../source';
import { findCsvFault } from './csv-scan';
import type { TableFile } from './find-files';

/** What is wrong with a file that DuckDB refuses, in one sentence; null where the fault is not the file's. */
export async function readFault(error: unknown, file: TableFile, columns: number): Promise<string | null> {
  const text = messageOf(error);
  if (isElsewhere(text)) {
    return null;
  }
  if (file.format === 'parquet') {
    return /^(Invalid Input|IO|Serialization|Conversion|Not implemented|Invalid) /i.test(text) ? `${file.name} is damaged or not a Parquet file.` : null;
  }
  const fault = await findCsvFault(file.path, columns);
  if (fault) {
    return `${file.name}, line ${fault.line}: ${fault.what}.`;
  }
  const line = /CSV Error on Line: (\d+)/.exec(text)?.[1];
  const what = /maximum line size|line size/i.test(text) ? 'the row is longer than 2 MB' : 'the row is not CSV as RFC 4180 has it';
  return line === undefined ? (/CSV/.test(text) ? `${file.name}: ${what}.` : null) : `${file.name}, line ${line}: ${what}.`;
}

/** DuckDB's refusal to open a DuckDB file or to look into a folder, as a SourceError; anything else as it came. */
export function openFault(error: unknown, path: string): unknown {
  const text = messageOf(error);
  if (/Permission Error|disabled by configuration/i.test(text)) {
    return new SourceError(
      'config', `"${path}" is not in a folder that the Grafana administrator allows.`, 'Allowed folders are listed in allowed_directories of [plugin.helpdesk-metrics-datasource] in grafana.ini.'
    );
  }
  if (/Could not set lock|Conflicting lock/i.test(text)) {
    return new SourceError('config', `"${path}" is open for writing in another process.`, 'Write the file elsewhere and move it here when it is complete.');
  }
  if (/newer version|database version|storage version/i.test(text)) {
    return new SourceError('config', `"${path}" was written by a DuckDB version that this plugin cannot read.`, 'Write it with an older storage version.');
  }
  if (/^(IO|Serialization|Invalid Input|Internal|FATAL|INTERNAL|Corrupt)/i.test(text) && !isElsewhere(text)) {
    return new SourceError('config', `"${path}" is damaged or not a DuckDB database.`);
  }
  return error;
}

function isElsewhere(text: string): boolean {
  return /Out of Memory|INTERRUPT|No space left|max_temp_directory_size|Permission Error/i.test(text);
}
