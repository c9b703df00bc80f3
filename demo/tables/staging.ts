import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

import { CANONICAL_TABLES, type TableName } from '../../src/backend/canonical/tables';
import type { Row, Rows } from './row';
import { StagedTable, type StagedRow } from './staged-table';

/** The canonical tables in a DuckDB file of their own while they are filled: memory stays bounded, whatever their size. */
export class Staging {
  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly byName: ReadonlyMap<TableName, StagedTable>
  ) {}

  static async open(path: string): Promise<Staging> {
    const instance = await DuckDBInstance.create(path, { memory_limit: '768MB', threads: '2' });
    const connection = await instance.connect();
    await connection.run(`SET TimeZone = 'UTC'`);
    // one transaction: rows go to the file as row groups fill, not through its log
    await connection.run('BEGIN');
    const tables = CANONICAL_TABLES.map((table) => new StagedTable(table, connection));
    for (const table of tables) {
      await table.open();
    }
    return new Staging(instance, connection, new Map(tables.map((table) => [table.table.name, table])));
  }

  get tables(): readonly StagedTable[] {
    return [...this.byName.values()];
  }

  /** Adds a row to a table: tsc names a column that is missing, and one that the table does not have. */
  add<Table extends TableName>(table: Table, row: Row<Table>): void {
    this.put(table, row as unknown as StagedRow);
  }

  /** Adds rows to several tables. */
  addAll(rows: Rows): void {
    for (const { name } of CANONICAL_TABLES) {
      for (const row of rows[name] ?? []) {
        this.put(name, row as StagedRow);
      }
    }
  }

  private put(table: TableName, row: StagedRow): void {
    const staged = this.byName.get(table);
    if (!staged) {
      throw new Error(`There is no table "${table}".`);
    }
    staged.add(row);
  }

  /** All rows are there. */
  async complete(): Promise<void> {
    for (const table of this.tables) {
      table.close();
    }
    await this.connection.run('COMMIT');
  }

  close(): void {
    this.connection.disconnectSync();
    this.instance.closeSync();
  }
}
