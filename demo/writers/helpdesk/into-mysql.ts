import type { Connection } from 'mysql2/promise';

import { inDatabase, insertSelect, makeTables, type MysqlTarget } from '../mysql-database';
import type { Writer } from '../writer';
import type { DemoHelpdesk } from './demo-helpdesk';
import { viewStaging } from './staged-views';

/** A helpdesk’s own tables in a MySQL or MariaDB database, all or none. */
export function helpdeskInMysql(helpdesk: DemoHelpdesk, statements: readonly string[], { url, replace }: MysqlTarget): Writer {
  return (staging, onTable) =>
    inDatabase(url, async (connection, database) => {
      if (replace) {
        await refuseReal(connection, database, helpdesk);
      }
      await viewStaging(staging, helpdesk);
      await makeTables(connection, statements, replace, async () => {
        for (const { table, select } of helpdesk.told) {
          onTable(table);
          await insertSelect(connection, staging, table, select);
        }
      });
    });
}

/** Throws where the helpdesk’s own program made the tables. */
async function refuseReal(connection: Connection, database: string, { label, real }: DemoHelpdesk): Promise<void> {
  const [rows] = await connection.query('SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME IN (?)', [database, real]);
  if ((rows as readonly unknown[]).length > 0) {
    throw new Error(`The database ${database} is a real ${label}’s: it is not replaced.`);
  }
}
