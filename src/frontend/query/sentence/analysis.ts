import { t } from '@grafana/i18n';

import type { Settled } from '../../../shared/query/settle';
import { PLAIN } from '../../i18n/plain';

/** What is drawn besides. */
export function analysed({ view, compare, trend, anomalies }: Settled): string[] {
  const phrases: string[] = [];
  if (compare) {
    phrases.push(
      compare === 'previous_year'
        ? t('editor.sentence.previous-year', 'beside the same period last year')
        : compare === 'previous_period'
          ? t('editor.sentence.previous-period', 'beside the previous period')
          : t('editor.sentence.compared', 'beside {{compare}}', { compare, ...PLAIN })
    );
  }
  if (view !== 'totals' && trend) {
    phrases.push(
      trend === 'linear'
        ? t('editor.sentence.linear', 'with a linear trend')
        : trend === 'exponential'
          ? t('editor.sentence.exponential', 'with an exponential trend')
          : trend === 'logarithmic'
            ? t('editor.sentence.logarithmic', 'with a logarithmic trend')
            : trend === 'predictive'
              ? t('editor.sentence.predictive', 'with a predictive trend')
              : t('editor.sentence.trend', 'with the trend {{trend}}', { trend, ...PLAIN })
    );
  }
  if (view !== 'totals' && anomalies) {
    phrases.push(t('editor.sentence.anomalies', 'with anomalies marked'));
  }
  return phrases;
}
