import type { OwnTable } from '../../shared/words';
import { CANONICAL_TABLES, type TableName } from '../canonical/tables';
import { createTableFilesSource, type FilesOptions } from './connections/files/files-source';
import type { FoundTable, Remark, Source } from './source';
import { together } from './together';

/** Where each table comes from that the settings take from a place of its own: a file (its links resolved), or a table of the same database. */
export type OwnTables = { readonly [Table in OwnTable]?: { readonly file?: string; readonly table?: string } };

/** What rows of other tables name: it is read before them. */
const NAMED_BY_OTHERS: readonly TableName[] = ['calendar', 'calendar_hours', 'calendar_exception'];

/** The tables that come from files, and those that are named in the database. */
export function split(own: OwnTables): {
  readonly files: Readonly<Partial<Record<TableName, string>>>;
  readonly named: Readonly<Partial<Record<TableName, string>>>;
} {
  const pick = (key: 'file' | 'table') =>
    Object.fromEntries(Object.entries(own).flatMap(([table, place]) => (place[key] === undefined ? [] : [[table, place[key]]])));
  return { files: pick('file'), named: pick('table') };
}

/** A source with the tables that the settings take from elsewhere, and what it says of that; the helpdesk's own source leaves them out. */
export function withOwnTables(source: Source, own: OwnTables, reading: Omit<FilesOptions, 'path' | 'without'>): Source {
  const { files } = split(own);
  const names = Object.keys(files) as TableName[];
  const of = (some: readonly TableName[]): Source[] =>
    some.length === 0 ? [] : [createTableFilesSource(Object.fromEntries(some.map((name) => [name, files[name]])), reading)];
  const [first = source, ...rest] = [
    ...of(names.filter((name) => NAMED_BY_OTHERS.includes(name))),
    quiet(source, own),
    ...of(names.filter((name) => !NAMED_BY_OTHERS.includes(name))),
  ];
  return Object.keys(own).length === 0 ? source : said(together([first, ...rest]), own);
}

/** A helpdesk's source that says nothing of what it lacks, or nobody reads, in tables that come from elsewhere. */
function quiet(source: Source, own: OwnTables): Source {
  const isOwn = (table: Remark['table']): boolean => Object.keys(own).some((name) => name === table);
  return { ...source, inspect: (signal, remark) => source.inspect(signal, remark && ((one) => (isOwn(one.table) ? undefined : remark(one)))) };
}

/** Says of each such table where it comes from. */
function said(source: Source, own: OwnTables): Source {
  return {
    ...source,
    async inspect(signal, remark = () => undefined) {
      const found = await source.inspect(signal, remark);
      for (const [name, { file, table }] of Object.entries(own)) {
        const from = file === undefined ? `table "${table}"` : `file "${file}"`;
        remark({ kind: 'note', text: `${name} comes from the ${from}, by the setting tables.${name}; what the helpdesk has of it is not read.` });
      }
      return CANONICAL_TABLES.flatMap(({ name }): FoundTable[] => found.filter((one) => one.name === name));
    },
  };
}
