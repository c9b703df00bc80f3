import type { DuckDBConnection } from '@duckdb/node-api';

import { matchColumns } from '../../rows/columns';
import { type RawTable, ROW_NUMBER } from '../../rows/raw-table';
import type { ReadingRules } from '../../rows/rules';
import { textRows } from '../../rows/rows';
import type { TableFile } from './find-files';

/** A column as DESCRIBE tells it. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: string;
}

const READ = 'read_parquet($path, binary_as_string = true, hive_partitioning = false)';

/** The columns of a Parquet file. */
export async function parquetColumns(connection: DuckDBConnection, path: string): Promise<DescribedColumn[]> {
  const rows = await textRows(connection, `DESCRIBE SELECT * FROM ${READ}`, { path });
  return rows.map(([name, type]) => ({ name: name ?? '', type: type ?? '' }));
}

/** How many rows a Parquet file has, from its footer. */
export async function parquetRows(connection: DuckDBConnection, path: string): Promise<number> {
  const [[count] = []] = await textRows(connection, `SELECT CAST(count(*) AS VARCHAR) FROM ${READ}`, { path });
  return Number(count);
}

/** A Parquet file as raw rows. */
export function parquetTable(file: TableFile, found: readonly DescribedColumn[], rules: ReadingRules): RawTable {
  return {
    table: file.table,
    label: file.name,
    columns: matchColumns(file.table, found),
    rules,
    from: READ,
    parameters: { path: file.path },
    numbered: `(SELECT row_number() OVER () AS "${ROW_NUMBER}", * FROM ${READ})`,
  };
}
