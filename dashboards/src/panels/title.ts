import { namesIn } from '../../../src/shared/names';
import { type Edition, isChoosable } from '../edition';
import { LOCALES, type Text } from '../language';
import { isOfChosenHours, metricOf } from '../query';
import type { PanelSpec } from './spec';

/** Of which one panel may show the one and its neighbour the other: as short as a title needs them. */
const AVERAGES: Readonly<Record<string, Text | undefined>> = { mean: { en: 'mean', nl: 'gem.' }, median: { en: 'median', nl: 'mediaan' } };

/** What a panel is called: the metric’s own name where the dashboard gives none, with the average that it is; and whose clock runs, where one chooses. */
export function titleOf({ title, queries }: PanelSpec, edition: Edition): string {
  const { language } = edition;
  const clock = queries.some(isOfChosenHours) ? [isChoosable(edition) ? '${hours:text}' : '24/7'] : [];
  return [title?.[language] ?? ownTitle(queries, edition), ...clock].join(', ');
}

function ownTitle([query, ...others]: PanelSpec['queries'], { language }: Edition): string {
  const names = namesIn(LOCALES[language]);
  const metric = metricOf(query);
  const [statistic, ...more] = query.statistics ?? [metric.statistics[0]];
  const average = metric.unit === 's' && more.length === 0 && others.length === 0 ? AVERAGES[statistic] : undefined;
  return [names.metric(metric.id), ...(average ? [average[language]] : [])].join(', ');
}
