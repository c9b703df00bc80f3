import { t } from '@grafana/i18n';

import type { Metric } from '../../../shared/catalog/metric';
import { applicable } from '../../../shared/query/applicable';
import { type Settled, settle } from '../../../shared/query/settle';
import { allOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import { includeName } from '../option-names';

/** What counts: the metric's own options, where they differ from what it means by itself. */
export function counted(metric: Metric, { kind, groupBy, filters, withinMinutes, beyondTarget, ownerAt, close, include, includeOffline }: Settled): string[] {
  const can = applicable(metric);
  const phrases: string[] = [];
  if (can.withinMinutes) {
    phrases.push(t('editor.sentence.within', 'due within {{minutes}} minutes', { minutes: withinMinutes, ...PLAIN }));
  }
  if (
    can.ownerAt &&
    ownerAt !== settle({ metric: metric.id }, metric).ownerAt &&
    [...groupBy, ...filters.map(({ field }) => field)].some((field) => field === 'owner' || field === 'team')
  ) {
    phrases.push(
      ownerAt === 'current'
        ? t('editor.sentence.owner-current', 'with owner and team as they are now')
        : ownerAt === 'created'
          ? t('editor.sentence.owner-created', 'with owner and team as they were at creation')
          : t('editor.sentence.owner-event', 'with owner and team as they were at that moment')
    );
  }
  if (can.beyondTarget && kind === 'metric' && beyondTarget) {
    phrases.push(t('editor.sentence.beyond-target', 'as how far beyond its target (above 0 is worse)'));
  }
  if (can.close && close === 'first') {
    phrases.push(t('editor.sentence.first-close', 'until the first close'));
  }
  if (can.include && include.length > 0) {
    phrases.push(t('editor.sentence.include', '{{kinds}} counted too', { kinds: allOf(include.map((word) => inSentence(includeName(word)))), ...PLAIN }));
  }
  if (can.includeOffline && includeOffline) {
    phrases.push(t('editor.sentence.offline', 'offline time counted too'));
  }
  return phrases;
}
