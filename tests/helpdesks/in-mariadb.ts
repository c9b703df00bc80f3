import { createConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';

import { MYSQL, identifier } from '../../src/backend/sources/connections/mysql/flavour';
import { columnsReadMysql } from '../../src/backend/sources/testing/columns-read-mysql';
import type { MariadbServer } from '../servers/mariadb';
import { newName, type Place } from './place';

const READER = { user: 'desk_reader', password: 'read only' };
/** Of whom is tried what it must be allowed. */
const NOBODY = { user: 'desk_nobody', password: 'nothing' };

/** A new, empty database of a MariaDB. */
export async function placeInMariadb({ host, port, connect }: MariadbServer): Promise<Place> {
  const admin = await connect();
  const database = newName();
  const run = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };
  await run(
    `SET SESSION sql_mode = 'ANSI_QUOTES,STRICT_TRANS_TABLES', time_zone = '+00:00'`,
    `CREATE DATABASE ${database} CHARACTER SET utf8mb4`,
    `USE ${database}`,
    `CREATE USER IF NOT EXISTS '${READER.user}'@'%' IDENTIFIED BY '${READER.password}'`
  );
  const rows = async <Row>(statement: string) => (await admin.query<RowDataPacket[]>(statement))[0] as readonly unknown[] as readonly Row[];
  return {
    source: { type: 'mysql', host, port, database, user: READER.user, tls: { mode: 'disable' } },
    password: READER.password,
    flavour: MYSQL,
    run,
    rows,
    insert: async (table, row) => {
      const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
      const names = Object.keys(row);
      const values = Object.values(row).map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value));
      const [{ insertId }] = await admin.query<ResultSetHeader>(
        `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        values
      );
      return typeof row.id === 'number' ? row.id : insertId;
    },
    grant: async (tables) => {
      const there = await rows<{ name: string }>(`SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = '${database}'`);
      await run(
        ...there
          .filter(({ name }) => tables.includes(name))
          .map(({ name }) => `GRANT SELECT ON ${identifier(database)}.${identifier(name)} TO '${READER.user}'@'%'`)
      );
    },
    columnsRead: async (select) => {
      const user = `'${NOBODY.user}'@'%'`;
      await run(`CREATE USER IF NOT EXISTS ${user} IDENTIFIED BY '${NOBODY.password}'`, `GRANT SHOW VIEW ON ${identifier(database)}.* TO ${user}`);
      const reader = await createConnection({ host, port, database, ...NOBODY });
      try {
        await reader.query(`SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES'`);
        return await columnsReadMysql({ admin, user, reader, database }, select);
      } finally {
        await reader.end();
      }
    },
    drop: async () => {
      await run(`DROP DATABASE ${database}`);
      await admin.end();
    },
  };
}
