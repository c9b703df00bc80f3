import { durationMs } from '../../../shared/formats';
import { type Target, usualStatistics } from '../../../shared/targets';
import type { Statistic } from '../../../shared/words';
import type { Plan } from '../plan';
import type { GroupValue } from './series';

/** What a number's target depends on. */
type Asked = Pick<Plan, 'metric' | 'query' | 'groups' | 'filters'>;

/**
 * What the settings want a statistic of a group to be, in the metric's own unit (seconds, 0 to 1); null where they say nothing of it. Of several the one for the group's team,
 * then the one for these hours, then the one for this statistic. A count's target is that of the whole helpdesk or of a whole team: a part of either has none.
 */
export function goalOf(plan: Asked, statistic: Statistic, groups: readonly GroupValue[], targets: readonly Target[]): number | null {
  const { additive } = plan.metric;
  const team = teamOf(plan, groups);
  if (additive && (team === undefined || isPart(plan))) {
    return null;
  }
  const fitting = targetsOf(plan, statistic, targets).filter((one) => one.team === team || (one.team === null && !additive));
  const [best] = fitting.sort((a, b) => precision(b) - precision(a));
  return best?.value ?? null;
}

/** Those of a statistic as it is asked for, whoever they are for. */
export function targetsOf({ metric, query }: Pick<Asked, 'metric' | 'query'>, statistic: Statistic, targets: readonly Target[]): Target[] {
  return targets.filter(
    (one) =>
      one.metric === metric.id &&
      (one.hours === null || one.hours === query.hours) &&
      (one.statistic === null ? usualStatistics(metric).includes(statistic) : one.statistic === statistic) &&
      isSameThreshold(one.threshold, statistic === 'within' ? query.threshold : null)
  );
}

/** The one team that a group is of, null for all teams together, undefined where it is neither. */
function teamOf({ groups: dimensions, filters }: Asked, groups: readonly GroupValue[]): string | null | undefined {
  const own = groups[dimensions.findIndex(({ dimension }) => dimension === 'team')];
  if (own) {
    return own.id === null ? undefined : own.id;
  }
  const chosen = filters.filter(({ field }) => field === 'team');
  if (chosen.length === 0) {
    return null;
  }
  const [{ op, values }] = chosen;
  return chosen.length === 1 && (op === 'in' || op === 'equals') && values.length === 1 ? values[0] : undefined;
}

/** Whether what is counted is less than a whole team, or than the whole helpdesk. */
function isPart({ groups, filters }: Asked): boolean {
  return groups.some(({ dimension }) => dimension !== 'team') || filters.some(({ field }) => field !== 'team');
}

function isSameThreshold(a: string | null, b: string | null): boolean {
  return a === null || b === null ? a === b : durationMs(a) === durationMs(b);
}

function precision({ team, hours, statistic }: Target): number {
  return (team === null ? 0 : 4) + (hours === null ? 0 : 2) + (statistic === null ? 0 : 1);
}
