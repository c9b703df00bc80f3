import { fractionOf, type Plan } from '../plan';
import type { Rows } from '../tables/row';
import { DAY, HOUR, SECOND } from '../units';
import type { CustomerPlan } from './customers';
import type { Region } from './regions';

/** The policies: by Amsterdam hours, by New York hours with pauses, and around the clock. */
export type PolicyId = 'standard' | 'business' | 'premium';

type Clock = 'first_reply' | 'next_reply' | 'close';

/** Hours to a first reply, the next one and the close by priority; the empty priority is every other. */
type Targets = ReadonlyArray<readonly [priority: string | null, first: number, next: number, close: number]>;

const STANDARD: Targets = [
  [null, 6, 8, 54],
  ['high', 3, 4, 36],
  ['urgent', 1.5, 2, 18],
];
/** Since then the first reply is promised sooner. */
const STANDARD_TIGHTER: Targets = [
  [null, 4, 8, 54],
  ['high', 2, 4, 36],
  ['urgent', 1, 2, 18],
];
const BUSINESS: Targets = [
  ['low', 8, 10, 48],
  ['normal', 4, 6, 36],
  ['high', 2, 4, 24],
  ['urgent', 1, 2, 12],
];
const PREMIUM: Targets = [
  [null, 18, 24, 168],
  ['high', 14, 18, 120],
  ['urgent', 10, 14, 72],
];

const CLOCKS: readonly Clock[] = ['first_reply', 'next_reply', 'close'];

/** The policy that a customer's tickets start with; some of the free ones have none. */
export function policyOf(plan: CustomerPlan, region: Region['id'], chance: number): PolicyId | null {
  if (plan === 'enterprise') {
    return 'premium';
  }
  if (plan === 'free' && chance < 0.12) {
    return null;
  }
  return region === 'emea' ? 'standard' : 'business';
}

/** The rows of sla_target. */
export function policyRows(plan: Plan) {
  const tightened = Math.floor(fractionOf(plan, 0.55) / DAY) * DAY;
  const rows = (policy: PolicyId, targets: Targets, clocks: readonly Clock[], validFrom: number | null, calendar: string | null, pauses: boolean) =>
    targets.flatMap(([priority, ...hours]) =>
      clocks.map((clock) => ({
        policy_id: policy,
        clock,
        priority,
        valid_from: validFrom,
        target_seconds: (hours[CLOCKS.indexOf(clock)] * HOUR) / SECOND,
        calendar_id: calendar,
        pauses,
      }))
    );
  return {
    sla_target: [
      ...rows('standard', STANDARD, CLOCKS, null, 'amsterdam', false),
      ...rows('standard', STANDARD_TIGHTER, ['first_reply'], tightened, 'amsterdam', false),
      ...rows('business', BUSINESS, CLOCKS, null, 'new-york', true),
      ...rows('premium', PREMIUM, CLOCKS, null, null, false),
    ],
  } satisfies Rows;
}
