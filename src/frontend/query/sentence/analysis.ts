import { t } from '@grafana/i18n';

import type { Settled } from '../../../shared/query/settle';
import { inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import { drawnNames } from '../option-names';

/** What is drawn besides. */
export function analysed({ view, compare, trend, anomalies, drawn }: Settled): string[] {
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
  if (view !== 'totals' && drawn) {
    const names: Readonly<Record<string, string>> = drawnNames();
    phrases.push(t('editor.sentence.drawn', 'with what is unfinished or of few rows as {{drawn}}', { drawn: inSentence(names[drawn] ?? drawn), ...PLAIN }));
  }
  return phrases;
}
