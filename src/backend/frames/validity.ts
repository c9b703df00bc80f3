/** Which of a column's values are there, one bit each; no bitmap at all where all are. */
export class Validity {
  private bits: Uint8Array | null = null;
  private nulls = 0;

  constructor(private readonly rows: number) {}

  clear(i: number): void {
    this.bits ??= new Uint8Array((this.rows + 7) >> 3).fill(0xff);
    this.bits[i >> 3] &= ~(1 << (i & 7));
    this.nulls++;
  }

  get parts(): { nullCount: number; nullBitmap?: Uint8Array } {
    return this.bits ? { nullCount: this.nulls, nullBitmap: this.bits } : { nullCount: 0 };
  }
}
