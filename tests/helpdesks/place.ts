import type { Flavour } from '../../src/backend/sources/layouts/flavour';
import type { Columns } from '../../src/backend/sources/layouts/layout';

/** Where a helpdesk’s own tables stand for a test: a schema of a PostgreSQL, or a database of a MariaDB. */
export interface Place {
  /** How a source reads it, as somebody who may read the tables that were granted and nothing else. */
  readonly source: Readonly<Record<string, unknown>> & { readonly type: 'postgres' | 'mysql'; readonly user: string };
  readonly password: string;
  /** The words of its kind of database. */
  readonly flavour: Flavour;
  /** Runs statements as the tables’ owner, in it; names are quoted by "…" in both kinds. */
  run(...statements: readonly string[]): Promise<void>;
  /** The rows of a statement of the owner’s. */
  rows<Row = Readonly<Record<string, unknown>>>(statement: string): Promise<readonly Row[]>;
  /** Puts a row into a table; objects become JSON. Gives its id, or 0 where it has none. */
  insert(table: string, row: Readonly<Record<string, unknown>>): Promise<number>;
  /** Gives the reader the right to SELECT from those of some tables that are there. */
  grant(tables: readonly string[]): Promise<void>;
  /** The tables and columns that a SELECT really reads, as the server sees it, in the order of their names. */
  columnsRead(select: string): Promise<Columns>;
  /** Takes it away, with all that is in it. */
  drop(): Promise<void>;
}

let places = 0;

/** A name that no other place of this process has. */
export const newName = (): string => `desk_${process.pid}_${++places}`;
