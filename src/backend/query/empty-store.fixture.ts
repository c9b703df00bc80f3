import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

import { STORED_AS } from '../../shared/catalog/columns';
import { DICTIONARIES } from '../../shared/catalog/dictionaries';
import { dictionaryTable, STORE_TABLES } from '../../shared/catalog/tables';

/** A DuckDB with every table of the store, empty: what compiled SQL must bind to. */
export async function emptyStore(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [table, columns] of Object.entries(STORE_TABLES)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${STORED_AS[type]}`);
    await connection.run(`CREATE TABLE ${table} (${list.join(', ')})`);
  }
  for (const dictionary of DICTIONARIES) {
    await connection.run(`INSERT INTO ${dictionaryTable(dictionary)} (ix) VALUES (0)`);
  }
  return connection;
}
