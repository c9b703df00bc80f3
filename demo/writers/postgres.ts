import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { identifier } from '../../src/backend/duckdb/sql-text';
import type { CanonicalColumn, CanonicalTable, ColumnType } from '../../src/backend/canonical/tables';
import { watchedBy } from '../../src/backend/sources/connections/increments/marks';
import { writeCsv } from './csv';
import { copyCsv, inSchema, type PostgresTarget } from './postgres-schema';
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

/** The canonical tables in a PostgreSQL schema, all or none. */
export function postgresWriter(target: PostgresTarget): Writer {
  return (staging, onTable) =>
    inSchema(target, async (client) => {
      for (const staged of staging.tables) {
        const { table } = staged;
        onTable(table.name);
        const place = `${identifier(target.schema)}.${identifier(table.name)}`;
        if (target.replace) {
          await client.query(`DROP TABLE IF EXISTS ${place}`);
        }
        await client.query(`CREATE TABLE ${place} (${table.columns.map(declared).join(', ')})`);
        const path = join(target.folder, `${table.name}.csv`);
        await writeCsv(staging, staged, path);
        await copyCsv(client, path, place);
        await rm(path);
        for (const statement of indexes(table, place)) {
          await client.query(statement);
        }
      }
      return staging.tables.map(({ table }) => table.name);
    });
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
    ...watchedBy(name)
      .filter(has)
      .map((column) => `CREATE INDEX ON ${place} (${identifier(column)})`),
  ];
}
