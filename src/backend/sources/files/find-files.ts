import { open, readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { nearest } from '../../../shared/nearest';
import { CANONICAL_TABLES, type CanonicalTable } from '../../canonical/tables';
import { SourceError } from '../source';

/** The formats of a table's file, which are also the files' endings. */
export type FileFormat = 'csv' | 'parquet';

/** One table's file. */
export interface TableFile {
  readonly table: CanonicalTable;
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat;
}

/** What lies at a path: a folder with tables' files, or one DuckDB file. */
export type Found = { readonly kind: 'folder'; readonly files: readonly TableFile[] } | { readonly kind: 'database'; readonly name: string; readonly path: string };

const EXPECTED = 'A folder with one file a table is expected (ticket.csv or ticket.parquet, message.csv, …), or one DuckDB file with those tables.';

/** Looks at the path; a SourceError says what was found and what is expected. */
export async function findFiles(path: string): Promise<Found> {
  const place = resolve(path);
  const info = await stat(place).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError('config', error.code === 'EACCES' ? `"${path}" cannot be read by the user that runs Grafana.` : `There is nothing at "${path}".`, EXPECTED);
  });
  if (info.isDirectory()) {
    return { kind: 'folder', files: await tableFiles(path, place) };
  }
  if (!(await isDuckDB(place))) {
    throw new SourceError('config', `"${path}" is a file, but not a DuckDB database.`, /\.(csv|parquet)$/i.test(place) ? 'Give the folder that holds the file.' : EXPECTED);
  }
  return { kind: 'database', name: basename(place), path: await realpath(place) };
}

async function tableFiles(path: string, folder: string): Promise<TableFile[]> {
  const entries = await readdir(folder).catch(() => {
    throw new SourceError('config', `The folder "${path}" cannot be read by the user that runs Grafana.`);
  });
  const names = entries.filter((name) => !name.startsWith('.')).sort();
  const home = await realpath(folder);
  const files = await Promise.all(CANONICAL_TABLES.map(async (table) => tableFile(table, names, home)));
  const found = files.filter((file) => file !== null);
  if (!found.some(({ table }) => table.required)) {
    throw new SourceError('schema', `The folder "${path}" ${described(names)}, but no ticket.csv and no ticket.parquet.`, EXPECTED);
  }
  return found;
}

async function tableFile(table: CanonicalTable, names: readonly string[], home: string): Promise<TableFile | null> {
  const candidates = names.filter((name) => /\.(csv|parquet)$/i.test(name) && name.slice(0, name.lastIndexOf('.')).toLowerCase() === table.name);
  const files: TableFile[] = [];
  for (const name of candidates) {
    const path = await realpath(join(home, name)).catch(() => null);
    if (path === null || !(await stat(path)).isFile()) {
      continue;
    }
    // a link must not lead out of what the administrator allowed
    if (!path.startsWith(join(home, '/'))) {
      throw new SourceError('config', `${name} is a link that leads out of its folder.`, 'Put the file itself into the folder.');
    }
    files.push({ table, name, path, format: name.toLowerCase().endsWith('.csv') ? 'csv' : 'parquet' });
  }
  if (files.length > 1) {
    throw new SourceError('config', `The table "${table.name}" is there more than once: ${files.map(({ name }) => name).join(' and ')}.`, 'Keep one of them.');
  }
  return files[0] ?? null;
}

function described(names: readonly string[]): string {
  if (names.length === 0) {
    return 'is empty: it has no files';
  }
  const near = nearest('ticket', names.map((name) => name.replace(/\.[^.]*$/, '')));
  const list = names.slice(0, 8).join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
  return `holds ${list}${near && near !== 'ticket' ? ` (did you mean "ticket" by "${near}"?)` : ''}`;
}

async function isDuckDB(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (file === null) {
    throw new SourceError('config', `The file "${basename(path)}" cannot be read by the user that runs Grafana.`);
  }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return bytesRead === 12 && buffer.toString('latin1', 8, 12) === 'DUCK';
  } finally {
    await file.close();
  }
}
