import type { Plan } from '../plan';
import { Random } from '../random';
import type { Rhythm } from './rhythm';

/** The instants at which the tickets are created, in order: as many as the plan says, one by one, as chance and the rhythm have it. */
export function* arrivals(plan: Plan, rhythm: Rhythm): Generator<number> {
  const random = new Random(plan.seed, 'arrivals');
  const instantOf = rhythm.arrivals();
  // the smallest of n uniform numbers, then the smallest of the n − 1 above it …
  let share = 0;
  for (let left = plan.tickets; left > 0; left--) {
    share = 1 - (1 - share) * (1 - random.next()) ** (1 / left);
    yield instantOf(share);
  }
}
