import { dateTimeFormat } from '@grafana/data';
import { t } from '@grafana/i18n';

import { traitsOf } from '../../../shared/catalog/measures';
import type { Metric } from '../../../shared/catalog/metric';
import { unitOf } from '../../../shared/catalog/unit';
import { applicable } from '../../../shared/query/applicable';
import type { Settled } from '../../../shared/query/settle';
import { inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import { frequencyNames, unitNames } from '../option-names';

/** "per week", "over time", or the whole. */
export function when({ view, frequency }: Settled, { measure }: Metric): string {
  if (view === 'totals') {
    return traitsOf(measure).rows === 'held'
      ? t('editor.sentence.at-the-end', 'at the end of the period')
      : t('editor.sentence.in-total', 'over the whole period');
  }
  switch (frequency) {
    case 'auto':
      return t('editor.sentence.over-time', 'over time');
    case 'hour':
      return t('editor.sentence.per-hour', 'per hour');
    case 'day':
      return t('editor.sentence.per-day', 'per day');
    case 'week':
      return t('editor.sentence.per-week', 'per week');
    case 'month':
      return t('editor.sentence.per-month', 'per month');
    case 'quarter':
      return t('editor.sentence.per-quarter', 'per quarter');
    case 'year':
      return t('editor.sentence.per-year', 'per year');
    default:
      return t('editor.sentence.per', 'per {{frequency}}', { frequency: inSentence(frequencyNames()[frequency] ?? frequency), ...PLAIN });
  }
}

/** Which hours count, where not all do. */
export function hours({ hours: which }: { readonly hours: string }): string[] {
  return which === 'all'
    ? []
    : which === 'sla'
      ? [t('editor.sentence.sla-hours', 'in SLA hours')]
      : [t('editor.sentence.hours', 'hours: {{hours}}', { hours: which, ...PLAIN })];
}

/** Buckets that a date is enough to tell. */
const OF_DATES: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'];

/** What durations are written in, where somebody chose it and any are shown. */
export function written({ kind, statistics, unit }: Settled, metric: Metric): string[] {
  const names: Readonly<Record<string, string>> = unitNames();
  const isShown = kind === 'records' ? applicable(metric).unit : statistics.some((one) => unitOf(metric, one) === 's');
  return unit === null || unit === 'auto' || !isShown
    ? []
    : [t('editor.sentence.unit', 'written in {{unit}}', { unit: inSentence(names[unit] ?? unit), ...PLAIN })];
}

/** What the numbers are that a rule compares with its threshold: nothing where they are counted. */
export function thresholdUnit({ statistics, unit, beyondTarget }: Settled, metric: Metric): string[] {
  const units = statistics.map((one) => unitOf(metric, one));
  if (units.includes('percentunit')) {
    return beyondTarget ? [] : [t('editor.sentence.from-0-to-1', 'from 0 to 1')];
  }
  return unit === null && units.includes('s') ? [t('editor.sentence.in-seconds', 'in seconds')] : [];
}

/** Of records: the one bucket that holds an instant. */
export function bucket({ at, frequency }: Settled): string[] {
  if (at === null) {
    return [];
  }
  const isInstant = typeof at === 'number' || !Number.isNaN(Date.parse(at));
  const instant = isInstant ? dateTimeFormat(at, OF_DATES.includes(frequency) ? { format: 'YYYY-MM-DD' } : {}) : at;
  switch (frequency) {
    case 'hour':
      return [t('editor.sentence.in-hour', 'in the hour of {{instant}}', { instant, ...PLAIN })];
    case 'day':
      return [t('editor.sentence.in-day', 'on the day of {{instant}}', { instant, ...PLAIN })];
    case 'week':
      return [t('editor.sentence.in-week', 'in the week of {{instant}}', { instant, ...PLAIN })];
    case 'month':
      return [t('editor.sentence.in-month', 'in the month of {{instant}}', { instant, ...PLAIN })];
    case 'quarter':
      return [t('editor.sentence.in-quarter', 'in the quarter of {{instant}}', { instant, ...PLAIN })];
    case 'year':
      return [t('editor.sentence.in-year', 'in the year of {{instant}}', { instant, ...PLAIN })];
    default:
      return [t('editor.sentence.in-bucket', 'around {{instant}}', { instant, ...PLAIN })];
  }
}
