import type { DataQueryRequest, DataQueryResponse, DataSourceInstanceSettings, ScopedVars } from '@grafana/data';
import { config, DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { Observable } from 'rxjs';

import type { DataSourceQuery, DataSourceSettings } from './types';

/** The data source in the browser: queries go to the backend, with variables replaced and the dashboard's time zone put in. */
export class HelpdeskDataSource extends DataSourceWithBackend<DataSourceQuery, DataSourceSettings> {
  constructor(settings: DataSourceInstanceSettings<DataSourceSettings>) {
    super(settings);
  }

  override getDefaultQuery(): Partial<DataSourceQuery> {
    return { metric: 'time_to_first_response', view: 'over_time' };
  }

  override filterQuery(query: DataSourceQuery): boolean {
    return !query.hide && Boolean(query.metric);
  }

  /** The request carries no time zone to the backend by itself: it goes into each query. */
  override query(request: DataQueryRequest<DataSourceQuery>): Observable<DataQueryResponse> {
    const timeZone = request.timezone === 'browser' || !request.timezone ? Intl.DateTimeFormat().resolvedOptions().timeZone : request.timezone === 'utc' ? 'UTC' : request.timezone;
    const locale = config.bootData?.user?.language;
    return super.query({ ...request, targets: request.targets.map((target) => ({ timeZone, ...(locale ? { locale } : {}), ...target })) });
  }

  override applyTemplateVariables(query: DataSourceQuery, scopedVars: ScopedVars): DataSourceQuery {
    const filters = query.filters?.map((filter) => ({ ...filter, values: filter.values?.flatMap((value) => interpolated(String(value), scopedVars)) }));
    return { ...query, ...(filters ? { filters } : {}) };
  }
}

/** A filter's value with its variables replaced; one that is nothing but a variable of several values gives several. */
function interpolated(text: string, scopedVars: ScopedVars): string[] {
  const found: string[][] = [];
  const replaced = getTemplateSrv().replace(text, scopedVars, (value: string | string[]) => {
    const values = Array.isArray(value) ? value : [value];
    found.push(values);
    return values.join(',');
  });
  const [only, ...others] = found;
  return only && others.length === 0 && replaced === only.join(',') ? only : [replaced];
}
