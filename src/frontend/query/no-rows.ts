import { type DataFrame, DataFrameType, LoadingState, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';

import { PLAIN } from '../i18n/plain';
import type { DataSourceQuery } from '../types';
import { filterPhrase, type ValueName } from './sentence/filters';

/** Whether no row matched: the backend marks such an answer, since a report that the helpdesk has nothing for is told otherwise. */
function isBlank({ meta }: Pick<DataFrame, 'meta'>): boolean {
  return meta?.custom?.matched === 0;
}

/** The frame without series in which there is nothing to draw: Grafana then says that there is no data, where a grid without a line would look broken. */
export function withoutGrid(frame: DataFrame): DataFrame {
  return isBlank(frame) && frame.meta?.type === DataFrameType.TimeSeriesMulti ? { ...frame, fields: [], length: 0 } : frame;
}

/** That the query’s answer has nothing to show because no row matches, with what is filtered and what to do; none while that is not known. */
export function noRows({ refId, filters = [] }: DataSourceQuery, data: Pick<PanelData, 'state' | 'series'> | undefined, name: ValueName): string[] {
  const own = data?.state === LoadingState.Done ? data.series.filter((frame) => frame.refId === refId) : [];
  if (!own.some(isBlank)) {
    return [];
  }
  const phrases = filters.flatMap((filter) => filterPhrase(filter, name) ?? []);
  return [
    phrases.length === 0
      ? t('editor.no-rows.range', '0 rows match in this range: choose a longer one.')
      : t('editor.no-rows.filters', '0 rows match ({{filters}}): take a filter away, or choose a longer range.', { filters: phrases.join(', '), ...PLAIN }),
  ];
}
