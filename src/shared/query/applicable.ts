import { FACTS } from '../catalog/facts';
import { traitsOf } from '../catalog/measures';
import type { Metric } from '../catalog/metric';
import { RECORD_COLUMNS } from '../catalog/record-columns';
import type { Hours, PlainDimensionId, Statistic, View } from '../words';
import { canBeBeyond } from './target-faults';

/** What one may ask of a metric: the words that it takes, and which of a query's options mean anything for it. */
interface Applicable {
  readonly views: readonly View[];
  readonly hours: readonly Hours[];
  readonly statistics: readonly Statistic[];
  readonly groups: readonly PlainDimensionId[];
  readonly filters: readonly PlainDimensionId[];
  readonly columns: readonly string[];
  /** Its rows have tickets, and so their custom fields, to group and filter by and as columns. */
  readonly customFields: boolean;
  readonly ownerAt: boolean;
  readonly close: boolean;
  readonly include: boolean;
  readonly withinMinutes: boolean;
  readonly includeOffline: boolean;
  /** Its durations can be compared with a threshold, and put into bands. */
  readonly threshold: boolean;
  readonly bands: boolean;
  /** Some statistic of it can be on the bad side of a target. */
  readonly beyondTarget: boolean;
  /** Some statistic of it is a duration. */
  readonly unit: boolean;
  /** What a limit leaves out can be added up. */
  readonly other: boolean;
}

/** The options that mean something for some metrics only. */
export const OPTIONS = ['ownerAt', 'close', 'include', 'withinMinutes', 'includeOffline', 'threshold', 'bands', 'beyondTarget', 'other'] as const;

/** What applies to a metric: the catalogue says so. */
export function applicable(metric: Metric): Applicable {
  const { measure, where, dimensions, fact, views, hours, statistics } = metric;
  const { hasInclude, hasWithinMinutes, isTimed } = traitsOf(measure);
  const filters = Object.keys(dimensions) as PlainDimensionId[];
  const hasRule = (rule: string) => where.some((condition) => 'rule' in condition && condition.rule === rule);
  return {
    views,
    hours,
    statistics,
    groups: filters.filter((id) => !dimensions[id]?.filterOnly),
    filters,
    columns: [...new Set([...metric.columns, ...filters.filter((id) => id in RECORD_COLUMNS)])],
    customFields: 'ticket' in dimensions,
    ownerAt: 'owner' in dimensions,
    close: hasRule('close'),
    include: 'excluded' in FACTS[fact] && hasInclude,
    withinMinutes: hasWithinMinutes,
    includeOffline: hasRule('hide_offline'),
    threshold: isTimed,
    bands: isTimed,
    beyondTarget: statistics.some((one) => canBeBeyond(metric, one)),
    unit: metric.unit === 's',
    other: metric.additive,
  };
}
