import type { DuckDBConnection } from '@duckdb/node-api';

import { identifier } from '../../duckdb/sql-text';
import { converted } from './convert';
import type { Problems } from './problems';
import { type RawTable, ROW_NUMBER } from './raw-table';
import { keyColumns, keyName, keyText, rowNames } from './row-names';
import { textRows } from './rows';

/** Whether two rows of a filled canonical table have the same key; a key without a part counts as any other. */
export async function hasDuplicates(connection: DuckDBConnection, raw: RawTable, schema: string): Promise<boolean> {
  const columns = keyColumns(raw).map(({ name }) => identifier(name));
  const [only, ...more] = columns;
  if (more.length === 0 && (await isRising(connection, `${schema}.${identifier(raw.table.name)}`, only))) {
    return false;
  }
  const key = columns.join(', ');
  const rows = await textRows(connection, `SELECT '1' FROM ${schema}.${identifier(raw.table.name)} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`);
  return rows.length > 0;
}

/**
 * Whether each id of a table stands behind the one before it, as where rows are written in the order in which they came to be: then none stands twice, which a
 * set of all ids would take many times as long to tell, and far more memory. Shorter ids come first, so that 9 stands before 10.
 */
async function isRising(connection: DuckDBConnection, table: string, id: string): Promise<boolean> {
  const rows = await textRows(
    connection,
    `
    SELECT '1'
    FROM (SELECT ${id} AS id, lag(${id}) OVER () AS before FROM ${table})
    WHERE id IS NULL OR strlen(before) > strlen(id) OR (strlen(before) = strlen(id) AND before >= id) LIMIT 1`
  );
  return rows.length === 0;
}

/** Names the keys that stand more than once, and for files the first two rows of each. */
export async function explainDuplicates(connection: DuckDBConnection, raw: RawTable, problems: Problems): Promise<void> {
  const columns = keyColumns(raw);
  const number = identifier(ROW_NUMBER);
  const places = raw.numbered ? `, min(${number}) AS p1, list_sort(list(${number}))[2] AS p2` : '';
  const key = columns.map((column, i) => `${keyText(column)} AS k${i}`).join(', ');
  const twice = `SELECT ${key}, count(*) AS times${places} FROM ${converted(raw, raw.numbered ?? raw.from)} GROUP BY ${columns.map((_, i) => i + 1).join(', ')} HAVING count(*) > 1`;
  const [[total] = []] = await textRows(connection, `SELECT CAST(count(*) AS VARCHAR) FROM (${twice})`, raw.parameters);
  const rows = await textRows(
    connection,
    `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${twice} ORDER BY ${raw.numbered ? 'p1' : 'ALL'} LIMIT ${Math.max(0, problems.room)})`,
    raw.parameters
  );
  const named = raw.numbered
    ? await rowNames(
        raw,
        rows.flatMap((row) => [[row[columns.length + 1]], [row[columns.length + 2]]])
      )
    : [];
  problems.add(
    rows.map((row, i) => {
      const where = raw.numbered ? `, ${named[2 * i]} and ${named[2 * i + 1]}` : '';
      const times = row[columns.length];
      return `${raw.label}${where}: the key ${keyName(columns, row)} stands ${times === '2' ? 'twice' : `${times} times`}.`;
    }),
    Number(total)
  );
}
