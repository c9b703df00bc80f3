import { quoted } from '../../../shared/echo';
import { nearest } from '../../../shared/nearest';
import { isVariable } from '../../../shared/query/variable';
import { type CustomFieldId, customFieldId, customFieldKey } from '../../../shared/words';
import type { CustomField } from './custom-fields';

/** Fields that a sentence lists where none is near. */
const FEW = 12;

/** Why a custom field cannot be asked for, in a sentence that names the nearest that can; null where it can. */
export function whyUnknown(id: CustomFieldId, fields: readonly CustomField[]): string | null {
  const key = customFieldKey(id);
  const found = fields.find((one) => one.key === key);
  if (found) {
    return found.isOffered
      ? null
      : `The custom field ${quoted(key)} cannot be asked for: it has ${counted(found.values)} different values, and only fields with few, that many tickets have, can.`;
  }
  const unreplaced = isVariable(key) ? ' It looks like a variable, and this dashboard has none of that name.' : '';
  const keys = fields.flatMap((one) => (one.isOffered ? [one.key] : []));
  if (keys.length === 0) {
    return `There is no custom field ${quoted(key)}: the tickets of this helpdesk have none (no "attributes" with texts, numbers or booleans).${unreplaced}`;
  }
  const near = nearest(key, keys);
  const others =
    near !== null ? ` Did you mean ${quoted(customFieldId(near))}?` : keys.length <= FEW ? ` There are: ${keys.map(customFieldId).join(', ')}.` : '';
  return `There is no custom field ${quoted(key)}.${others}${unreplaced}`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}
