import { FACTS } from '../../shared/catalog/facts';
import { traitsOf } from '../../shared/catalog/measures';
import type { Metric } from '../../shared/catalog/metric';
import type { DimensionId } from '../../shared/words';
import { RECORD_COLUMNS } from '../../shared/catalog/record-columns';

/** What one may ask of a metric, beside its views, hours and statistics. */
export interface Applicable {
  readonly groups: readonly DimensionId[];
  readonly filters: readonly DimensionId[];
  readonly columns: readonly string[];
  readonly ownerAt: boolean;
  readonly close: boolean;
  readonly include: boolean;
  readonly withinMinutes: boolean;
  readonly includeOffline: boolean;
  /** What a limit leaves out can be added up. */
  readonly other: boolean;
}

/** What applies to a metric: the catalogue says so. */
export function applicable(metric: Metric): Applicable {
  const { measure, where, dimensions, fact } = metric;
  const { hasInclude, hasWithinMinutes } = traitsOf(measure);
  const filters = Object.keys(dimensions) as DimensionId[];
  const hasRule = (rule: string) => where.some((condition) => 'rule' in condition && condition.rule === rule);
  return {
    groups: filters.filter((id) => !dimensions[id]?.filterOnly),
    filters,
    columns: [...new Set([...metric.columns, ...filters.filter((id) => id in RECORD_COLUMNS)])],
    ownerAt: 'owner' in dimensions,
    close: hasRule('close'),
    include: 'excluded' in FACTS[fact] && hasInclude,
    withinMinutes: hasWithinMinutes,
    includeOffline: hasRule('hide_offline'),
    other: metric.additive,
  };
}
