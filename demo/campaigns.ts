import { Random } from './random';
import { DAY, HOUR } from './units';
import { nthWeekday } from './world/dates';
import type { World } from './world/world';

/** An answer, or none, to "how likely is it that you would recommend us?". */
export interface Recommendation {
  readonly customer: number;
  readonly sentAt: number;
  readonly answeredAt: number | null;
  readonly score: number | null;
  readonly hasComment: boolean;
}

/** Every month a share of the customers is asked whether they would recommend the product; about one in four answers. */
export function* recommendations({ plan, customers }: World): Generator<Recommendation> {
  const random = new Random(plan.seed, 'recommendations');
  const count = Math.ceil(plan.tickets / 12 / plan.months);
  const first = new Date(plan.start);
  for (let month = 0; month <= plan.months; month++) {
    const date = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1));
    const sent = nthWeekday(date.getUTCFullYear(), date.getUTCMonth() + 1, 2, 2) * DAY + 9 * HOUR;
    for (let i = 0; i < count; i++) {
      const sentAt = sent + random.int(2 * HOUR);
      const answeredAt = random.chance(0.26) ? sentAt + random.lognormal(9 * HOUR, 1.3) : null;
      const score = Math.min(10, Math.max(0, Math.round(8.55 + (0.5 * month) / plan.months + 1.75 * random.normal() - (random.chance(0.08) ? 4 : 0))));
      const customer = 1 + random.int(customers.count);
      if (sentAt >= plan.start && sentAt < plan.end) {
        const isAnswered = answeredAt !== null && answeredAt < plan.end;
        yield { customer, sentAt, answeredAt: isAnswered ? answeredAt : null, score: isAnswered ? score : null, hasComment: isAnswered && random.chance(0.3) };
      }
    }
  }
}
