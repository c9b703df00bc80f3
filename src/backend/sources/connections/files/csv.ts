import { matchColumns } from '../../rows/columns';
import { type RawTable, ROW_NUMBER } from '../../rows/raw-table';
import { csvLines } from './csv-scan';
import type { TableFile } from './find-files';
import { openRegular } from './regular-file';

/** No header is longer. */
const HEADER_BYTES = 65_536;

/** The names in a CSV file's first line, none where the file is empty. */
export async function csvHeader({ path, name }: TableFile): Promise<string[]> {
  const file = await openRegular(path, name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return firstRecord(buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, ''));
  } finally {
    await file.close();
  }
}

/** A CSV file as raw rows: all columns text, named by their places. The signal ends the search for lines. */
export function csvTable(file: TableFile, header: readonly string[], signal: AbortSignal): RawTable {
  const found = header.map((name, i) => ({ name, place: `c${i}` }));
  const types = found.map(({ place }) => `'${place}': 'VARCHAR'`).join(', ');
  const read = (more: string): string =>
    `read_csv($path, columns = {${types}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', comment = '', ` +
    `strict_mode = true, null_padding = false, encoding = 'utf-8', compression = 'none', hive_partitioning = false${more})`;
  return {
    table: file.table,
    label: file.name,
    columns: matchColumns(file.table, found).map(({ column, place }) => ({ column, name: place, type: 'VARCHAR' })),
    from: read(''),
    parameters: { path: file.path },
    numbered: `(SELECT row_number() OVER () AS "${ROW_NUMBER}", * FROM ${read(', parallel = false')})`,
    lines: (rows) => csvLines(file, header.length, rows, signal),
  };
}

function firstRecord(text: string): string[] {
  const fields: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r|\n|$)/y;
  for (let match = field.exec(text); match && text !== ''; match = field.exec(text)) {
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2]).trim());
    if (match[3] !== ',') {
      break;
    }
  }
  return fields;
}
