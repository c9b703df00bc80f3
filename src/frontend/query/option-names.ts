import { t } from '@grafana/i18n';

import type { Settled } from '../../shared/query/settle';
import type { Frequency, UnitWord } from '../../shared/words';

/** What the choices of the editor are called. Words that are none of them (variables) stand for themselves. */

export function frequencyNames(): Readonly<Record<Frequency, string>> {
  return {
    auto: t('editor.frequency.auto', 'Automatic'),
    '15m': t('editor.frequency.15m', '15 minutes'),
    '30m': t('editor.frequency.30m', '30 minutes'),
    hour: t('editor.frequency.hour', 'Hour'),
    '2h': t('editor.frequency.2h', '2 hours'),
    '4h': t('editor.frequency.4h', '4 hours'),
    '6h': t('editor.frequency.6h', '6 hours'),
    '12h': t('editor.frequency.12h', '12 hours'),
    day: t('editor.frequency.day', 'Day'),
    week: t('editor.frequency.week', 'Week'),
    month: t('editor.frequency.month', 'Month'),
    quarter: t('editor.frequency.quarter', 'Quarter'),
    year: t('editor.frequency.year', 'Year'),
  };
}

/** What durations can be written in; null is seconds. */
export function unitNames(): Readonly<Record<UnitWord | 'seconds', string>> {
  return {
    auto: t('editor.unit.auto', 'Automatic'),
    seconds: t('editor.unit.seconds', 'Seconds'),
    minutes: t('editor.unit.minutes', 'Minutes'),
    hours: t('editor.unit.hours', 'Hours'),
    days: t('editor.unit.days', 'Days of 24 hours'),
    workdays: t('editor.unit.workdays', 'Working days'),
  };
}

/** An order of groups as one word, by:direction. */
export function orderOf({ by, direction }: Settled['sort']): string {
  return `${by}:${direction}`;
}

/** Orders of groups, as "by:direction". */
export function orderNames(): Readonly<Record<string, string>> {
  return {
    'value:desc': t('editor.order.highest', 'Highest first'),
    'value:asc': t('editor.order.lowest', 'Lowest first'),
    'name:asc': t('editor.order.name', 'Name, A to Z'),
    'name:desc': t('editor.order.name-back', 'Name, Z to A'),
    'n:desc': t('editor.order.most', 'Most rows first'),
    'n:asc': t('editor.order.fewest', 'Fewest rows first'),
  };
}

export function compareNames(): Readonly<Record<string, string>> {
  return {
    none: t('editor.compare.none', 'Nothing'),
    previous_period: t('editor.compare.previous-period', 'Previous period'),
    previous_year: t('editor.compare.previous-year', 'Same period last year'),
  };
}

export function trendNames(): Readonly<Record<string, string>> {
  return {
    none: t('editor.trend.none', 'None'),
    linear: t('editor.trend.linear', 'Linear'),
    exponential: t('editor.trend.exponential', 'Exponential'),
    logarithmic: t('editor.trend.logarithmic', 'Logarithmic'),
    predictive: t('editor.trend.predictive', 'Predictive'),
  };
}

/** How what is unfinished, or rests on few rows, stands out; none where it does not. */
export function drawnNames(): Readonly<Record<string, string>> {
  return {
    none: t('editor.drawn.none', 'Like the rest'),
    lines: t('editor.drawn.lines', 'Dashed lines'),
    bars: t('editor.drawn.bars', 'Pale bars'),
    stacked: t('editor.drawn.stacked', 'Pale stacked bars'),
  };
}

export function ownerNames(): Readonly<Record<string, string>> {
  return {
    event: t('editor.owner-at.event', 'As they were at that moment'),
    current: t('editor.owner-at.current', 'As they are now'),
    created: t('editor.owner-at.created', 'As they were at creation'),
  };
}

/** A kind of ticket that is left out unless asked for. */
export function includeName(word: string): string {
  switch (word) {
    case 'spam':
      return t('editor.include.spam', 'Spam');
    case 'deleted':
      return t('editor.include.deleted', 'Deleted tickets');
    case 'merged':
      return t('editor.include.merged', 'Merged tickets');
    case 'test':
      return t('editor.include.test', 'Test tickets');
    case 'imported':
      return t('editor.include.imported', 'Imported tickets');
    case 'agent_created':
      return t('editor.include.agent_created', 'Tickets that agents created');
    default:
      return word;
  }
}
