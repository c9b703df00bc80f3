import { Client } from 'pg';

import { identifier, POSTGRES } from '../../src/backend/sources/connections/postgres/flavour';
import { columnsRead } from '../../src/backend/sources/testing/columns-read';
import type { PostgresServer } from '../servers/postgres';
import { newName, type Place } from './place';

const READER = { user: 'reader', password: 'read only' };

/** A place in a PostgreSQL. */
export interface PostgresPlace extends Place {
  readonly schema: string;
  /** The tables’ owner, whose search path is the schema. */
  readonly admin: Client;
}

/** A new, empty schema of a PostgreSQL. */
export async function placeInPostgres({ url, host, port, database }: PostgresServer): Promise<PostgresPlace> {
  const admin = new Client({ connectionString: url });
  await admin.connect();
  const schema = newName();
  const run = async (...statements: readonly string[]): Promise<void> => {
    for (const statement of statements) {
      await admin.query(statement);
    }
  };
  await run(
    `CREATE SCHEMA ${schema}`,
    `SET search_path = ${schema}`,
    `DO $$ BEGIN CREATE ROLE ${READER.user} LOGIN PASSWORD '${READER.password}'; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    `GRANT USAGE ON SCHEMA ${schema} TO ${READER.user}`
  );
  return {
    schema,
    admin,
    source: { type: 'postgres', host, port, database, user: READER.user, schema, tls: { mode: 'disable' } },
    password: READER.password,
    flavour: POSTGRES,
    run,
    rows: async <Row>(statement: string) => (await admin.query(statement)).rows as Row[],
    insert: async (table, row) => {
      const names = Object.keys(row);
      const { rows } = await admin.query<{ id?: number }>(
        `INSERT INTO ${identifier(table)} (${names.map(identifier).join(', ')}) VALUES (${names.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING *`,
        Object.values(row)
      );
      return Number(rows[0].id ?? 0);
    },
    grant: async (tables) => {
      const { rows } = await admin.query<{ name: string }>('SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2)', [
        schema,
        tables,
      ]);
      await run(...rows.map(({ name }) => `GRANT SELECT ON ${identifier(name)} TO ${READER.user}`));
    },
    columnsRead: (select) => columnsRead(admin, select),
    drop: async () => {
      await run(`DROP SCHEMA ${schema} CASCADE`);
      await admin.end();
    },
  };
}
