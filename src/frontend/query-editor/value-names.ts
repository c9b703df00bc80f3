import { useEffect, useState } from 'react';

import { type DimensionId, isDimension } from '../../shared/words';
import { fixedValueName } from '../i18n/catalog-names';
import type { QueryFilter, ValueLookup } from '../types';
import type { ValueName } from '../query/sentence/filters';
import { expand } from '../variables/interpolate';

/** More values than this are not named in a sentence: their ids stand for themselves. */
const MOST = 20;

/** What the values of filters are called, looked up in the helpdesk once each. Until an answer comes, and where none does, ids stand for themselves. */
export function useValueNames(lookup: ValueLookup, filters: readonly QueryFilter[]): ValueName {
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const wanted = filters
    .flatMap(({ field, op, values = [] }) => (op === 'contains' ? [] : values.map((value) => [field, String(value)] as const)))
    .filter(([field, id]) => isDimension(field) && !expand(id, {}).isVariable && fixedValueName(field, id) === null)
    .slice(0, MOST);
  const asked = JSON.stringify(wanted);
  useEffect(() => {
    let isOver = false;
    const pairs = JSON.parse(asked) as Array<[DimensionId, string]>;
    if (pairs.length > 0) {
      void Promise.all(pairs.map(async ([field, id]) => [keyOf(field, id), await nameOf(lookup, field, id)] as const)).then(
        (found) => !isOver && setKnown((before) => ({ ...before, ...Object.fromEntries(found) }))
      );
    }
    return () => {
      isOver = true;
    };
  }, [lookup, asked]);
  return (dimension, id) => fixedValueName(dimension, id) ?? known[keyOf(dimension, id)] ?? id;
}

function keyOf(dimension: string, id: string): string {
  return `${dimension} ${id}`;
}

/** A helpdesk that cannot be asked now leaves the id. */
async function nameOf(lookup: ValueLookup, dimension: DimensionId, id: string): Promise<string> {
  try {
    const { values } = await lookup.values(dimension, { search: id });
    return values.find((value) => value.id === id)?.name ?? id;
  } catch {
    return id;
  }
}
