import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

import { identifier } from '../../src/backend/duckdb/sql-text';
import type { Staging } from '../tables/staging';
import { columnsOf } from './helpdesk/staged-views';

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

/** Runs work on a connection to a database, whose SQL is as close to the standard’s as MySQL has it; its zone is the server’s, as that of helpdesks’ own programs. */
export async function inDatabase(url: string, work: (connection: Connection, database: string) => Promise<void>): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(`SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES'`);
    const [[{ name }]] = await connection.query<RowDataPacket[]>('SELECT database() AS name');
    await work(connection, String(name));
  } finally {
    await connection.end();
  }
}

/** Makes tables by their statements and fills them: all of them, or none. Tables that stood there before are not dropped unless they may be replaced. */
export async function makeTables(connection: Connection, statements: readonly string[], replace: boolean, fill: () => Promise<void>): Promise<void> {
  const made = statements.flatMap((statement) => /^CREATE TABLE `?(\w+)/.exec(statement)?.[1] ?? []);
  const drop = `DROP TABLE IF EXISTS ${made.map(quoted).join(', ')}`;
  if (replace) {
    await connection.query(drop);
  }
  let begun = false;
  try {
    for (const statement of statements) {
      await connection.query(statement);
      begun = true;
    }
    await fill();
  } catch (error) {
    if (begun) {
      await connection.query(drop);
    }
    throw error;
  }
}

/** Inserts the rows of a SELECT over the staged tables into a table that has its columns. */
export async function insertSelect(connection: Connection, staging: Staging, table: string, select: string): Promise<void> {
  const columns = await columnsOf(staging, select);
  const values = columns.map(({ name, type }) => asText(identifier(name), type)).join(', ');
  const insert = `INSERT INTO ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')}) VALUES ?`;
  const result = await staging.connection.stream(`SELECT ${values} FROM (${select})`);
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const rows = chunk.getRows();
    for (let i = 0; i < rows.length; i += AT_ONCE) {
      await connection.query(insert, [rows.slice(i, i + AT_ONCE)]);
    }
  }
}

/** A value as MySQL reads it from a text; an instant as UTC’s clocks show it. */
function asText(column: string, type: string): string {
  switch (type) {
    case 'BOOLEAN':
      return `CAST(CAST(${column} AS TINYINT) AS VARCHAR)`;
    case 'TIMESTAMP WITH TIME ZONE':
      return `CAST(timezone('UTC', ${column}) AS VARCHAR)`;
    case 'VARCHAR[]':
      return `CAST(to_json(${column}) AS VARCHAR)`;
    default:
      return `CAST(${column} AS VARCHAR)`;
  }
}
