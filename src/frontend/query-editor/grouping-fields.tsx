import { t } from '@grafana/i18n';
import { type ComboboxOption } from '@grafana/ui';

import { Choice, Choices } from '../choice';
import type { Metric } from '../../shared/catalog/metric';
import { applicable } from '../../shared/query/applicable';
import { settle } from '../../shared/query/settle';
import { FREQUENCIES, type Frequency } from '../../shared/words';
import { dimensionName, statisticName } from '../i18n/catalog-names';
import { DurationField } from './duration-field';
import { EditorField } from './layout';
import { frequencyNames } from '../query/option-names';
import { optionsOf, type PartProps } from './parts';

/** Which statistics, how often, and by what. */
export function GroupingFields({ query, id, metric, customFields, onChange }: PartProps & { readonly metric: Metric }) {
  const {
    view,
    frequency,
    statistics,
    threshold,
    groupBy: [first, second],
  } = settle(query, metric);
  const frequencies = frequencyNames();
  const group = (...chosen: Array<string | undefined>) => {
    const groupBy = chosen.filter((one) => one !== undefined);
    // nothing chosen is an answer too, where the metric would be grouped by itself
    onChange({ groupBy: groupBy.length === 0 && !metric.defaults.groupBy?.[view] ? undefined : groupBy });
  };
  const dimensions = (other: string | undefined, chosen: string | undefined) =>
    optionsOf(
      [...applicable(metric).groups, ...customFields].filter((one) => one !== other),
      dimensionName,
      chosen === undefined ? [] : [chosen]
    );
  return (
    <>
      <EditorField label={t('editor.statistics.label', 'Statistics')} width={30} isWide>
        <Choices<string>
          id={`${id}-statistics`}
          value={[...statistics]}
          options={optionsOf(metric.statistics, statisticName, statistics).map(explained)}
          onChange={(chosen) =>
            onChange({
              statistics:
                chosen.length === 0 || (chosen.length === 1 && chosen[0].value === metric.statistics[0]) ? undefined : chosen.map(({ value }) => value),
            })
          }
        />
      </EditorField>
      {applicable(metric).threshold && statistics.some((one) => one === 'within' || one === 'hits') && (
        <DurationField
          id={`${id}-threshold`}
          label={t('editor.threshold.label', 'Threshold')}
          values={threshold === null ? [] : [threshold]}
          placeholder="8h"
          isRequired
          onChange={([value]) => onChange({ threshold: value ?? null })}
        />
      )}
      {view !== 'totals' && (
        <EditorField label={t('editor.frequency.label', 'Frequency')} width={16}>
          <Choice<string>
            id={`${id}-frequency`}
            value={frequency}
            options={optionsOf(FREQUENCIES, (word) => frequencies[word as Frequency] ?? word, [frequency])}
            onChange={({ value }) => onChange({ frequency: value })}
          />
        </EditorField>
      )}
      <EditorField label={t('editor.group.label', 'Dimension')} width={22}>
        <Choice<string>
          id={`${id}-group`}
          isClearable
          value={first ?? null}
          placeholder={t('editor.group.placeholder', 'All together')}
          options={dimensions(second, first)}
          onChange={(chosen) => (chosen === null ? group(second) : group(chosen.value, second))}
        />
      </EditorField>
      {first !== undefined && (
        <EditorField label={t('editor.group.second', 'Break down by')} width={22}>
          <Choice<string>
            id={`${id}-break-down`}
            isClearable
            value={second ?? null}
            placeholder={t('editor.group.second-placeholder', 'Not broken down')}
            options={dimensions(first, second)}
            onChange={(chosen) => group(first, chosen?.value)}
          />
        </EditorField>
      )}
    </>
  );
}

/** A statistic that is taken for another one, with what it counts: a metric's own number, and the rows that a number rests on. */
function explained(option: ComboboxOption<string>): ComboboxOption<string> {
  switch (option.value) {
    case 'count':
      return { ...option, description: t('editor.statistics.count', 'How many there were') };
    case 'n':
      return { ...option, description: t('editor.statistics.n', 'How many rows a number rests on') };
    default:
      return option;
  }
}
