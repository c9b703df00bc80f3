import type { Plan } from '../plan';
import { Random } from '../random';
import type { Rows } from '../tables/row';
import { companyNames, personNames } from './names';
import { REGIONS } from './regions';

/** What a customer has bought. */
export type CustomerPlan = 'free' | 'pro' | 'enterprise';

/** The customers, in flat arrays: there may be hundreds of thousands. Numbers start at 1, 0 is none. */
export class Customers {
  readonly count: number;
  readonly organizations: number;
  private readonly plans: CustomerPlan[] = [];
  private readonly orgs: Int32Array;
  /** The customer's last ticket, so that duplicates are merged into it; 0 = none. */
  readonly lastTicket: Int32Array;
  private readonly byRegion: Int32Array[];

  constructor(private readonly plan: Plan) {
    const random = new Random(plan.seed, 'customers');
    this.count = Math.min(200_000, Math.max(60, Math.ceil(plan.tickets / 5)));
    this.organizations = Math.ceil(this.count / 12);
    this.orgs = new Int32Array(this.count + 1);
    this.lastTicket = new Int32Array(this.count + 1);
    const inRegion: number[][] = REGIONS.map(() => []);
    const orgsInRegion = REGIONS.map((_, region) => Array.from({ length: this.organizations }, (__, i) => i + 1).filter((org) => regionOf(org) === region));
    this.plans.push('free');
    for (let customer = 1; customer <= this.count; customer++) {
      const region = regionOf(customer);
      inRegion[region].push(customer);
      if (random.chance(0.62)) {
        const orgs = orgsInRegion[region];
        const rank = Math.floor(orgs.length * random.next() ** 2);
        this.orgs[customer] = orgs[rank];
        this.plans.push(rank < orgs.length * 0.07 ? 'enterprise' : rank % 3 === 0 ? 'free' : 'pro');
      } else {
        this.plans.push(random.chance(0.3) ? 'pro' : 'free');
      }
    }
    this.byRegion = inRegion.map((customers) => Int32Array.from(customers));
  }

  /** A customer of a region; a few write most (much as Zipf's law has it). */
  draw(random: Random, region: number): number {
    const customers = this.byRegion[region];
    return customers[Math.floor(customers.length * random.next() ** 2.3)];
  }

  planOf(customer: number): CustomerPlan {
    return this.plans[customer];
  }

  /** 0 = none. */
  orgOf(customer: number): number {
    return this.orgs[customer];
  }

  /** The rows of customer and organization. */
  rows(): Rows {
    const random = new Random(this.plan.seed, 'names');
    const organization = companyNames(random, this.organizations).map((name, i) => ({ org_id: i + 1, name }));
    const customer = personNames(random, this.count).map((name, i) => ({ customer_id: i + 1, name, org_id: this.orgs[i + 1] || null }));
    return { organization, customer };
  }
}

/** The regions in turn, by their shares: a large customer and a small one stand next to each other. */
function regionOf(number: number): number {
  let left = ((number * 37) % 100) / 100;
  return Math.max(
    0,
    REGIONS.findIndex(({ share }) => (left -= share) < 0)
  );
}
