import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

import { DICTIONARIES } from '../../shared/catalog/dictionaries';
import { type FactColumnType, FACTS } from '../../shared/catalog/facts';

const TYPES: Readonly<Record<FactColumnType, string>> = {
  instant: 'BIGINT',
  duration: 'BIGINT',
  key: 'INTEGER',
  integer: 'INTEGER',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  bits: 'UTINYINT',
  text: 'VARCHAR',
};

/** A DuckDB with every fact, dictionary and bridge of the contract, empty: what compiled SQL must bind to. */
export async function emptyStore(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const [fact, columns] of Object.entries(FACTS)) {
    await connection.run(
      `CREATE TABLE ${fact} (${Object.entries(columns)
        .map(([name, type]) => `${name} ${TYPES[type]}`)
        .join(', ')})`
    );
  }
  for (const dictionary of DICTIONARIES) {
    const more = dictionary === 'ticket' ? ', number VARCHAR, subject VARCHAR, created_at BIGINT' : '';
    await connection.run(`CREATE TABLE dim_${dictionary} (ix INTEGER, id VARCHAR, name VARCHAR${more})`);
    await connection.run(`INSERT INTO dim_${dictionary} (ix) VALUES (0)`);
  }
  await connection.run('CREATE TABLE ticket_tag (ticket_ix INTEGER, tag_ix INTEGER)');
  await connection.run('CREATE TABLE status_team (row_ix INTEGER, team_ix INTEGER)');
  await connection.run('CREATE TABLE calendar_interval (calendar_ix INTEGER, start_at BIGINT, end_at BIGINT, f_start BIGINT)');
  await connection.run('CREATE TABLE clock_interval (hours_ix INTEGER, start_at BIGINT, end_at BIGINT, f_start BIGINT)');
  await connection.run('CREATE TABLE owner_span (ticket_ix INTEGER, from_at BIGINT, to_at BIGINT, owner_ix INTEGER)');
  await connection.run('CREATE TABLE sla_pause (clock_ix INTEGER, f_from BIGINT, f_to BIGINT)');
  await connection.run('CREATE TABLE quality_row (reason VARCHAR, source VARCHAR, word VARCHAR, "at" BIGINT, ticket_ix INTEGER)');
  return connection;
}
