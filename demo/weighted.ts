import type { Random } from './random';

/** Items of which some are drawn more often than others. */
export class Weighted<Item> {
  private readonly items: readonly Item[];
  private readonly upTo: readonly number[];

  constructor(weights: ReadonlyArray<readonly [Item, number]>) {
    let sum = 0;
    this.items = weights.map(([item]) => item);
    this.upTo = weights.map(([, weight]) => (sum += weight));
  }

  draw(random: Random): Item {
    const at = random.next() * this.upTo[this.upTo.length - 1];
    let i = 0;
    while (this.upTo[i] <= at) {
      i++;
    }
    return this.items[i];
  }
}
