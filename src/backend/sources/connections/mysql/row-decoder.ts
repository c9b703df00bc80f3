import { SourceError } from '../../source';
import { shown } from '../../rows/shown';
import { type Batch, tooLong } from '../batches/batch';
import type { Wire } from '../batches/wire';
import { END, FAULT, faultOf, LONGEST_END, LONGEST_PACKET, PACKET_HEADER } from './packets';
import type { Select } from './select-statement';

/** The first byte of a cell without a value. */
const NULL = 0xfb;
/** The year of a date that means none. */
const NO_YEAR = 0x3030_3030;

/** Reads the answer to a SELECT in MySQL's text protocol, as its pieces come, into batches. Every byte is copied a bounded number of times, whatever the pieces. */
export class RowDecoder {
  /** What was not read yet stands from `start` to `end`. */
  private held = Buffer.allocUnsafe(262_144);
  private start = 0;
  private end = 0;
  /** Packets still to come before the first row: how many columns there are, each column, the end of these. */
  private before: number;
  private ended = false;
  private readonly wires: readonly Wire[];

  constructor(
    private readonly select: Select,
    private readonly label: string
  ) {
    this.wires = select.columns.map(({ wire }) => wire);
    this.before = 1 + select.columns.length + select.guarded.length + 1;
  }

  /** Takes the next piece of the answer; `read` reads it. */
  push(piece: Buffer): void {
    if (this.end + piece.length > this.held.length) {
      this.makeRoom(piece.length);
    }
    piece.copy(this.held, this.end);
    this.end += piece.length;
  }

  /** Whether the end of the rows has been read. */
  get isComplete(): boolean {
    return this.ended;
  }

  /** Reads rows into the batch until it has no room or no whole row is left. Throws a ServerFault where the server reports one. */
  read(batch: Batch): void {
    const { held } = this;
    while (!this.ended && batch.room > 0 && this.start + PACKET_HEADER <= this.end) {
      const { start } = this;
      const length = held[start] | (held[start + 1] << 8) | (held[start + 2] << 16);
      if (length === LONGEST_PACKET) {
        throw new SourceError(
          'limit',
          `${this.label}: a row is longer than the 16 MB that a row may have.`,
          'Make its texts shorter, or leave the row out by a view.'
        );
      }
      const body = start + PACKET_HEADER;
      if (body + length > this.end) {
        return;
      }
      this.packet(batch, body, length);
      this.start = body + length;
    }
  }

  private packet(batch: Batch, body: number, length: number): void {
    const first = this.held[body];
    if (first === FAULT) {
      throw faultOf(this.held, body, body + length);
    }
    if (this.before > 0) {
      // a server that asks for a file of ours, or sends other columns, is none that we asked
      if (this.before-- === 1 + this.columns + 1 && first !== this.columns) {
        throw new Error(`The database sent ${first} columns where ${this.columns} were asked for.`);
      }
    } else if (first === END && length < LONGEST_END) {
      this.ended = true;
    } else {
      this.row(batch, body);
    }
  }

  private get columns(): number {
    return this.wires.length + this.select.guarded.length;
  }

  /** Twice the room, or the place that was read: each byte moves a bounded number of times. */
  private makeRoom(more: number): void {
    const length = this.end - this.start;
    const roomy = 2 * (length + more) <= this.held.length ? this.held : Buffer.allocUnsafe(2 * (length + more));
    this.held.copy(roomy, 0, this.start, this.end);
    this.held = roomy;
    this.start = 0;
    this.end = length;
  }

  private row(batch: Batch, from: number): void {
    const { held: bytes, wires } = this;
    const { buffers, rows } = batch;
    let at = from;
    for (let i = 0; i < wires.length; i++) {
      let length = bytes[at++];
      if (length === NULL) {
        buffers[i].readNull(rows);
        continue;
      }
      if (length > NULL) {
        const width = length === 0xfc ? 2 : 3;
        length = bytes.readUIntLE(at, width);
        at += width;
      }
      if (wires[i] !== 'text' && wires[i] !== 'int8' && bytes.readUInt32BE(at) === NO_YEAR) {
        buffers[i].readNull(rows);
      } else if (!buffers[i].read(bytes, at, length, rows)) {
        buffers[i].readNull(rows);
        batch.refused.push({ row: rows, column: i, why: `${shown(bytes.toString('latin1', at, at + length))} is no date.` });
      }
      at += length;
    }
    for (const column of this.select.guarded) {
      const length = bytes[at++];
      if (length !== NULL) {
        batch.refused.push({ row: rows, column, why: tooLong(Number(bytes.toString('latin1', at, at + length))) });
        at += length;
      }
    }
    batch.rows++;
  }
}
