import { type DuckDBAppender, type DuckDBConnection, DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';

const CHUNK = 2048;

/** Appends rows made in TypeScript to a table, a chunk at a time. */
export class Filler {
  private rows: DuckDBValue[][] = [];

  private constructor(
    private readonly appender: DuckDBAppender,
    private readonly types: readonly DuckDBType[]
  ) {}

  static async open(connection: DuckDBConnection, table: { catalog: string; schema: string; name: string }, types: readonly DuckDBType[]): Promise<Filler> {
    return new Filler(await connection.createAppender(table.name, table.schema, table.catalog), types);
  }

  row(values: DuckDBValue[]): void {
    this.rows.push(values);
    if (this.rows.length === CHUNK) {
      this.flush();
    }
  }

  close(): void {
    this.flush();
    this.appender.closeSync();
  }

  private flush(): void {
    if (this.rows.length > 0) {
      const chunk = DuckDBDataChunk.create(this.types, this.rows.length);
      chunk.setRows(this.rows);
      this.appender.appendDataChunk(chunk);
      this.rows = [];
    }
  }
}
