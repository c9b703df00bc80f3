import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

/** A MySQL or MariaDB database to fill. */
export interface MysqlTarget {
  /** mysql://user:password@host:port/database */
  readonly url: string;
  /** Whether tables of the same names that are there may be dropped. */
  readonly replace: boolean;
}

/** Rows that one statement inserts. */
const AT_ONCE = 500;

/** A name as MySQL quotes it. */
export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** Runs work on a connection to a database, whose SQL is as close to the standard’s as MySQL has it, and whose clocks are UTC’s. */
export async function inDatabase(url: string, work: (connection: Connection, database: string) => Promise<void>): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(`SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES', time_zone = '+00:00'`);
    const [[{ name }]] = await connection.query<RowDataPacket[]>('SELECT database() AS name');
    await work(connection, String(name));
  } finally {
    await connection.end();
  }
}

/** Inserts rows of texts, null for nothing. */
export async function insertRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: ReadonlyArray<ReadonlyArray<string | null>>
): Promise<void> {
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    await connection.query(`INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES ?`, [rows.slice(i, i + AT_ONCE)]);
  }
}
