import { betterOf } from '../../../shared/catalog/better';
import { QueryError } from '../../../shared/query';
import type { Target } from '../../../shared/targets';
import type { Plan } from '../plan';
import type { Notice } from '../validate';
import { goalOf, targetsOf } from './goal';
import type { Answer, Series } from './series';

/** Refuses to say how far numbers are beyond a target where the settings have none for them. Throws a QueryError. */
export function checkTargets({ metric, query, statistics }: Plan, targets: readonly Target[]): void {
  const lacking = query.kind === 'metric' && query.beyondTarget ? statistics.find((one) => targetsOf({ metric, query }, one, targets).length === 0) : undefined;
  if (lacking !== undefined) {
    const asked = [lacking, ...(query.threshold !== null && lacking === 'within' ? [query.threshold] : []), ...(query.hours === 'sla' ? ['SLA hours'] : [])];
    throw new QueryError(
      `The settings say nothing of what "${metric.id}" (${asked.join(', ')}) is to be: add such a target under Targets, or leave out "beyondTarget" and compare the number itself.`
    );
  }
}

/** An answer as distances from the targets of its groups, in the metric's own unit: 0 is on the target, above it is worse. Groups without a target are left out. */
export function beyondTarget(plan: Plan, answer: Answer, targets: readonly Target[]): { readonly answer: Answer; readonly notices: readonly Notice[] } {
  const series = answer.series.flatMap((one) => distances(plan, one, targets) ?? []);
  const left = answer.series.length - series.length;
  const notice =
    plan.groups.length === 0 ? 'There is no target of this part of the whole.' : `No target, and so left out: ${left} of ${answer.series.length} groups.`;
  return { answer: { ...answer, series }, notices: left === 0 ? [] : [{ severity: 'warning', text: notice }] };
}

/** Null where no statistic of the group has a target. */
function distances(plan: Plan, { values, ...one }: Series, targets: readonly Target[]): Series | null {
  const goals = plan.statistics.map((statistic) => goalOf(plan, statistic, one.groups, targets));
  const from = goals.map((goal, s) => {
    const side = betterOf(plan.metric, plan.statistics[s]) === 'lower' ? 1 : -1;
    // no -0, which Grafana would write as it stands
    return (value: number | null) => (value === null || goal === null ? null : value === goal ? 0 : side * (value - goal));
  });
  return goals.every((goal) => goal === null) ? null : { ...one, values: values.map((numbers, s) => numbers.map(from[s])) };
}
