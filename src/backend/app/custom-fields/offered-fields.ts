import { type CustomFieldId, customFieldId } from '../../../shared/words';
import type { Instance } from '../instance';
import { customFields } from './custom-fields';

/** A custom field as menus show it. */
interface OfferedField {
  readonly id: CustomFieldId;
  readonly label: string;
  /** How many different values it has. */
  readonly values: number;
}

/** The custom fields that can be asked for. None where nothing can be read within so many milliseconds. */
export async function offeredFields(instance: Instance, patience: number, signal: AbortSignal): Promise<readonly OfferedField[]> {
  if (!(await instance.store.ready(patience, signal))) {
    return [];
  }
  const lease = instance.store.lease();
  try {
    const fields = await customFields(instance, lease);
    return fields.flatMap(({ key, values, isOffered }) => (isOffered ? [{ id: customFieldId(key), label: key, values }] : []));
  } finally {
    lease.release();
  }
}
