import type { Connection } from 'mysql2/promise';

import { identifier } from '../../../src/backend/duckdb/sql-text';
import { inDatabase, insertRows, type MysqlTarget, quoted } from '../mysql-database';
import type { Writer } from '../writer';
import type { DemoHelpdesk } from './demo-helpdesk';
import { columnsOf, viewStaging } from './staged-views';

/** A helpdesk’s own tables in a MySQL or MariaDB database, all or none. */
export function helpdeskInMysql(helpdesk: DemoHelpdesk, statements: readonly string[], { url, replace }: MysqlTarget): Writer {
  return (staging, onTable) =>
    inDatabase(url, async (connection, database) => {
      const made = statements.flatMap((statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? []);
      const drop = `DROP TABLE IF EXISTS ${made.map(quoted).join(', ')}`;
      if (replace) {
        await refuseReal(connection, database, helpdesk);
        await connection.query(drop);
      }
      await viewStaging(staging, helpdesk);
      let begun = false;
      try {
        for (const statement of statements) {
          await connection.query(statement);
          begun = true;
        }
        for (const { table, select } of helpdesk.told) {
          onTable(table);
          const columns = await columnsOf(staging, select);
          const values = columns.map(({ name, type }) => asText(identifier(name), type)).join(', ');
          const rows = (await staging.connection.runAndReadAll(`SELECT ${values} FROM (${select})`)).getRows() as Array<Array<string | null>>;
          await insertRows(
            connection,
            table,
            columns.map(({ name }) => name),
            rows
          );
        }
      } catch (error) {
        // a table that stood there before is not ours to drop
        if (begun) {
          await connection.query(drop);
        }
        throw error;
      }
    });
}

/** A value as MySQL reads it from a text; an instant as UTC’s clocks show it. */
function asText(column: string, type: string): string {
  return type === 'BOOLEAN'
    ? `CAST(CAST(${column} AS TINYINT) AS VARCHAR)`
    : `CAST(${type === 'TIMESTAMP WITH TIME ZONE' ? `timezone('UTC', ${column})` : column} AS VARCHAR)`;
}

/** Throws where the helpdesk’s own program made the tables. */
async function refuseReal(connection: Connection, database: string, { label, real }: DemoHelpdesk): Promise<void> {
  const [rows] = await connection.query('SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN (?)', [database, real]);
  if ((rows as readonly unknown[]).length > 0) {
    throw new Error(`The database ${database} is a real ${label}’s: it is not replaced.`);
  }
}
