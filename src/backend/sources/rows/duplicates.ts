import type { DuckDBConnection } from '@duckdb/node-api';

import { quoted } from '../../canonical/duckdb';
import { converted } from './convert';
import type { Problems } from './problems';
import { type RawTable, ROW_NUMBER } from './raw-table';
import { keyColumns, keyName, keyText, rowNames } from './row-names';
import { textRows } from './rows';

/** Whether two rows of a filled canonical table have the same key; a key without a part counts as any other. */
export async function hasDuplicates(connection: DuckDBConnection, raw: RawTable, schema: string): Promise<boolean> {
  const key = keyColumns(raw).map(({ name }) => quoted(name)).join(', ');
  const rows = await textRows(connection, `SELECT '1' FROM ${schema}.${quoted(raw.table.name)} GROUP BY ${key} HAVING count(*) > 1 LIMIT 1`);
  return rows.length > 0;
}

/** Names the keys that stand more than once, and for files the first two rows of each. */
export async function explainDuplicates(connection: DuckDBConnection, raw: RawTable, schema: string, problems: Problems): Promise<void> {
  const columns = keyColumns(raw);
  // a source without row numbers may have nothing left to read but the filled table
  const from = raw.numbered ? converted(raw, raw.numbered) : `(SELECT *, ${columns.map(({ name }) => `${quoted(name)} AS ${quoted(`written ${name}`)}`).join(', ')} FROM ${schema}.${quoted(raw.table.name)})`;
  const numbers = raw.numbered ? [`min(${quoted(ROW_NUMBER)})`, `list_sort(list(${quoted(ROW_NUMBER)}))[2]`] : ['0', '0'];
  const key = columns.map(keyText);
  const twice =
    `SELECT ${key.map((text, i) => `${text} AS k${i}`).join(', ')}, count(*) AS times, ${numbers[0]} AS first_row, ${numbers[1]} AS second_row ` +
    `FROM ${from} GROUP BY ${key.join(', ')} HAVING count(*) > 1`;
  const [[total] = []] = await textRows(connection, `SELECT CAST(count(*) AS VARCHAR) FROM (${twice})`, raw.numbered ? raw.parameters : undefined);
  const order = raw.numbered ? 'first_row' : key.map((_, i) => `k${i}`).join(', ');
  const texts = [...key.map((_, i) => `k${i}`), 'CAST(times AS VARCHAR)', 'CAST(first_row AS VARCHAR)', 'CAST(second_row AS VARCHAR)'];
  const rows = problems.room <= 0 ? [] : await textRows(
    connection, `SELECT ${texts.join(', ')} FROM (${twice}) ORDER BY ${order} LIMIT ${problems.room}`, raw.numbered ? raw.parameters : undefined
  );
  const names = raw.numbered ? await rowNames(raw, rows.flatMap((row) => [[row[columns.length + 1]], [row[columns.length + 2]]])) : [];
  problems.add(
    rows.map((row, i) => {
      const places = raw.numbered ? `, ${names[2 * i]} and ${names[2 * i + 1]}` : '';
      return `${raw.label}${places}: the key ${keyName(columns, row)} stands ${row[columns.length] === '2' ? 'twice' : `${row[columns.length]} times`}.`;
    }),
    Number(total)
  );
}
