import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { identifier, text } from '../../../src/backend/duckdb/sql-text';
import type { Staging } from '../../tables/staging';
import type { PostgresTarget } from '../postgres';
import type { Writer } from '../writer';
import { CONVERSATIONS } from './conversations';
import { HISTORY } from './history';
import { MESSAGES } from './messages';
import { PEOPLE } from './people';
import { tablesOf } from './tables';
import { TOLD } from './told';

/** Chatwoot’s own tables in a PostgreSQL schema, all or none: the demo as the newest Chatwoot would keep it. */
export function chatwootWriter({ url, schema, replace, folder }: PostgresTarget): Writer {
  return async (staging, onTable) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`);
      await client.query(`SET LOCAL search_path = ${identifier(schema)}`);
      const all = [...PEOPLE, ...CONVERSATIONS, ...MESSAGES, ...HISTORY];
      if (replace) {
        await refuseReal(client, schema);
        await client.query(`DROP TABLE IF EXISTS ${all.map(({ table }) => identifier(table)).join(', ')}`);
      }
      for (const statement of tablesOf('4.14')) {
        await client.query(statement);
      }
      await viewStaging(staging);
      for (const { table, select } of all) {
        onTable(table);
        const path = join(folder, `${table}.csv`);
        await staging.connection.run(`COPY (${select}) TO ${text(path)} (FORMAT csv, HEADER true)`);
        const columns = (await staging.connection.runAndReadAll(`DESCRIBE ${select}`)).getRowObjects().map(({ column_name: name }) => identifier(String(name)));
        await pipeline(
          createReadStream(path, { highWaterMark: 1 << 18 }),
          client.query(copyFrom(`COPY ${identifier(table)} (${columns.join(', ')}) FROM STDIN (FORMAT csv, HEADER true)`))
        );
        await rm(path);
      }
      await client.query('COMMIT');
      await client.query(`ANALYZE ${all.map(({ table }) => `${identifier(schema)}.${identifier(table)}`).join(', ')}`);
    } finally {
      await client.end();
    }
  };
}

/** The staged tables with their real values, by name. */
async function viewStaging({ connection, tables }: Staging): Promise<void> {
  for (const { table, sql } of tables) {
    await connection.run(`CREATE TEMP VIEW canonical_${table.name} AS ${sql}`);
  }
  await connection.run(`CREATE TEMP VIEW told AS ${TOLD}`);
}

/** Throws where a real Chatwoot made the tables: its migrations are noted beside them. */
async function refuseReal(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query(`SELECT FROM pg_tables WHERE schemaname = $1 AND tablename IN ('schema_migrations', 'ar_internal_metadata')`, [schema]);
  if (rows.length > 0) {
    throw new Error(`The schema ${schema} is a real Chatwoot’s: it is not replaced.`);
  }
}
