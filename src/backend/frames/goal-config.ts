import { betterOf } from '../../shared/catalog/better';
import { traitsOf } from '../../shared/catalog/measures';
import type { Better, Metric } from '../../shared/catalog/metric';
import type { Statistic } from '../../shared/words';
import type { Target } from '../../shared/targets';
import { unitOf } from '../../shared/catalog/unit';
import { goalOf } from '../query/answer/goal';
import type { GroupValue } from '../query/answer/series';
import type { Plan } from '../query/plan';
import type { FieldConfig } from './frame';
import { inUnit, type WrittenUnit } from './written-unit';

/** Of numbers that are as they ought to be, and of the others: Grafana’s names, each legible as a text in both themes. */
export const COLORS = { good: 'semi-dark-green', bad: 'semi-dark-red', plain: 'text' } as const;

/** A number is good on its target: Grafana’s steps begin at their value, so that of the bad side begins just above. */
function justAbove(value: number): number {
  return value === 0 ? 1e-9 : value + Math.abs(value) * 1e-9;
}

/** Below every number. Not null, as in a panel’s own steps: where a frame has it, Grafana 12 draws a line at zero. */
const LOWEST = -1e300;

const SIDES: Readonly<Record<Better, { readonly below: string; readonly from: string }>> = {
  higher: { below: COLORS.bad, from: COLORS.good },
  lower: { below: COLORS.good, from: COLORS.bad },
  neutral: { below: COLORS.plain, from: COLORS.plain },
};

/** Grafana’s thresholds of a target, in the unit that is shown. What is below the first step, and what is no number, is plain. */
function thresholds(better: Better, target: number, least: number | null): FieldConfig['thresholds'] {
  const { below, from } = SIDES[better];
  return {
    mode: 'absolute',
    steps: [
      { value: LOWEST, color: COLORS.plain },
      ...(least === null || least >= target ? [] : [{ value: least, color: below }]),
      { value: better === 'lower' ? justAbove(target) : target, color: from },
    ],
  };
}

const DASHED_LINE = { thresholdsStyle: { mode: 'dashed' } };

/** Of distances from a target: 0 is on it, above it is worse. */
export const DISTANCE = {
  total: { thresholds: thresholds('lower', 0, -1e12) },
  line: { thresholds: thresholds('lower', 0, null), custom: DASHED_LINE },
} as const;

/** What a target makes of a total: its colour. */
export function totalGoal(metric: Metric, statistic: Statistic, target: number | null): FieldConfig {
  const better = betterOf(metric, statistic);
  // NPS goes down to −100, and what is left of a promise below zero
  const isSigned = traitsOf(metric.measure).isSigned || statistic === 'score';
  return target === null || better === 'neutral' ? {} : { thresholds: thresholds(better, target, isSigned ? -1e12 : 0) };
}

/** What a target makes of a series: a dashed line, where the axis reaches it. A bound of the axis would give Grafana an axis a series, as the earlier period has no target. */
export function lineGoal(metric: Metric, statistic: Statistic, target: number | null): FieldConfig {
  return target === null ? {} : { thresholds: thresholds(betterOf(metric, statistic), target, null), custom: DASHED_LINE };
}

/** What targets are looked for in. */
interface Sought {
  readonly plan: Plan;
  readonly targets: readonly Target[];
  readonly written: WrittenUnit;
}

/** The one target of all groups, in the unit that is shown: Grafana draws one line a scale, and colours a column by one. Null where there is none, or there are several. */
export function commonGoal(
  { plan, targets, written }: Sought,
  statistic: Statistic,
  rows: ReadonlyArray<{ readonly current: { readonly groups: readonly GroupValue[] } }>
): number | null {
  const own = targets.filter(({ metric }) => metric === plan.metric.id);
  const goals = own.length === 0 ? [] : [...new Set(rows.map(({ current }) => goalOf(plan, statistic, current.groups, own)))];
  const [goal = null] = goals.length === 1 ? goals : [];
  return unitOf(plan.metric, statistic) === 's' ? inUnit(goal, written) : goal;
}
