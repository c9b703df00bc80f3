import { t } from '@grafana/i18n';

import { findMetric } from '../../../shared/catalog';
import { SORT_DEFAULTS } from '../../../shared/query/defaults';
import { columnsOf, type ScorecardColumn } from '../../../shared/query/scorecard';
import { dimensionName, metricName, statisticName } from '../../i18n/catalog-names';
import { allOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import type { DataSourceQuery } from '../../types';
import { hours } from './time';

/** What a scorecard is, in parts of a sentence: its columns, what there is a row of, the order; nothing while it has no column. */
export function scorecard(query: DataSourceQuery): string[] {
  const columns = columnsOf(query);
  const [dimension] = query.groupBy ?? [];
  const found = columns.find(({ name }) => name === query.sort?.column) ?? columns.at(0);
  const limit = query.limit ?? null;
  return columns.length === 0
    ? []
    : [
        t('editor.sentence.scorecard', 'A scorecard of {{metrics}}', { metrics: allOf(columns.map(named)), ...PLAIN }),
        ...(dimension === undefined
          ? []
          : [t('editor.sentence.row-of', 'a row for each {{dimension}}', { dimension: inSentence(dimensionName(dimension)), ...PLAIN })]),
        ...((query.sort !== undefined || limit !== null) && found ? [ordered(query, found)] : []),
        ...(limit === null ? [] : [t('editor.sentence.rows-at-most', 'at most {{limit}} rows', { limit, ...PLAIN })]),
        ...(query.minN ? [t('editor.sentence.cells-of-at-least', 'cells of at least {{minN}} rows', { minN: query.minN, ...PLAIN })] : []),
      ];
}

function named({ metric, statistic, hours: which, n }: ScorecardColumn): string {
  const isOther = statistic !== undefined && statistic !== findMetric(metric)?.statistics[0];
  const said = [
    ...(isOther ? [inSentence(statisticName(statistic))] : []),
    ...hours({ hours: which }),
    ...(n ? [t('editor.sentence.with-n', 'with its n')] : []),
  ];
  return said.length === 0 ? inSentence(metricName(metric)) : `${inSentence(metricName(metric))} (${said.join(', ')})`;
}

function ordered({ sort }: DataSourceQuery, { metric }: ScorecardColumn): string {
  const { by, direction } = { ...SORT_DEFAULTS, ...sort };
  const given = { metric: inSentence(metricName(metric)), ...PLAIN };
  if (by === 'name') {
    return direction === 'desc' ? t('editor.sentence.by-name-back', 'by name from Z to A') : t('editor.sentence.by-name', 'by name from A to Z');
  }
  if (by === 'n') {
    return direction === 'desc'
      ? t('editor.sentence.most-rows-of', 'most rows of {{metric}} first', given)
      : t('editor.sentence.fewest-rows-of', 'fewest rows of {{metric}} first', given);
  }
  return direction === 'desc'
    ? t('editor.sentence.highest-of', 'the highest {{metric}} first', given)
    : t('editor.sentence.lowest-of', 'the lowest {{metric}} first', given);
}
