/** A queue of many lines: what stands in one line comes in its order, and of the lines that have something one comes after another. */
export class FairQueue<Item> {
  /** The line to be served next comes first. Only lines in which something stands are kept. */
  private readonly lines = new Map<string, Set<Item>>();
  private count = 0;

  /** How many stand in all lines. */
  get size(): number {
    return this.count;
  }

  /** Puts something at the end of a line. */
  add(line: string, item: Item): void {
    const standing = this.lines.get(line) ?? new Set<Item>();
    this.lines.set(line, standing.add(item));
    this.count++;
  }

  /** Takes something out of a line before it has come; without effect where it stands there no more. */
  delete(line: string, item: Item): void {
    const standing = this.lines.get(line);
    if (standing?.delete(item)) {
      this.count--;
      if (standing.size === 0) {
        this.lines.delete(line);
      }
    }
  }

  /** Takes out what comes next; undefined where nothing stands. */
  next(): Item | undefined {
    for (const [line, standing] of this.lines) {
      for (const item of standing) {
        this.lines.delete(line);
        standing.delete(item);
        this.count--;
        if (standing.size > 0) {
          this.lines.set(line, standing);
        }
        return item;
      }
    }
    return undefined;
  }
}
