import type { DuckDBConnection } from '@duckdb/node-api';
import { createHash } from 'node:crypto';

import { STORE_TABLES } from '../../shared/catalog/tables';
import { TICKET_ATTRIBUTES } from '../../shared/catalog/ticket-attributes';
import { CANONICAL_TABLES } from '../canonical/tables';
import type { FoundTable, Remark } from '../sources/source';

/** The first and last instant in a column, epoch milliseconds. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** What a complete store says of itself. */
export interface StoreMeta {
  readonly generation: number;
  /** When its load began, epoch milliseconds: what the helpdesk had then is in it. */
  readonly loadedAt: number;
  /** How long its load took, in milliseconds. */
  readonly durationMs: number;
  /** Rows of every canonical, fact and dictionary table; of facts that are laid over others the latter two are those of the others. */
  readonly tableRows: Readonly<Record<string, number>>;
  /** The span of every instant column of every fact: table → column. Of facts that are laid over others it holds the rows that they replace, too. */
  readonly spans: Readonly<Record<string, Readonly<Record<string, Span>>>>;
  /** The kept rows that its facts were derived from, and which revision of them. */
  readonly rows: { readonly id: string; readonly revision: number };
  /** Of facts that are laid over others, those: the generation, and the revision of the kept rows that they were derived from. */
  readonly over?: { readonly generation: number; readonly revision: number };
  /** What the source said it has. */
  readonly found: readonly FoundTable[];
  /** What else it said of the helpdesk. */
  readonly remarks: readonly Remark[];
}

/** What is ours says so. */
export const MAGIC = 'helpdesk-metrics';

/** A digest of the code that reads and derives facts, put in by the build: a store made by other code is made anew. */
declare const DERIVATION: string | undefined;

/** The version of what a store holds. */
export const SCHEMA_VERSION = `${typeof DERIVATION === 'string' ? DERIVATION : 'source'}-${createHash('sha256')
  .update(JSON.stringify([STORE_TABLES, TICKET_ATTRIBUTES, CANONICAL_TABLES]))
  .digest('hex')
  .slice(0, 12)}`;

/** Writes a store's meta: the last table to be written, as what lacks it is not complete. */
export async function writeMeta(connection: DuckDBConnection, schema: string, fingerprint: string, meta: StoreMeta): Promise<void> {
  await connection.run(`CREATE TABLE ${schema}.store_meta (magic VARCHAR, schema_version VARCHAR, fingerprint VARCHAR, content VARCHAR)`);
  await connection.run(`INSERT INTO ${schema}.store_meta VALUES ($1, $2, $3, $4)`, [MAGIC, SCHEMA_VERSION, fingerprint, JSON.stringify(meta)]);
}

/** A store's meta; null where it is not ours, of another version or made with other settings. Throws where it cannot be read. */
export async function readMeta(connection: DuckDBConnection, schema: string, fingerprint: string): Promise<StoreMeta | null> {
  const reader = await connection.runAndReadAll(`SELECT content FROM ${schema}.store_meta WHERE magic = $1 AND schema_version = $2 AND fingerprint = $3`, [
    MAGIC,
    SCHEMA_VERSION,
    fingerprint,
  ]);
  const [content] = reader.getRowsJS()[0] ?? [];
  return typeof content === 'string' ? (JSON.parse(content) as StoreMeta) : null;
}
