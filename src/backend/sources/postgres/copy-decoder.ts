import type { Batch } from './batch';

/** The signature, the flags and the length of the header's extension. */
const HEADER = 19;

/** Reads PostgreSQL's binary COPY format, as its pieces come, into batches. */
export class CopyDecoder {
  private rest: Buffer | null = null;
  private headerLeft = HEADER;
  private ended = false;

  /** Takes the next piece of the stream; `next` reads it. */
  push(bytes: Buffer): void {
    this.rest = this.rest === null ? bytes : Buffer.concat([this.rest, bytes]);
  }

  /** Whether the stream's trailer has been read. */
  get isComplete(): boolean {
    return this.ended;
  }

  /** Reads rows into the batch until it has no room or no whole row is left. */
  read(batch: Batch): void {
    const bytes = this.rest;
    if (bytes === null) {
      return;
    }
    const skipped = Math.min(this.headerLeft, bytes.length);
    this.headerLeft -= skipped;
    let offset = skipped;
    for (let room = batch.room; room > 0; room--) {
      const end = this.row(bytes, offset, batch);
      if (end === offset) {
        break;
      }
      offset = end;
    }
    this.rest = offset < bytes.length ? bytes.subarray(offset) : null;
  }

  /** Where the row that starts at `offset` ends; `offset` itself where it is not whole yet. A row that is begun again overwrites itself. */
  private row(bytes: Buffer, offset: number, batch: Batch): number {
    if (offset + 2 > bytes.length) {
      return offset;
    }
    const fields = bytes.readInt16BE(offset);
    if (fields === -1) {
      this.ended = true;
      return offset + 2;
    }
    const { buffers, rows } = batch;
    if (fields !== buffers.length) {
      throw new Error(`The database sent ${fields} columns where ${buffers.length} were asked for.`);
    }
    let at = offset + 2;
    for (let i = 0; i < fields; i++) {
      if (at + 4 > bytes.length) {
        return offset;
      }
      const length = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      at += 4;
      if (length < 0) {
        buffers[i].readNull(rows);
        continue;
      }
      if (at + length > bytes.length) {
        return offset;
      }
      buffers[i].read(bytes, at, length, rows);
      at += length;
    }
    batch.rows++;
    return at;
  }
}
