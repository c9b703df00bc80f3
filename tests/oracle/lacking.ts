import { findMetric } from '../../src/shared/catalog';
import { isAhead } from './metric';
import { metricOf } from './metrics';
import type { Helpdesk } from './model';
import { isOverTime, type OracleQuery, type OracleShape, type Range } from './query';

/**
 * "Where the helpdesk has nothing in a table that the metric needs and nothing is counted, there are no numbers at all": which tables it needs, the
 * catalogue declares. What is ahead of now is null anyhow.
 */
export function withoutNumbers(shape: OracleShape, helpdesk: Helpdesk, { metric, view }: OracleQuery, range: Range, now: number): OracleShape {
  const isLacking = (findMetric(metric)?.needs ?? []).some((table) => helpdesk[table as keyof Helpdesk].length === 0);
  const cells = isOverTime(shape) ? shape.series.flatMap(({ points }) => points) : shape.rows;
  const isNull = view === 'totals' && isAhead(metricOf(metric), range, now);
  if (!isLacking || isNull || cells.some(({ n }) => n)) {
    return shape;
  }
  return isOverTime(shape) ? { ...shape, series: [], without: 0 } : { rows: [], without: 0 };
}
