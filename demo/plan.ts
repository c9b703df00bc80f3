import { MINUTE } from './units';

/** What decides every byte of a demo helpdesk. Instants are UTC epoch milliseconds. */
export interface Plan {
  readonly seed: number;
  readonly tickets: number;
  readonly months: number;
  readonly start: number;
  /** The last instant, exclusive: nothing has happened after it. */
  readonly end: number;
}

/** The plan of a helpdesk that ends at an instant, rounded down to the minute. */
export function planOf({ seed, tickets, months, end }: { seed: number; tickets: number; months: number; end: number }): Plan {
  const minute = Math.floor(end / MINUTE) * MINUTE;
  const start = new Date(minute);
  start.setUTCMonth(start.getUTCMonth() - months);
  return { seed, tickets, months, start: start.getTime(), end: minute };
}

/** The instant at a fraction of the plan's whole span. */
export function fractionOf(plan: Plan, fraction: number): number {
  return Math.round(plan.start + fraction * (plan.end - plan.start));
}
