import { wanted } from './targets';

/**
 * When rules fire: at the targets of the provisioned data source (`provisioning/datasources/helpdesk.yaml`), so that a rule and the colours of its dashboard
 * agree, or at whatever target the data source has when they are evaluated; where it has none, and for what has no target, at what stands here. These are starting points for a helpdesk of tens of agents (`npm run generate`
 * writes the rules anew): a number nobody agreed on is a number nobody acts on.
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A rule fires beyond `fires` and stays firing until `recovers` is passed, where given: a value that hovers at one number pages once. */
export interface Threshold {
  readonly is: 'above' | 'below';
  readonly fires: number;
  readonly recovers?: number;
}

/** On the bad side of the data source's own target for the group, as it is when the rule is evaluated: it is changed on the config page alone. */
export type Limit = Threshold | 'target';

/** The share of SLA clocks met. */
export const SLA_KEPT: Limit = wanted({ metric: 'sla_attainment' }) === null ? { is: 'below', fires: 0.8, recovers: 0.85 } : 'target';

/** Clocks about to breach, per owner: one is enough, there is something to do about each. */
export const AT_RISK: Threshold = { is: 'above', fires: 0 };
/** How far ahead "about to breach" looks, in minutes: long enough to learn of it (an evaluation and a refresh later) and still answer. */
export const AT_RISK_MINUTES = 60;

const SLOW = wanted({ metric: 'time_to_first_response', hours: 'sla', statistic: 'p90' }) ?? 8 * HOUR;

/** The p90 of first response in SLA hours, in seconds: one working day of eight hours, where there is no target. */
export const FIRST_RESPONSE: Threshold = { is: 'above', fires: SLOW, recovers: rounded((SLOW * 7) / 8) };

/** Satisfaction now minus before, as shares: ten points less. */
export const CSAT_CHANGE: Threshold = { is: 'below', fires: -0.1, recovers: -0.05 };

/** Customers who wait for an answer, per team: about a day's tickets of one team. */
export const WAITING: Threshold = { is: 'above', fires: 25, recovers: 20 };

/** The longest wait, around the clock, in seconds: a week, which no weekend and no public holiday explains. */
export const LONGEST_WAIT: Threshold = { is: 'above', fires: wanted({ metric: 'longest_wait' }) ?? 7 * DAY };

/** Business time without anybody available, in seconds within the window below. More than a refresh interval: who came in since the last refresh is not known yet. */
export const UNCOVERED: Threshold = { is: 'above', fires: 15 * MINUTE, recovers: 5 * MINUTE };

/** The age of the data in seconds: three refreshes that failed or took too long (`refreshInterval` 10m), and half of `maxAge` before the other rules go blind. */
export const DATA_AGE: Threshold = { is: 'above', fires: 30 * MINUTE, recovers: 15 * MINUTE };

/** The stretches of time that rules look at, in seconds before the evaluation. */
export const WINDOWS = {
  /** State, such as who waits, is taken at the end of the range: its length means nothing. */
  now: HOUR,
  hour: HOUR,
  week: 7 * DAY,
  /** Four weeks: the same weekdays on both sides of a comparison, and enough ratings. */
  month: 28 * DAY,
} as const;

/** Rates and percentiles of fewer rows say nothing: a team with fewer is left out, and its alert resolves. */
export const LEAST = { clocks: 20, responses: 10, ratings: 15 } as const;

/** A number that people read, without the noise of floating point. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
