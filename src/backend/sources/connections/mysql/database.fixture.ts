import type { Connection, RowDataPacket } from 'mysql2/promise';

import type { MariadbServer } from '../../../../../tests/servers/mariadb';
import { until } from '../../../../../tests/until';
import type { Source } from '../../source';
import { NEVER, testTarget } from '../../testing/target';
import { identifier } from './flavour';
import { createMysqlSource } from './mysql-source';
import type { MysqlOptions } from './options';

/** A database for each test, and a source over it as a user who may only read it; its name needs quotes, as any name might. */
export interface TestDatabase {
  /** Runs statements as one who may everything, in the database. */
  run(...statements: string[]): Promise<void>;
  query<Row>(statement: string): Promise<readonly Row[]>;
  /** The database’s name. */
  name(): string;
  options(more?: Partial<MysqlOptions>): MysqlOptions;
  source(more?: Partial<MysqlOptions>): Source;
  /** All tables that have rows, loaded from the database. */
  load(more?: Partial<MysqlOptions>): Promise<Record<string, unknown[]>>;
  /** Waits until the source has no connection left. */
  noSessions(): Promise<void>;
}

/** Makes a new database before each test, on a server that runs for all of them. */
export function testDatabase(server: () => MariadbServer): TestDatabase {
  let count = 0;
  let admin: Connection;
  const name = (): string => `it's a "base" ${count}`;
  beforeAll(async () => {
    admin = await server().connect();
  });
  afterAll(() => admin.end());
  beforeEach(async () => {
    count++;
    await run(
      `CREATE DATABASE ${identifier(name())} CHARACTER SET utf8mb4`,
      `USE ${identifier(name())}`,
      `GRANT SELECT ON ${identifier(name())}.* TO ${server().user}`
    );
  });

  const run = async (...statements: string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };
  const query = async <Row>(statement: string): Promise<readonly Row[]> =>
    (await admin.query<RowDataPacket[]>(statement))[0] as readonly unknown[] as readonly Row[];
  const options = (more: Partial<MysqlOptions> = {}): MysqlOptions => {
    const { host, port, user, password } = server();
    return { host, port, user, password, database: name(), tls: { mode: 'disable' }, ...more };
  };
  const source = (more: Partial<MysqlOptions> = {}): Source => createMysqlSource(options(more));
  return {
    run,
    query,
    name,
    options,
    source,
    load: async (more) => {
      const target = await testTarget();
      try {
        await source(more).load(target, NEVER, () => undefined);
        return await target.all();
      } finally {
        target.close();
      }
    },
    noSessions: async () => {
      const others = () => query(`SELECT id FROM information_schema.PROCESSLIST WHERE user <> 'admin' AND user <> 'system user'`);
      await until(async () => (await others()).length === 0, 'the end of the sessions', 10_000);
    },
  };
}
