import type { Connection, RowDataPacket } from 'mysql2/promise';

import { identifier } from '../connections/mysql/flavour';
import type { Columns } from '../layouts/layout';

/** Somebody without rights, and one who may give some. */
interface Readers {
  readonly admin: Connection;
  /** Who is to read, as a GRANT writes it; it may look into the database and nothing else. */
  readonly user: string;
  readonly reader: Connection;
  readonly database: string;
}

/** The tables and columns that a SELECT really reads, as MySQL sees it, in the order of their names: what its user must be granted, one after the other, until it is accepted. */
export async function columnsReadMysql({ admin, user, reader, database }: Readers, select: string): Promise<Columns> {
  const read = new Map<string, Set<string>>();
  const entrances = new Map<string, string>();
  const change = (deed: 'GRANT' | 'REVOKE', table: string, column: string) =>
    admin.query(`${deed} SELECT (${identifier(column)}) ON ${identifier(database)}.${identifier(table)} ${deed === 'GRANT' ? 'TO' : 'FROM'} ${user}`);
  for (let missing = await missingOf(reader, select); missing !== null; missing = await missingOf(reader, select)) {
    const { table } = missing;
    const column = missing.column ?? (await firstColumn(admin, database, table));
    if (missing.column === null) {
      entrances.set(table, column);
    }
    read.set(table, (read.get(table) ?? new Set()).add(column));
    await change('GRANT', table, column);
  }
  for (const [table, column] of entrances) {
    await change('REVOKE', table, column);
    const missing = await missingOf(reader, select);
    if (missing === null) {
      read.get(table)?.delete(column);
    }
    await change('GRANT', table, column);
  }
  await admin.query(`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${user}`);
  await admin.query(`GRANT SHOW VIEW ON ${identifier(database)}.* TO ${user}`);
  return Object.fromEntries([...read].sort(([a], [b]) => (a < b ? -1 : 1)).map(([table, columns]) => [table, [...columns].sort()]));
}

/** What the user is refused first; null where nothing. */
async function missingOf(reader: Connection, select: string): Promise<{ readonly table: string; readonly column: string | null } | null> {
  try {
    await reader.query(`SELECT * FROM (${select}) AS columns_read LIMIT 0`);
    return null;
  } catch (error) {
    const { errno, message } = error as { readonly errno?: number; readonly message: string };
    const [, column = null, table = null] = /for column '(.*)' in table '(.*)'$/.exec(message) ?? [];
    const [, whole = null] = /for table (?:`.*`\.)?[`'](.*)[`']$/.exec(message) ?? [];
    const refused = table ?? whole;
    if ((errno !== 1142 && errno !== 1143) || refused === null) {
      throw error;
    }
    return { table: refused, column };
  }
}

async function firstColumn(admin: Connection, database: string, table: string): Promise<string> {
  const [[first]] = await admin.query<RowDataPacket[]>(
    'SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? ORDER BY ORDINAL_POSITION LIMIT 1',
    [database, table]
  );
  return String((first as { readonly name: unknown }).name);
}
