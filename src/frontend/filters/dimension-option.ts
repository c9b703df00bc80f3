import { t } from '@grafana/i18n';
import type { ComboboxOption } from '@grafana/ui';

import { isCustomField } from '../../shared/words';

/** What custom fields stand under in menus. */
export function customFieldsGroup(): string {
  return t('filters.custom-fields', 'Custom fields');
}

/** A word as an option, by name; custom fields in a group of their own. */
export function wordOption<Word extends string>(value: Word, nameOf: (word: Word) => string): ComboboxOption<Word> {
  return { value, label: nameOf(value), ...(isCustomField(value) ? { group: customFieldsGroup() } : {}) };
}
