import { type Batch, LONGEST_CELL, tooLong } from '../batches/batch';

/** The signature, the flags and the length of the header's extension. */
const HEADER = 19;

/** Reads PostgreSQL's binary COPY format, as its pieces come, into batches. Every byte is copied a bounded number of times, whatever the pieces and the cells. */
export class CopyDecoder {
  /** What was not read yet stands from `start` to `end`. */
  private held = Buffer.allocUnsafe(262_144);
  private start = 0;
  private end = 0;
  private headerLeft = HEADER;
  private ended = false;
  /** How much must be held before the row at `start` is worth another look; 0 where nothing is known of it. */
  private needed = 0;
  /** Bytes still to come of a cell that is too long. */
  private toSkip = 0;
  /** The cells of the row at `start` that are too long: they are passed over, and the row is refused. */
  private refused: Array<{ readonly column: number; readonly why: string }> = [];

  /** Takes the next piece of the stream; `read` reads it. */
  push(piece: Buffer): void {
    const skipped = Math.min(this.toSkip, piece.length);
    this.toSkip -= skipped;
    const more = piece.length - skipped;
    if (this.end + more > this.held.length) {
      this.makeRoom(more);
    }
    piece.copy(this.held, this.end, skipped);
    this.end += more;
  }

  /** Whether the stream's trailer has been read. */
  get isComplete(): boolean {
    return this.ended;
  }

  /** Reads rows into the batch until it has no room or no whole row is left. */
  read(batch: Batch): void {
    const skipped = Math.min(this.headerLeft, this.end - this.start);
    this.headerLeft -= skipped;
    this.start += skipped;
    for (let room = batch.room; room > 0; room--) {
      let end = this.needed === 0 ? this.row(batch) : this.start;
      if (end === this.start) {
        // it was begun in vain: now see first whether all of it is there
        if (this.end - this.start < this.needed || !this.isWhole(batch)) {
          return;
        }
        end = this.row(batch);
      }
      this.start = end;
      this.needed = 0;
    }
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

  /** Looks only at the lengths of the row at `start`: whether all of it is held. Takes out what is too long. */
  private isWhole({ buffers }: Batch): boolean {
    const { held } = this;
    let at = this.start + 2;
    if (this.lacks(at)) {
      return false;
    }
    const fields = held.readInt16BE(this.start);
    for (let i = 0; i < fields && i < buffers.length; i++) {
      at += 4;
      if (this.lacks(at)) {
        return false;
      }
      const length = held.readInt32BE(at - 4);
      if (length > LONGEST_CELL) {
        this.refused.push({ column: i, why: tooLong(length) });
        held.writeInt32BE(-1, at - 4);
        const here = Math.min(length, this.end - at);
        held.copyWithin(at, at + here, this.end);
        this.end -= here;
        this.toSkip = length - here;
      } else if (length > 0) {
        at += length;
        if (this.lacks(at)) {
          return false;
        }
      }
    }
    return true;
  }

  private lacks(until: number): boolean {
    this.needed = until - this.start;
    return until > this.end;
  }

  /** Where the row at `start` ends; `start` itself where it is not whole yet. A row that is begun again overwrites itself. */
  private row(batch: Batch): number {
    const { held: bytes, start, end } = this;
    if (start + 2 > end) {
      return start;
    }
    const fields = bytes.readInt16BE(start);
    if (fields === -1) {
      this.ended = true;
      return start + 2;
    }
    const { buffers, rows } = batch;
    if (fields !== buffers.length) {
      throw new Error(`The database sent ${fields} columns where ${buffers.length} were asked for.`);
    }
    let at = start + 2;
    for (let i = 0; i < fields; i++) {
      if (at + 4 > end) {
        return start;
      }
      const length = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
      at += 4;
      if (length < 0) {
        buffers[i].readNull(rows);
        continue;
      }
      if (at + length > end || length > LONGEST_CELL) {
        return start;
      }
      buffers[i].read(bytes, at, length, rows);
      at += length;
    }
    if (this.refused.length > 0) {
      batch.refused.push(...this.refused.map((cell) => ({ ...cell, row: rows })));
      this.refused = [];
    }
    batch.rows++;
    return at;
  }
}
