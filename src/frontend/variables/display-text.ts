import { t } from '@grafana/i18n';

import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { dimensionName, metricName } from './names';

/** A query in a few words, for a collapsed row and Explore's history: "Time to close · over time · by team · SLA hours · 2 filters". */
export function displayText(query: DataSourceQuery): string {
  if (query.kind === 'events') {
    return [t('annotations.display.events', 'Events'), ...(query.events ?? [])].join(' · ');
  }
  if (!query.metric) {
    return t('variables.display.nothing', 'No metric chosen yet');
  }
  const groups = (query.groupBy ?? []).map(dimensionName).join(', ');
  const filters = query.filters?.length ?? 0;
  return [
    metricName(query.metric),
    query.kind === 'records'
      ? t('variables.display.records', 'rows')
      : query.view === 'totals'
        ? t('variables.display.totals', 'totals')
        : t('variables.display.over-time', 'over time'),
    groups && t('variables.display.by', 'by {{groups}}', { groups: groups.toLowerCase(), ...PLAIN }),
    query.hours === 'sla' ? t('variables.display.sla-hours', 'SLA hours') : '',
    filters === 0 ? '' : filters === 1 ? t('variables.display.one-filter', '1 filter') : t('variables.display.filters', '{{filters}} filters', { filters }),
  ]
    .filter(Boolean)
    .join(' · ');
}
