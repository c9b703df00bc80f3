import type { CsvFormat } from './csv-format';
import type { TableFile } from './find-files';
import { openRegular } from './regular-file';

/** A place in a CSV file that is not RFC 4180 or not UTF-8. */
interface CsvFault {
  readonly line: number;
  readonly what: string;
}

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SHARP = 35;

/** Where a scan is within a field. */
type Within = 'start' | 'plain' | 'quoted' | 'closed';

/** Finds the first fault of a CSV file, or null where there is none. */
export async function findCsvFault(file: TableFile, format: CsvFormat, signal: AbortSignal): Promise<CsvFault | null> {
  const scan = new CsvScan(format);
  for await (const bytes of pieces(file, signal)) {
    scan.read(bytes);
    if (scan.fault) {
      return scan.fault;
    }
  }
  return scan.end();
}

/** The lines on which data rows (counted from 1) start. */
export async function csvLines(file: TableFile, format: CsvFormat, rows: readonly number[], signal: AbortSignal): Promise<Map<number, number>> {
  const lines = new Map<number, number>();
  const wanted = new Set(rows);
  let left = wanted.size;
  const scan = new CsvScan(format, (row, line) => {
    if (wanted.has(row)) {
      lines.set(row, line);
      left--;
    }
  });
  for await (const bytes of pieces(file, signal)) {
    scan.read(bytes);
    if (left === 0) {
      return lines;
    }
  }
  scan.end();
  return lines;
}

async function* pieces({ path, name }: TableFile, signal: AbortSignal): AsyncIterable<Buffer> {
  const file = await openRegular(path, name);
  for await (const bytes of file.createReadStream({ signal })) {
    yield bytes as Buffer;
  }
}

/** One pass over a CSV file, byte by byte: DuckDB reads the file; this only says where it is wrong. */
class CsvScan {
  fault: CsvFault | null = null;
  private line = 1;
  private recordLine = 1;
  /** 0 is the header; a line `sep=…` comes before it. */
  private row: number;
  private readonly columns: number;
  private readonly separator: number;
  private isComment = false;
  private fields = 1;
  private isBlank = true;
  private within: Within = 'start';
  private afterCR = false;
  /** The line end of the first line: DuckDB takes no other after it. */
  private lineEnd: string | null = null;
  /** Bytes of a UTF-8 sequence that must still come, and between what the next of them lies. */
  private continuation = 0;
  private lowest = 0x80;
  private highest = 0xbf;

  constructor(
    private readonly format: CsvFormat,
    private readonly onRow: (row: number, line: number) => void = () => undefined
  ) {
    this.columns = format.header.length;
    this.separator = format.separator.charCodeAt(0);
    this.row = format.hasSepLine ? -1 : 0;
  }

  read(bytes: Buffer): void {
    for (let i = 0; i < bytes.length && !this.fault; i++) {
      this.byte(bytes[i]);
    }
  }

  /** The last line may lack its end. */
  end(): CsvFault | null {
    if (!this.fault && this.within === 'quoted') {
      this.fail('a quoted field that begins in this row is never closed', this.recordLine);
    }
    if (!this.fault && !this.isBlank) {
      this.endRecord();
    }
    return this.fault;
  }

  private byte(byte: number): void {
    if (byte >= 0x80 || this.continuation > 0) {
      this.unicode(byte);
    }
    const isSecondHalf = byte === LF && this.afterCR;
    this.afterCR = byte === CR;
    if (this.within === 'quoted') {
      if (byte === QUOTE) {
        this.within = 'closed';
      } else if (byte === LF ? !isSecondHalf : byte === CR) {
        this.line++;
      }
      return;
    }
    if (byte === LF || byte === CR) {
      this.endLine(byte, isSecondHalf);
    } else if (byte === this.separator) {
      this.fields++;
      this.isBlank = false;
      this.within = 'start';
    } else if (byte === QUOTE && this.within !== 'plain') {
      // a quote after a closing one is a quote within the field
      this.within = 'quoted';
      this.isBlank = false;
    } else if (this.within === 'closed') {
      this.fail('there is text after a closing quote');
    } else {
      this.isComment ||= this.isBlank && byte === SHARP;
      this.within = 'plain';
      this.isBlank = false;
    }
  }

  private endLine(byte: number, isSecondHalf: boolean): void {
    if (isSecondHalf) {
      this.lineEnd = this.lineEnd === 'CR' && this.row <= 1 ? 'CRLF' : this.lineEnd;
      return;
    }
    const seen = byte === LF ? 'LF' : 'CR';
    this.lineEnd ??= seen;
    if (seen !== this.lineEnd.slice(0, 2)) {
      this.fail('the line ends otherwise than the lines before (CR LF and LF are mixed)');
      return;
    }
    this.endRecord();
    this.line++;
    this.recordLine = this.line;
  }

  private endRecord(): void {
    // DuckDB passes over empty lines, unless an empty line is an empty field
    if (!this.isBlank || this.columns === 1) {
      // a comma at the end of each row is tolerated
      if (this.row >= 0 && this.fields !== this.columns && !(this.fields === this.columns + 1 && this.within === 'start')) {
        const comment = this.isComment ? '. A line that begins with # is no comment in CSV: remove it' : '';
        this.fail(`the row has ${this.fields} ${this.fields === 1 ? 'field' : 'fields'}, but the header has ${this.columns}${comment}`, this.recordLine);
      }
      if (this.row > 0) {
        this.onRow(this.row, this.recordLine);
      }
      this.row++;
    }
    this.fields = 1;
    this.isBlank = true;
    this.isComment = false;
    this.within = 'start';
  }

  private unicode(byte: number): void {
    if (this.continuation > 0 && byte >= this.lowest && byte <= this.highest) {
      this.continuation--;
      [this.lowest, this.highest] = [0x80, 0xbf];
    } else if (this.continuation === 0 && byte >= 0xc2 && byte <= 0xf4) {
      this.continuation = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
      // what could be shorter, halves of pairs, and what lies beyond Unicode are no characters
      this.lowest = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
      this.highest = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    } else {
      const column = this.row > 0 ? this.format.header[this.fields - 1] : undefined;
      const where = column === undefined ? '' : ` (the column "${column}")`;
      this.fail(`the text is not UTF-8. It is probably Windows-1252${where}: save the file as UTF-8, which Excel calls “CSV UTF-8”`);
    }
  }

  private fail(what: string, line = this.line): void {
    this.fault ??= { line, what };
  }
}
