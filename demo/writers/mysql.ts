import type { CanonicalColumn, CanonicalTable, ColumnType } from '../../src/backend/canonical/tables';
import { watchedBy } from '../../src/backend/sources/connections/increments/marks';
import { inDatabase, insertSelect, makeTables, type MysqlTarget, quoted } from './mysql-database';
import type { Writer } from './writer';

/** MySQL’s type of each canonical type; an id is short enough for an index. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'varchar(191)',
  text: 'mediumtext',
  instant: 'timestamp(3)',
  date: 'date',
  time: 'varchar(5)',
  boolean: 'tinyint(1)',
  integer: 'int',
  number: 'double',
  tags: 'json',
  json: 'json',
};

/** The canonical tables in a MySQL or MariaDB database, all or none. */
export function mysqlWriter({ url, replace }: MysqlTarget): Writer {
  return (staging, onTable) =>
    inDatabase(url, async (connection) => {
      // a timestamp is taken for one of the session's zone
      await connection.query(`SET SESSION time_zone = '+00:00'`);
      await makeTables(
        connection,
        staging.tables.map(({ table }) => created(table)),
        replace,
        async () => {
          for (const { table, sql } of staging.tables) {
            onTable(table.name);
            await insertSelect(connection, staging, table.name, sql);
          }
        }
      );
    });
}

/** A table with the indexes that a helpdesk would have: its key, the rows of a ticket, what has changed. */
function created({ name, key, columns }: CanonicalTable): string {
  const has = (column: string): boolean => columns.some((one) => one.name === column);
  const parts = [
    ...columns.map(declared),
    ...(key.length === 1 ? [`PRIMARY KEY (${quoted(key[0])})`] : []),
    ...(name !== 'ticket' && has('ticket_id') ? ['KEY (ticket_id)'] : []),
    ...watchedBy(name)
      .filter(has)
      .map((column) => `KEY (${quoted(column)})`),
  ];
  return `CREATE TABLE ${quoted(name)} (${parts.join(', ')})`;
}

function declared({ name, type, required }: CanonicalColumn): string {
  return `${quoted(name)} ${TYPES[type]} ${required ? 'NOT NULL' : 'NULL'}`;
}
