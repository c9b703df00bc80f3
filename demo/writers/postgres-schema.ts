import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { identifier } from '../../src/backend/duckdb/sql-text';

/** A PostgreSQL to fill. */
export interface PostgresTarget {
  readonly url: string;
  readonly schema: string;
  /** Whether tables of the same names that are there may be dropped. */
  readonly replace: boolean;
  /** A folder for each table's rows while they are sent. */
  readonly folder: string;
}

/** Fills a schema in one transaction: all of the tables whose names are answered, or none. */
export async function inSchema({ url, schema }: PostgresTarget, fill: (client: Client) => Promise<readonly string[]>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`);
    const tables = await fill(client);
    await client.query('COMMIT');
    await client.query(`ANALYZE ${tables.map((table) => `${identifier(schema)}.${identifier(table)}`).join(', ')}`);
  } finally {
    await client.end();
  }
}

/** Sends a CSV file with a header into a table, whose columns may stand behind it. */
export async function copyCsv(client: Client, path: string, into: string): Promise<void> {
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), client.query(copyFrom(`COPY ${into} FROM STDIN (FORMAT csv, HEADER true)`)));
}
