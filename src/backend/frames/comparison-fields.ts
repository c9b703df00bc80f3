import type { Names } from '../../shared/names';
import type { Statistic } from '../../shared/words';
import type { Plan } from '../query/plan';
import { changeColors, changeOf, changeWords } from './change';
import type { FieldConfig, FrameField } from './frame';

/** A column of totals with the same of the earlier period. */
interface Beside {
  readonly statistic: Statistic;
  readonly now: ReadonlyArray<number | null>;
  readonly then: ReadonlyArray<number | null>;
  readonly called: string;
  readonly config: FieldConfig;
}

/** What stands beside a total that is compared: the earlier period’s, the difference, and the change in words, with an arrow and the colour of good or bad news. */
export function comparisonFields(
  { plan, names }: { readonly plan: Plan; readonly names: Names },
  { statistic, now, then, called, config: { min: _min, max: _max, ...config } }: Beside,
  isFirst: boolean
): FrameField[] {
  const words = changeWords(plan.query.locale, names.unit('points'));
  const changes = now.map((value, i) => changeOf(plan.metric, statistic, value, then[i]));
  const name = (word: string) => (isFirst ? word : `${word}_${statistic}`);
  const title = (word: 'previous' | 'difference' | 'change') =>
    plan.statistics.length > 1 ? `${called}: ${names.series(word).toLowerCase()}` : names.series(word);
  const field = (word: 'previous' | 'difference', values: ReadonlyArray<number | null>): FrameField => ({
    name: name(word),
    column: { type: 'number', values },
    config: { ...config, displayNameFromDS: title(word) },
  });
  return [
    field('previous', then),
    field(
      'difference',
      now.map((value, i) => difference(value, then[i]))
    ),
    {
      name: name('change'),
      column: { type: 'string', values: changes.map((change) => change && words(change)) },
      config: {
        displayNameFromDS: title('change'),
        description: config.description,
        noValue: '–',
        ...changeColors(plan.metric, statistic, changes, words),
      },
    },
  ];
}

function difference(now: number | null, then: number | null): number | null {
  return now === null || then === null ? null : now - then;
}
