import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

import { nearest } from '../../../../shared/nearest';
import { CANONICAL_TABLES, type CanonicalTable, type TableName } from '../../../canonical/tables';
import { SourceError } from '../../source';
import { fileState, oddKind, openRegular, stateOf } from './regular-file';

/** The formats of a table's file, which are also the files' endings. */
type FileFormat = 'csv' | 'parquet';

/** One table's file. */
export interface TableFile {
  readonly table: CanonicalTable;
  readonly name: string;
  readonly path: string;
  readonly format: FileFormat;
}

/** What lies at a path: a folder with tables' files, or one DuckDB file. */
export type Found = (
  | { readonly kind: 'folder'; readonly files: readonly TableFile[]; /** Files with rows that are no table’s. */ readonly others: readonly string[] }
  | { readonly kind: 'database'; readonly name: string }
) & {
  /** Where it really is, links resolved. */
  readonly path: string;
  /** What tells whether a file has been written to since, by its name. */
  readonly states: ReadonlyMap<string, string>;
};

/** Tables' files by the tables' names, as the settings name them. */
export type NamedFiles = { readonly [Table in TableName]?: string };

const NAMED = 'A CSV or Parquet file with the columns of the table is expected.';

/** What files with rows are called; hidden ones are other programs’. */
const ROWS = /^[^.].*\.(csv|tsv|txt|parquet|xlsx?|ods|jsonl?|ndjson|sql|db|duckdb)(\.(gz|zip|zst))?$/i;

const EXPECTED = 'A folder with one file a table is expected (ticket.csv or ticket.parquet, message.csv, …), or one DuckDB file with those tables.';

/** Looks at the path, one thing after the other: each holds a thread while a disk does not answer. A SourceError says what was found and what is expected. */
export async function findFiles(path: string): Promise<Found> {
  const place = resolve(path);
  const info = await stat(place, { bigint: true }).catch((error: NodeJS.ErrnoException) => {
    throw new SourceError(
      'config',
      error.code === 'EACCES'
        ? `"${path}" cannot be read by the user that runs Grafana.`
        : error.code === 'ELOOP'
          ? `"${path}" is a link that leads to itself.`
          : `There is nothing at "${path}".`,
      EXPECTED
    );
  });
  const odd = oddKind(info);
  if (odd !== null) {
    throw new SourceError('config', `"${path}" is ${odd}, neither a folder nor a file.`, EXPECTED);
  }
  if (info.isDirectory()) {
    return folder(path, place);
  }
  if (!(await isDuckDB(place))) {
    throw new SourceError(
      'config',
      `"${path}" is a file, but not a DuckDB database.`,
      /\.(csv|parquet)$/i.test(place) ? 'Give the folder that holds the file.' : EXPECTED
    );
  }
  const name = basename(place);
  // what was written last may still stand beside the file
  return {
    kind: 'database',
    name,
    path: await realpath(place),
    states: new Map([
      [name, stateOf(info)],
      [`${name}.wal`, await fileState(`${place}.wal`)],
    ]),
  };
}

/** Looks at files that the settings name one by one. A SourceError says which of them cannot be a table. */
export async function namedFiles(named: NamedFiles): Promise<Found> {
  const files: TableFile[] = [];
  const states = new Map<string, string>();
  for (const table of CANONICAL_TABLES) {
    const written = named[table.name];
    if (written === undefined) {
      continue;
    }
    const name = basename(written);
    const { path, info } = await resolved(written).catch(() => {
      throw new SourceError('config', `There is nothing at "${written}", which the setting "tables.${table.name}" names.`, NAMED);
    });
    if (path !== written) {
      throw new SourceError(
        'config',
        `"${written}", which the setting "tables.${table.name}" names, is or lies behind a link now.`,
        'Put the file itself there.'
      );
    }
    if (!info.isFile() || !/\.(csv|parquet)$/i.test(name)) {
      const what = info.isFile() ? 'neither a CSV nor a Parquet file by its name' : `${oddKind(info) ?? 'a folder'}, not a file`;
      throw new SourceError('config', `"${written}", which the setting "tables.${table.name}" names, is ${what}.`, NAMED);
    }
    files.push({ table, name, path, format: /\.csv$/i.test(name) ? 'csv' : 'parquet' });
    states.set(`${table.name}: ${written}`, stateOf(info));
  }
  return { kind: 'folder', path: '', files, others: [], states };
}

/** The files that are not as they were, that are new or gone, by name. */
export function changedFiles(before: Found, after: Found): string[] {
  return [...new Set([...before.states.keys(), ...after.states.keys()])].filter((name) => before.states.get(name) !== after.states.get(name));
}

async function folder(path: string, place: string): Promise<Found> {
  const entries = await readdir(place, { withFileTypes: true }).catch(() => {
    throw new SourceError('config', `The folder "${path}" cannot be read by the user that runs Grafana.`);
  });
  const seen = entries.filter(({ name }) => !name.startsWith('.'));
  const names = seen.map(({ name }) => name).sort();
  const home = await realpath(place);
  const files: TableFile[] = [];
  const states = new Map<string, string>();
  for (const table of CANONICAL_TABLES) {
    const candidates = names.filter((name) => /\.(csv|parquet)$/i.test(name) && name.slice(0, name.lastIndexOf('.')).toLowerCase() === table.name);
    if (candidates.length > 1) {
      throw new SourceError('config', `The table "${table.name}" is there more than once: ${candidates.join(' and ')}.`, 'Keep one of them.');
    }
    for (const name of candidates) {
      const { file, state } = await tableFile(table, name, home);
      files.push(file);
      states.set(name, state);
    }
  }
  if (!files.some(({ table }) => table.required)) {
    throw new SourceError('schema', `The folder "${path}" ${described(seen)}, but no ticket.csv and no ticket.parquet.`, EXPECTED);
  }
  const others = seen.flatMap((entry) => (!entry.isDirectory() && ROWS.test(entry.name) && !states.has(entry.name) ? [entry.name] : [])).sort();
  return { kind: 'folder', path: home, files, others, states };
}

/** One table's file, which must be one: a table that were passed over would be missing from the numbers without a word. */
async function tableFile(table: CanonicalTable, name: string, home: string): Promise<{ readonly file: TableFile; readonly state: string }> {
  const { path, info } = await resolved(join(home, name)).catch(() => {
    throw new SourceError('config', `${name} is a link that leads nowhere.`, 'Put the file itself into the folder.');
  });
  // a link must not lead out of what the administrator allowed
  if (!path.startsWith(join(home, '/'))) {
    throw new SourceError('config', `${name} is a link that leads out of its folder.`, 'Put the file itself into the folder.');
  }
  if (!info.isFile()) {
    throw new SourceError('config', `${name} is ${oddKind(info) ?? 'a folder'}, not a file.`, 'One file a table is expected.');
  }
  return { file: { table, name, path, format: name.toLowerCase().endsWith('.csv') ? 'csv' : 'parquet' }, state: stateOf(info) };
}

async function resolved(link: string): Promise<{ readonly path: string; readonly info: BigIntStats }> {
  const path = await realpath(link);
  return { path, info: await stat(path, { bigint: true }) };
}

/** What a folder has, in the words of a message. Other folders in it are none of a user’s business: the place may be one that many share. */
function described(seen: readonly Dirent[]): string {
  const names = seen.flatMap((entry) => (entry.isDirectory() ? [] : [entry.name])).sort();
  if (names.length === 0) {
    return seen.length === 0 ? 'is empty: it has no files' : 'has folders only, and no files';
  }
  const near = nearest(
    'ticket',
    names.map((name) => name.replace(/\.[^.]*$/, ''))
  );
  const list = names.slice(0, 8).join(', ') + (names.length > 8 ? ` and ${names.length - 8} more` : '');
  return `holds ${list}${near && near !== 'ticket' ? ` (did you mean "ticket" by "${near}"?)` : ''}`;
}

async function isDuckDB(path: string): Promise<boolean> {
  const file = await openRegular(path, basename(path));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, 0);
    return bytesRead === 12 && buffer.toString('latin1', 8, 12) === 'DUCK';
  } finally {
    await file.close();
  }
}
