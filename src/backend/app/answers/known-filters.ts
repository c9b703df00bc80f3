import { type CustomFieldId, customFieldKey, isCustomField } from '../../../shared/words';
import { quoted } from '../../../shared/echo';
import { type Filter, QueryError } from '../../../shared/query';
import { customFields } from '../custom-fields/custom-fields';
import { whyUnknown } from '../custom-fields/unknown-field';
import type { Reading } from './request';

/**
 * The filters of a query without those of a dashboard on custom fields that the helpdesk lacks, each told in a notice. Throws a QueryError where
 * the query itself names one that there is not, in a filter or by another word. Of what names none nothing is read.
 */
export async function knownFilters<Given extends Pick<Filter, 'field' | 'origin'>>(
  filters: readonly Given[],
  words: readonly string[],
  { instance, lease, notices }: Reading
): Promise<readonly Given[]> {
  const asked = new Set([...filters.map(({ field }) => field), ...words].filter(isCustomField));
  if (asked.size === 0) {
    return filters;
  }
  const fields = await customFields(instance, lease);
  const unknown = new Map<string, string>(
    [...asked].flatMap((id: CustomFieldId) => {
      const why = whyUnknown(id, fields);
      return why === null ? [] : [[id, why] as const];
    })
  );
  const own = [...words, ...filters.flatMap(({ field, origin }) => (origin === 'query' ? [field] : []))]
    .map((word) => unknown.get(word))
    .find((why) => why !== undefined);
  if (own !== undefined) {
    throw new QueryError(own);
  }
  for (const [id, why] of unknown) {
    notices.push({
      severity: 'warning',
      text: `The filter on ${quoted(isCustomField(id) ? customFieldKey(id) : id)} does not apply: ${why} The numbers are not filtered by it.`,
    });
  }
  return filters.filter(({ field }) => !unknown.has(field));
}
