/** A clock as it was seen last: it may be put back. Instants are epoch milliseconds. */
export class SeenClock {
  private seenAt = -Infinity;

  /** Looks at it: by how many milliseconds it is behind what it was the last time. */
  look(now: number): number {
    const back = Math.max(0, this.seenAt - now);
    this.seenAt = now;
    return back;
  }
}
