import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBVector } from '@duckdb/node-api';

import { identifier } from '../../src/backend/duckdb/sql-text';
import type { CanonicalTable } from '../../src/backend/canonical/tables';
import type { Cell, Encoding } from './encoding';
import { encodingsOf } from './encodings';

/** Cells by column name; a column that is not there is empty. */
export type StagedRow = Readonly<Record<string, Cell | undefined>>;

const CHUNK = 2048;

/** One canonical table while it is filled. */
export class StagedTable {
  rows = 0;
  private readonly types: DuckDBType[];
  private readonly encodings: Encoding[];
  private pending: StagedRow[] = [];
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

  /** Adds a row. */
  add(row: StagedRow): void {
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

  private refuseUnknown(row: StagedRow): void {
    const known = this.table.columns.map(({ name }) => name);
    const unknown = Object.keys(row).find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new Error(`"${this.table.name}" has no column "${unknown}". It has: ${known.join(', ')}.`);
    }
  }

  private append(): void {
    const rows = this.pending;
    if (rows.length === 0 || !this.appender) {
      return;
    }
    // rows of one table are made alike: the first of many stands for all
    this.refuseUnknown(rows[0]);
    const chunk = DuckDBDataChunk.create(this.types, rows.length);
    for (const [i, encoding] of this.encodings.entries()) {
      fill(chunk.getColumnVector(i), rows, this.table.columns[i].name, encoding);
    }
    this.appender.appendDataChunk(chunk);
    this.pending = [];
  }
}

function fill(vector: DuckDBVector, rows: readonly StagedRow[], column: string, encoding: Encoding): void {
  for (let i = 0; i < rows.length; i++) {
    vector.setItem(i, encoding.encode(rows[i][column] ?? null));
  }
  vector.flush();
}
