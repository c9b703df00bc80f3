import type { ComboboxOption } from '@grafana/ui';

import { METRICS } from '../../shared/catalog';
import type { CustomFieldId } from '../../shared/words';
import { wordOption } from '../filters/dimension-option';
import { metricName, metricQuestion, topicName } from '../i18n/catalog-names';
import type { DataSourceQuery, ValueLookup } from '../types';
import type { Changes } from '../query/edit';

/** What every part of the editor is given. */
export interface PartProps {
  readonly query: DataSourceQuery;
  /** Begins the ids of the controls: several editors stand on one page. */
  readonly id: string;
  readonly isAlerting: boolean;
  /** Those that the metric's rows have. */
  readonly customFields: readonly CustomFieldId[];
  readonly onChange: (changes: Changes) => void;
}

/** A part that looks things up in the helpdesk. */
export interface LookupProps extends PartProps {
  readonly lookup: ValueLookup;
}

/** Words as options; a chosen word that is none of them (a variable) is one too, so that it is shown. */
export function optionsOf(words: readonly string[], nameOf: (word: string) => string, chosen: readonly string[] = []): Array<ComboboxOption<string>> {
  return [...words, ...chosen.filter((word) => !words.includes(word))].map((value) => wordOption(value, nameOf));
}

/** Every metric as an option, with the question that it answers, under its topic. */
export function metricOptions(): Array<ComboboxOption<string>> {
  return METRICS.map((one) => ({ value: one.id, label: metricName(one.id), description: metricQuestion(one), group: topicName(one.topic) }));
}
