import { t } from '@grafana/i18n';

import { durationName } from '../../../shared/catalog/bands';
import type { Metric } from '../../../shared/catalog/metric';
import type { Settled } from '../../../shared/query/settle';
import { metricName, statisticName, unitName } from '../../i18n/catalog-names';
import { allOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';

/** Statistics that a metric's own name says already: its share, its count, its longest. */
const UNSAID: readonly string[] = ['share', 'score', 'count', 'sum', 'max'];

/** A metric's name as it stands inside the sentence. */
export function label(metric: Metric): string {
  return inSentence(metricName(metric.id));
}

/** The share within a threshold, by its name: "Share within 8 h". */
function withinName(threshold: string): string {
  return `${statisticName('within')} ${durationName(threshold, unitName('hours'))}`;
}

/** The statistic and the metric. The context lets a language bend a phrase for one metric. */
export function head(metric: Metric, { statistics, threshold }: Settled): string {
  const [main, ...more] = statistics;
  const nameOf = (statistic: string) => (statistic === 'within' && threshold !== null ? withinName(threshold) : statisticName(statistic));
  const given = { metric: label(metric), context: metric.id, ...PLAIN };
  if (more.length > 0) {
    return t('editor.sentence.statistics', '{{statistics}} of {{metric}}', {
      ...given,
      statistics: allOf(statistics.map((one, i) => (i === 0 ? nameOf(one) : inSentence(nameOf(one))))),
    });
  }
  if (main === metric.statistics[0] && UNSAID.includes(main)) {
    return metricName(metric.id);
  }
  switch (main) {
    case 'mean':
      return t('editor.sentence.mean', 'Mean {{metric}}', given);
    case 'median':
      return t('editor.sentence.median', 'Median {{metric}}', given);
    case 'min':
      return t('editor.sentence.min', 'Minimum {{metric}}', given);
    case 'max':
      return t('editor.sentence.max', 'Maximum {{metric}}', given);
    case 'sum':
      return t('editor.sentence.sum', 'Total {{metric}}', given);
    case 'count':
    case 'n':
      return t('editor.sentence.rows', 'Number of rows behind {{metric}}', given);
    default:
      return t('editor.sentence.statistics', '{{statistics}} of {{metric}}', { ...given, statistics: nameOf(main) });
  }
}
