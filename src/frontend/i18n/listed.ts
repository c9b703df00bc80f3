import { t } from '@grafana/i18n';

import { PLAIN } from './plain';

/** "a", "a and b", "a, b and c". */
export function allOf(items: readonly string[]): string {
  return joined(items, (first, last) => t('editor.list.and', '{{first}} and {{last}}', { first, last, ...PLAIN }));
}

/** "a", "a or b", "a, b or c". */
export function anyOf(items: readonly string[]): string {
  return joined(items, (first, last) => t('editor.list.or', '{{first}} or {{last}}', { first, last, ...PLAIN }));
}

/** A name as it stands inside a sentence: "Time to close" becomes "time to close", "SLA attainment" and "WhatsApp" stay. */
export function inSentence(name: string): string {
  const [word] = name.split(' ');
  const rest = word.slice(1);
  return rest !== '' && rest === rest.toLowerCase() ? word[0].toLowerCase() + name.slice(1) : name;
}

function joined(items: readonly string[], last: (first: string, last: string) => string): string {
  return items.length < 2 ? (items[0] ?? '') : last(items.slice(0, -1).join(', '), items[items.length - 1]);
}
