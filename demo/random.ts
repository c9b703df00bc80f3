/** A fast seeded generator (sfc32) with the draws that a helpdesk needs. The same seed and stream give the same numbers on every machine. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 0;
  /** Box and Muller's second number, kept for the next call. */
  private spare: number | null = null;

  constructor(seed: number, stream: number | string) {
    this.restart(seed, stream);
  }

  /** Starts another stream: ticket 7 draws the same whatever ticket 6 did. */
  restart(seed: number, stream: number | string): void {
    this.a = seed | 0;
    this.b = (typeof stream === 'number' ? stream : hash(stream)) | 0;
    this.c = 0x9e3779b9 | 0;
    this.counter = 1;
    this.spare = null;
    for (let i = 0; i < 12; i++) {
      this.bits();
    }
  }

  /** A number in [0, 1). */
  next(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number in [0, below). */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.next();
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: ArrayLike<Item>): Item {
    return items[this.int(items.length)];
  }

  /** A number of the standard normal distribution. */
  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare;
      this.spare = null;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    const angle = 2 * Math.PI * this.next();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** A duration as people take: half are below the median, a few far above. */
  lognormal(median: number, sigma: number): number {
    return Math.round(median * Math.exp(sigma * this.normal()));
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  private bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }
}

/** A 32-bit number of a text (FNV-1a). */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value >>> 0;
}
