import { useEffect, useState } from 'react';

import type { CustomFieldId } from '../../shared/words';
import type { ValueLookup } from '../types';

/** The custom fields of a helpdesk, looked up once an editor; none until they are there, and none where the helpdesk cannot be asked now. */
export function useCustomFields(lookup: ValueLookup): readonly CustomFieldId[] {
  const [fields, setFields] = useState<readonly CustomFieldId[]>([]);
  useEffect(() => {
    let isOver = false;
    lookup.customFields().then(
      (found) => !isOver && found.length > 0 && setFields(found),
      () => undefined
    );
    return () => {
      isOver = true;
    };
  }, [lookup]);
  return fields;
}
