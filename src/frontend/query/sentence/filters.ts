import { t } from '@grafana/i18n';

import { FILTER_DEFAULTS } from '../../../shared/query/defaults';
import { dimensionOf } from '../../../shared/catalog/dimensions';
import { isCustomField, isPlainDimension } from '../../../shared/words';
import { dimensionName, fixedValueName } from '../../i18n/catalog-names';
import { anyOf, inSentence } from '../../i18n/listed';
import { PLAIN } from '../../i18n/plain';
import type { QueryFilter } from '../../types';

/** What a value of a dimension is called; its id where that is not known. */
export type ValueName = (dimension: string, id: string) => string;

/** Whose values read badly before the dimension: "owner Anna only", but "high priority only". */
const PEOPLE_AND_THINGS = [
  'owner',
  'author',
  'agent',
  'ticket',
  'customer',
  'organization',
  'hour_of_day',
  'weekday',
  'rating',
  'tag',
  'in_hours',
  'asked_in_hours',
  'direction',
  'clock',
  'calendar',
];

/** A value inside a sentence: "high priority", but a name of the helpdesk's as it is. */
function called(field: string, id: string, name: ValueName): string {
  const usual = isPlainDimension(field) && dimensionOf(field).known ? fixedValueName(field, id) : null;
  return usual === null ? name(field, id) : inSentence(usual);
}

/** A filter as a part of a sentence; null where it says nothing yet. */
export function filterPhrase({ field, op = FILTER_DEFAULTS.op, values = [] }: QueryFilter, name: ValueName): string | null {
  const given = { field: inSentence(dimensionName(field)), values: anyOf(values.map((value) => called(field, String(value), name))), ...PLAIN };
  switch (op) {
    case 'is_empty':
      return t('editor.sentence.filter-empty', 'only without {{field}}', given);
    case 'is_not_empty':
      return t('editor.sentence.filter-not-empty', 'only with {{field}}', given);
    case 'between':
      return values.length === 2
        ? t('editor.sentence.filter-between', 'only {{field}} from {{low}} to {{high}}', {
            ...given,
            low: name(field, String(values[0])),
            high: name(field, String(values[1])),
          })
        : null;
    default:
  }
  if (values.length === 0) {
    return null;
  }
  switch (op) {
    case 'contains':
      return t('editor.sentence.filter-contains', 'only where {{field}} contains {{values}}', given);
    case 'not_in':
    case 'not_equals':
      return t('editor.sentence.filter-not', 'without {{field}} {{values}}', given);
    default:
      return PEOPLE_AND_THINGS.includes(field) || isCustomField(field)
        ? t('editor.sentence.filter-of', 'only {{field}} {{values}}', given)
        : t('editor.sentence.filter', '{{values}} {{field}} only', given);
  }
}
