import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';

import { identifier, text } from '../../../src/backend/duckdb/sql-text';
import { copyCsv, inSchema, type PostgresTarget } from '../postgres-schema';
import type { Writer } from '../writer';
import type { DemoHelpdesk } from './demo-helpdesk';
import { columnsOf, viewStaging } from './staged-views';

/** A helpdesk’s own tables in a PostgreSQL schema, all or none. */
export function helpdeskInPostgres(helpdesk: DemoHelpdesk, tables: readonly string[], target: PostgresTarget): Writer {
  return (staging, onTable) =>
    inSchema(target, async (client) => {
      const { schema, folder } = target;
      await client.query(`SET LOCAL search_path = ${identifier(schema)}`);
      // the staged instants are UTC, and the CSV does not say so
      await client.query(`SET LOCAL TIME ZONE 'UTC'`);
      const names = helpdesk.told.map(({ table }) => table);
      if (target.replace) {
        await refuseReal(client, schema, helpdesk);
        await client.query(`DROP TABLE IF EXISTS ${names.map(identifier).join(', ')}`);
      }
      for (const statement of tables) {
        await client.query(statement);
      }
      await viewStaging(staging, helpdesk);
      for (const { table, select } of helpdesk.told) {
        onTable(table);
        const path = join(folder, `${table}.csv`);
        await staging.connection.run(`COPY (${select}) TO ${text(path)} (FORMAT csv, HEADER true)`);
        const columns = (await columnsOf(staging, select)).map(({ name }) => identifier(name));
        await copyCsv(client, path, `${identifier(table)} (${columns.join(', ')})`);
        await rm(path);
      }
      return names;
    });
}

/** Throws where the helpdesk’s own program made the tables. */
async function refuseReal(client: Client, schema: string, { label, real }: DemoHelpdesk): Promise<void> {
  const { rows } = await client.query('SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = ANY($2)', [schema, real]);
  if (rows.length > 0) {
    throw new Error(`The schema ${schema} is a real ${label}’s: it is not replaced.`);
  }
}
