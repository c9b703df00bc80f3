import { t } from '@grafana/i18n';

import { findMetric } from '../../shared/catalog';
import { DIMENSION_CATALOG } from '../../shared/catalog/dimensions';
import type { DimensionId } from '../../shared/words';

/** What a metric is called in the reader's language; the id where there is no such metric. */
export function metricName(id: string): string {
  const label = findMetric(id)?.label;
  return label ? t(`catalog.metric.${id}.label`, label) : id;
}

/** What a dimension is called in the reader's language; the id where there is no such dimension (a variable, say). */
export function dimensionName(id: string): string {
  const label = id in DIMENSION_CATALOG ? DIMENSION_CATALOG[id as DimensionId].label : null;
  return label ? t(`catalog.dimension.${id}`, label) : id;
}
