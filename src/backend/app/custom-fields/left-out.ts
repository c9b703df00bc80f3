import { quoted, told } from '../../../shared/echo';
import type { CustomField } from './custom-fields';

/** Which custom fields cannot be asked for, and why, as a further sentence; empty where all can. */
export function leftOutFields(fields: readonly CustomField[]): string {
  const left = fields.filter(({ isOffered }) => !isOffered);
  return left.length === 0 ? '' : ` Custom fields that are left out: ${told(left, named)}`;
}

function named({ key, values }: CustomField): string {
  return `${quoted(key)} (${values.toLocaleString('en')} different ${values === 1 ? 'value' : 'values'}).`;
}
