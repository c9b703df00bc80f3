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
  const isScorecard = query.kind === 'scorecard';
  if (isScorecard ? !query.metrics?.length : !query.metric) {
    return t('display.nothing', 'No metric chosen yet');
  }
  const groups = (query.groupBy ?? []).map(dimensionName).join(', ');
  const filters = query.filters?.length ?? 0;
  return [
    isScorecard
      ? columnsOf(query)
          .map(({ metric }) => metricName(metric))
          .join(', ')
      : metricName(query.metric),
    isScorecard
      ? t('display.scorecard', 'scorecard')
      : query.kind === 'records'
        ? t('display.records', 'rows')
        : query.view === 'totals'
          ? t('display.totals', 'totals')
          : t('display.over-time', 'over time'),
    groups && t('display.by', 'by {{groups}}', { groups: groups.toLowerCase(), ...PLAIN }),
    query.hours === 'sla' ? t('display.sla-hours', 'SLA hours') : '',
    filters === 0 ? '' : filters === 1 ? t('display.one-filter', '1 filter') : t('display.filters', '{{filters}} filters', { filters }),
  ]
    .filter(Boolean)
    .join(' · ');
}
