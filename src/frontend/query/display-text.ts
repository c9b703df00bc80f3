import { t } from '@grafana/i18n';

import { columnsOf } from '../../shared/query/scorecard';
import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { dimensionName, metricName } from '../i18n/catalog-names';

/** A query in a few words, for a collapsed row and Explore's history: "Time to close · over time · by team · SLA hours · 2 filters". */
export function displayText(query: DataSourceQuery): string {
  if (query.kind === 'events') {
    return [t('annotations.display.events', 'Events'), ...(query.events ?? [])].join(' · ');
  }
  if (query.kind === 'freshness') {
    return t('display.freshness', 'Age of the data');
  }
  const metrics = query.kind === 'scorecard' ? columnsOf(query).map(({ metric }) => metric) : query.metric ? [query.metric] : [];
  if (metrics.length === 0) {
    return t('display.nothing', 'No metric chosen yet');
  }
  const groups = (query.groupBy ?? []).map(dimensionName).join(', ');
  const filters = query.filters?.length ?? 0;
  return [
    metrics.map(metricName).join(', '),
    shape(query),
    groups && t('display.by', 'by {{groups}}', { groups: groups.toLowerCase(), ...PLAIN }),
    query.hours === 'sla' ? t('display.sla-hours', 'SLA hours') : '',
    filters === 0 ? '' : filters === 1 ? t('display.one-filter', '1 filter') : t('display.filters', '{{filters}} filters', { filters }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function shape({ kind, view }: DataSourceQuery): string {
  switch (kind) {
    case 'scorecard':
      return t('display.scorecard', 'scorecard');
    case 'records':
      return t('display.records', 'rows');
    default:
      return view === 'totals' ? t('display.totals', 'totals') : t('display.over-time', 'over time');
  }
}
