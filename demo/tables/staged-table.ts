import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBVector } from '@duckdb/node-api';

import { identifier } from '../../src/backend/duckdb/sql-text';
import type { CanonicalTable } from '../../src/backend/canonical/tables';
import type { Cell, Encoding } from './encoding';
import { encodingsOf } from './encodings';

const CHUNK = 2048;

/** One canonical table while it is filled. */
export class StagedTable {
  rows = 0;
  private readonly types: DuckDBType[];
  private readonly encodings: Encoding[];
  private pending: Cell[][] = [];
  private appender: DuckDBAppender | null = null;

  constructor(
    readonly table: CanonicalTable,
    private readonly connection: DuckDBConnection
  ) {
    this.encodings = encodingsOf(table).map(({ encoding }) => encoding);
    this.types = this.encodings.map(({ type }) => type);
  }

  async open(): Promise<void> {
    const columns = this.table.columns.map(({ name }, i) => `${identifier(name)} ${String(this.types[i])}`);
    await this.connection.run(`CREATE TABLE ${identifier(this.table.name)} (${columns.join(', ')})`);
    this.appender = await this.connection.createAppender(this.table.name);
  }

  /** Adds a row: its cells in the order of the canonical columns. */
  add(row: Cell[]): void {
    this.rows++;
    this.pending.push(row);
    if (this.pending.length === CHUNK) {
      this.append();
    }
  }

  close(): void {
    this.append();
    this.appender?.closeSync();
    this.appender = null;
  }

  /** A query for the table with its real values. */
  get sql(): string {
    const columns = this.table.columns.map(({ name }, i) => `${this.encodings[i].decode(identifier(name))} AS ${identifier(name)}`);
    return `SELECT ${columns.join(', ')} FROM ${identifier(this.table.name)}`;
  }

  private append(): void {
    const rows = this.pending;
    if (rows.length === 0 || !this.appender) {
      return;
    }
    const chunk = DuckDBDataChunk.create(this.types, rows.length);
    for (const [i, encoding] of this.encodings.entries()) {
      fill(chunk.getColumnVector(i), rows, i, encoding);
    }
    this.appender.appendDataChunk(chunk);
    this.pending = [];
  }
}

function fill(vector: DuckDBVector, rows: readonly Cell[][], column: number, encoding: Encoding): void {
  for (let i = 0; i < rows.length; i++) {
    vector.setItem(i, encoding.encode(rows[i][column]));
  }
  vector.flush();
}
