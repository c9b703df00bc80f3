import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import { from, map, type Observable, of } from 'rxjs';

import type { LookupSource, VariableQuery } from '../types';
import { expand, interpolateFilters } from './interpolate';
import { VariableEditor } from './variable-editor';

/** As many values as a variable may offer. */
const MOST_VALUES = 10_000;

/** Dashboard variables: the values of a dimension, narrowed by other variables where filters name them. */
export class DimensionVariables extends CustomVariableSupport<LookupSource, VariableQuery> {
  override editor = VariableEditor;

  constructor(private readonly datasource: LookupSource) {
    super();
  }

  override getDefaultQuery(): Partial<VariableQuery> {
    return { refId: 'variable', dimension: 'team', filters: [] };
  }

  /** What is shown is the name; what queries filter by is the id. */
  override query({ targets: [asked], scopedVars }: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    if (!asked?.dimension) {
      return of({ data: [] });
    }
    const filters = interpolateFilters(asked.filters ?? [], scopedVars);
    const search = expand(asked.search ?? '', scopedVars).values.join(',');
    return from(this.datasource.values(asked.dimension, { search, limit: MOST_VALUES, filters })).pipe(
      map(({ values }) => ({ data: values.map(({ id, name }) => ({ text: name, value: id })) }))
    );
  }
}
