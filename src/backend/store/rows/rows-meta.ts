import type { DuckDBConnection } from '@duckdb/node-api';

import type { FoundTable, Remark } from '../../sources/source';
import { MAGIC, SCHEMA_VERSION } from '../store-meta';
import { TOUCHED_LOG } from './touched';

/** What kept rows say of themselves. Instants are epoch milliseconds. */
export interface RowsMeta {
  /** No other rows file ever has it. */
  readonly id: string;
  /** How often they were changed since they were loaded. */
  readonly revision: number;
  /** When the load began that read all of them. */
  readonly loadedAt: number;
  /** When the reading began that changed them last. */
  readonly readAt: number;
  /** The source’s marks of what they hold; null where it cannot tell what changed. */
  readonly marks: string | null;
  /** What the source said it has, and what else of the helpdesk. */
  readonly found: readonly FoundTable[];
  readonly remarks: readonly Remark[];
}

/** Writes the meta of rows that are complete, and an empty log of what is touched: `fingerprint` is of the settings by which they were read. */
export async function writeRowsMeta(connection: DuckDBConnection, schema: string, fingerprint: string, meta: RowsMeta): Promise<void> {
  await connection.run(`CREATE TABLE ${schema}.${TOUCHED_LOG}`);
  await connection.run(`CREATE TABLE ${schema}.rows_meta (magic VARCHAR, schema_version VARCHAR, fingerprint VARCHAR, content VARCHAR)`);
  await connection.run(`INSERT INTO ${schema}.rows_meta VALUES ($1, $2, $3, $4)`, [MAGIC, SCHEMA_VERSION, fingerprint, JSON.stringify(meta)]);
}

/** Replaces the meta, in the transaction that changes the rows. */
export async function changeRowsMeta(connection: DuckDBConnection, schema: string, meta: RowsMeta): Promise<void> {
  await connection.run(`UPDATE ${schema}.rows_meta SET content = $1`, [JSON.stringify(meta)]);
}

/** The meta of kept rows; null where they are not ours, of another version or read by other settings. Throws where it cannot be read. */
export async function readRowsMeta(connection: DuckDBConnection, schema: string, fingerprint: string): Promise<RowsMeta | null> {
  const reader = await connection.runAndReadAll(`SELECT content FROM ${schema}.rows_meta WHERE magic = $1 AND schema_version = $2 AND fingerprint = $3`, [
    MAGIC,
    SCHEMA_VERSION,
    fingerprint,
  ]);
  const [content] = reader.getRowsJS()[0] ?? [];
  return typeof content === 'string' ? (JSON.parse(content) as RowsMeta) : null;
}
