import { compileDropped } from '../../query/ask/left-out';
import type { Known, Plan } from '../../query/plan';
import { hasAny } from './has-any';
import { isSettled } from './is-settled';
import type { Reading } from './request';

/** What is known of a lease's store before a plan is asked of it. */
export async function known({ instance, lease }: Pick<Reading, 'instance' | 'lease'>, planned: Plan): Promise<Known> {
  const skewed = planned.metric.skewed === null ? null : compileDropped(planned);
  return { isSettled: isSettled(planned, lease.meta), hasSkewed: skewed !== null && (await hasAny(instance, lease, skewed.any)) };
}
