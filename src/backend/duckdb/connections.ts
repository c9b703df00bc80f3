import type { DuckDBConnection } from '@duckdb/node-api';

/** Where connections come from: a store's database. */
export interface Connections {
  connect(): Promise<DuckDBConnection>;
  disconnect(connection: DuckDBConnection): void;
}
