import { matchColumns } from '../../rows/columns';
import { decoderOf, type Encoding, encodingOf } from './encoding';
import type { TableFile } from './find-files';
import { openRegular } from './regular-file';

/** How a CSV file is written, as its beginning shows. */
export interface CsvFormat {
  readonly encoding: Encoding;
  readonly separator: string;
  /** Whether a line `sep=…` comes before the header: a spreadsheet's word on the separator. */
  readonly hasSepLine: boolean;
  /** The names of the columns; none where the file is empty. */
  readonly header: readonly string[];
  /** The line that the header should be, as it stands there. */
  readonly firstLine: string;
}

/** No header is longer. */
const HEADER_BYTES = 65_536;

/** What may part columns, the likeliest first. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Looks at the beginning of a CSV file. The separator is the one with which the header has the most columns of the table. */
export async function csvFormat({ path, name, table }: TableFile): Promise<CsvFormat> {
  const beginning = await beginningOf(path, name);
  const encoding = encodingOf(beginning);
  const text = decoderOf(encoding)
    .decode(beginning, { stream: true })
    .replace(/^\ufeff/, '');
  const sepLine = /^sep=([\t !#-~])(\r\n|\r|\n|$)/i.exec(text);
  const rest = sepLine ? text.slice(sepLine[0].length) : text;
  const candidates = sepLine ? [sepLine[1]] : SEPARATORS;
  const [best] = candidates
    .map((separator) => ({ separator, header: firstRecord(rest, separator) }))
    .map((one) => ({
      ...one,
      known: matchColumns(
        table,
        one.header.map((column) => ({ name: column }))
      ).length,
    }))
    // where none is known, no separator can be told: a comma is the rule
    .sort((a, b) => b.known - a.known);
  return { encoding, separator: best.separator, hasSepLine: sepLine !== null, header: best.header, firstLine: /^[^\r\n]*/.exec(rest)?.[0] ?? '' };
}

async function beginningOf(path: string, name: string): Promise<Buffer> {
  const file = await openRegular(path, name);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function firstRecord(text: string, separator: string): string[] {
  const fields: string[] = [];
  const apart = `\\u${separator.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^${apart}\\r\\n]*))(${apart}|\\r|\\n|$)`, 'y');
  for (let match = field.exec(text); match && text !== ''; match = field.exec(text)) {
    fields.push((match[1]?.replaceAll('""', '"') ?? match[2]).trim());
    if (match[3] !== separator) {
      break;
    }
  }
  return fields;
}
