import type { Random } from '../random';
import { DAY, HOUR, MINUTE } from '../units';
import type { World } from '../world/world';
import type { Book } from './book';

/** One ticket's life while it is made up. */
export interface Scene {
  readonly world: World;
  readonly random: Random;
  readonly book: Book;
}

/** An instant at which a customer may write: who would have done so at night mostly waits for the morning. */
export function awake({ world, random, book }: Scene, at: number): number {
  const zone = world.zone(book.arrival.region.zone);
  const local = zone.toLocal(at);
  const hour = (local % DAY) / HOUR;
  if ((hour >= 7 && hour < 23) || random.chance(0.15)) {
    return at;
  }
  const midnight = local - (local % DAY) + (hour >= 23 ? DAY : 0);
  return Math.max(at, zone.toInstant(midnight + 7 * HOUR + 15 * MINUTE + Math.round(random.between(0, 2.4 * HOUR))));
}
