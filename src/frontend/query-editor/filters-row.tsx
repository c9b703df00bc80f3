import type { ReactNode } from 'react';

import type { DimensionId } from '../../shared/words';
import type { QueryFilter } from '../types';
import { FilterList } from '../filters/filter-list';
import { EditorRow } from './layout';
import type { LookupProps } from './parts';

interface Props extends LookupProps {
  readonly dimensions: readonly DimensionId[];
  /** Stands at the end of the row. */
  readonly children?: ReactNode;
}

/** Which rows count, by values looked up in the helpdesk. */
export function FiltersRow({ query, id, lookup, dimensions, children, onChange }: Props) {
  return (
    <EditorRow isSpread>
      <FilterList lookup={lookup} id={id} dimensions={dimensions} filters={(query.filters ?? []).map(listed)} onChange={(filters) => onChange({ filters })} />
      {children}
    </EditorRow>
  );
}

/** "equals" and "is one of" are the same question: one word of them is offered. */
function listed(filter: QueryFilter): QueryFilter {
  return filter.op === 'equals' ? { ...filter, op: 'in' } : filter.op === 'not_equals' ? { ...filter, op: 'not_in' } : filter;
}
