import { END, FAULT, FILE, LONGEST_END, LONGEST_PACKET, PACKET_HEADER } from './packets';

/** Finds the end of the answer to a SELECT in what the server sends, without reading its rows. */
export class AnswerEnd {
  /** Whether the last packet has begun. */
  private isLast = false;
  /** The header of a packet and the first byte of its body, as far as they have come. */
  private readonly head = Buffer.alloc(PACKET_HEADER + 1);
  private size = 0;
  /** Bytes of a packet's body that are still to come. */
  private left = 0;
  /** Packets still to come before the first row; null before the first packet, which tells it. */
  private before: number | null = null;

  /** Whether the end has come: that of the rows, or a fault in place of them. */
  get isReached(): boolean {
    return this.isLast && this.left === 0;
  }

  /** Takes the next piece. */
  push(piece: Buffer): void {
    for (let at = 0; at < piece.length && !this.isReached;) {
      if (this.left > 0) {
        const passed = Math.min(this.left, piece.length - at);
        this.left -= passed;
        at += passed;
        continue;
      }
      this.head[this.size++] = piece[at++];
      if (this.size === this.head.length) {
        this.size = 0;
        this.packet(this.head.readUIntLE(0, 3), this.head[PACKET_HEADER]);
      }
    }
  }

  private packet(length: number, first: number): void {
    // a row that goes on in a further packet is refused by who reads it
    this.left = length === LONGEST_PACKET ? Infinity : length - 1;
    if (this.before === null) {
      // no columns: no SELECT of ours, which who reads it says
      this.isLast = first === 0 || first >= FILE;
      // each column, and the end of these
      this.before = first + 1;
    } else if (this.before > 0) {
      this.before--;
      this.isLast = first === FAULT;
    } else {
      this.isLast = first === FAULT || (first === END && length < LONGEST_END);
    }
  }
}
