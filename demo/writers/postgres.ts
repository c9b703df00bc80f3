import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { identifier } from '../../src/backend/duckdb/sql-text';
import type { CanonicalColumn, CanonicalTable, ColumnType } from '../../src/backend/canonical/tables';
import { writeCsv } from './csv';
import type { Writer } from './writer';

/** PostgreSQL's type of each canonical type. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'text',
  text: 'text',
  instant: 'timestamptz(3)',
  date: 'date',
  time: 'text',
  boolean: 'boolean',
  integer: 'integer',
  number: 'double precision',
  tags: 'jsonb',
  json: 'jsonb',
};

/** A PostgreSQL to fill. */
export interface PostgresTarget {
  readonly url: string;
  readonly schema: string;
  /** Whether canonical tables that are there may be dropped. */
  readonly replace: boolean;
  /** A folder for each table's rows while they are sent. */
  readonly folder: string;
}

/** The canonical tables in a PostgreSQL schema, all or none. */
export function postgresWriter({ url, schema, replace, folder }: PostgresTarget): Writer {
  return async (staging, onTable) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${identifier(schema)}`);
      for (const staged of staging.tables) {
        const { table } = staged;
        onTable(table.name);
        const place = `${identifier(schema)}.${identifier(table.name)}`;
        if (replace) {
          await client.query(`DROP TABLE IF EXISTS ${place}`);
        }
        await client.query(`CREATE TABLE ${place} (${table.columns.map(declared).join(', ')})`);
        const path = join(folder, `${table.name}.csv`);
        await writeCsv(staging, staged, path);
        await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), client.query(copyFrom(`COPY ${place} FROM STDIN (FORMAT csv, HEADER true)`)));
        await rm(path);
        for (const statement of indexes(table, place)) {
          await client.query(statement);
        }
      }
      await client.query('COMMIT');
      await client.query(`ANALYZE ${staging.tables.map(({ table }) => `${identifier(schema)}.${identifier(table.name)}`).join(', ')}`);
    } finally {
      await client.end();
    }
  };
}

function declared({ name, type, required }: CanonicalColumn): string {
  return `${identifier(name)} ${TYPES[type]}${required ? ' NOT NULL' : ''}`;
}

/** The indexes that a helpdesk would have: its keys, the rows of a ticket, what has changed. */
function indexes({ name, key, columns }: CanonicalTable, place: string): string[] {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  return [
    ...(key.length === 1 ? [`ALTER TABLE ${place} ADD PRIMARY KEY (${identifier(key[0])})`] : []),
    ...(name !== 'ticket' && has('ticket_id') ? [`CREATE INDEX ON ${place} (ticket_id)`] : []),
    ...(has('updated_at') ? [`CREATE INDEX ON ${place} (updated_at)`] : []),
  ];
}
