import { text } from '../../../duckdb/sql-text';
import { matchColumns } from '../../rows/columns';
import { type RawTable, ROW_NUMBER } from '../../rows/raw-table';
import type { ReadingRules } from '../../rows/rules';
import type { CsvFormat } from './csv-format';
import { csvLines } from './csv-scan';
import type { TableFile } from './find-files';

/** A CSV file, written in UTF-8, as raw rows: all columns text, named by their places. The signal ends the search for lines. */
export function csvTable(file: TableFile, format: CsvFormat, rules: ReadingRules, signal: AbortSignal): RawTable {
  const found = format.header.map((name, i) => ({ name, place: `c${i}` }));
  const types = found.map(({ place }) => `'${place}': 'VARCHAR'`).join(', ');
  const read = (more: string): string =>
    `read_csv($path, columns = {${types}}, auto_detect = false, header = true, delim = ${text(format.separator)}, quote = '"', escape = '"', nullstr = '', comment = '', ` +
    `strict_mode = true, null_padding = false, encoding = 'utf-8', compression = 'none', hive_partitioning = false${format.hasSepLine ? ', skip = 1' : ''}${more})`;
  return {
    table: file.table,
    label: file.name,
    columns: matchColumns(file.table, found).map(({ column, place }) => ({ column, name: place, type: 'VARCHAR' })),
    rules,
    from: read(''),
    parameters: { path: file.path },
    numbered: `(SELECT row_number() OVER () AS "${ROW_NUMBER}", * FROM ${read(', parallel = false')})`,
    lines: (rows) => csvLines(file, format, rows, signal),
  };
}
