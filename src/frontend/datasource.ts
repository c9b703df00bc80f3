import {
  type AdHocVariableFilter,
  CoreApp,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type ScopedVars,
} from '@grafana/data';
import { config, DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';

import { type CustomFieldId, customFieldKey, type DimensionId, isCustomField, isDimension } from '../shared/words';
import { eventAnnotations } from './annotations/annotations';
import type { StoreStatus } from './data-status/store-status';
import { displayText } from './query/display-text';
import { withLinks } from './drill-down/links';
import { drawnInExplore } from './explore-table';
import { customFieldsGroup } from './filters/dimension-option';
import { FILTER_DIMENSIONS } from './filters/dimensions';
import { dimensionName } from './i18n/catalog-names';
import { withoutGrid } from './query/no-rows';
import { FIRST_QUERY, ownQuery } from './query/own-query';
import { inOwnWords } from './query/own-words';
import type { DataSourceQuery, DataSourceSettings, DimensionValue, QueryFilter, Schema, SchemaSource, ValueLookup, ValueSearch } from './types';
import { adhocFilter } from './variables/adhoc';
import { interpolateQuery } from './variables/interpolate';
import { DimensionVariables } from './variables/variables';
import { weekStartNow } from './week-start';

/** What fails is said where it was asked for. */
const QUIET = { showErrorAlert: false };

/** The data source in the browser: queries go to the backend, with variables replaced and the dashboard's time zone put in. */
export class HelpdeskDataSource extends DataSourceWithBackend<DataSourceQuery, DataSourceSettings> implements ValueLookup, SchemaSource {
  constructor(settings: DataSourceInstanceSettings<DataSourceSettings>) {
    super(settings);
    this.annotations = eventAnnotations;
    this.variables = new DimensionVariables(this);
  }

  /** An alert rule wants one number a group; everything else starts with a chart. */
  override getDefaultQuery(app?: CoreApp): Partial<DataSourceQuery> {
    // under every query of a rule Grafana puts this again: a mark would take all of it for untouched
    return isAlerting(app) ? { metric: FIRST_QUERY.metric, view: 'totals' } : FIRST_QUERY;
  }

  override filterQuery(query: DataSourceQuery): boolean {
    return !query.hide && (query.kind === 'events' || query.kind === 'freshness' || Boolean(query.metric) || (query.metrics ?? []).length > 0);
  }

  override getQueryDisplayText(query: DataSourceQuery): string {
    return displayText(query);
  }

  override targetContainsTemplate(query: DataSourceQuery): boolean {
    return getTemplateSrv().containsTemplate(JSON.stringify(query));
  }

  /** The request carries no time zone, week start or language to the backend by itself: they go into each query. */
  override query(request: DataQueryRequest<DataSourceQuery>): Observable<DataQueryResponse> {
    const context = { timeZone: zoneOf(request.timezone), weekStart: weekStartNow(), locale: config.bootData?.user?.language || undefined };
    // who asks does not always leave out what cannot be asked yet, or what was another data source's
    const targets = request.targets
      .map(ownQuery)
      .filter((target) => this.filterQuery(target))
      .map((target) => ({ ...withoutUndefined(context), ...target }));
    const hasLinks = !isAlerting(request.app) && !config.publicDashboardAccessToken;
    return super.query({ ...request, targets }).pipe(
      map((response) => {
        const queries = targets.map((target) => this.applyTemplateVariables(target, request.scopedVars, request.filters));
        const shown = request.app === CoreApp.Explore ? (frame: DataFrame) => drawnInExplore(withoutGrid(frame)) : withoutGrid;
        const worded = inOwnWords({ ...response, data: response.data.map(shown) }, queries);
        return hasLinks ? withLinks(worded, { queries, range: request.range, uid: this.uid, name: this.name }) : worded;
      })
    );
  }

  /** A dashboard's ad hoc filters that cannot be applied throw: Grafana says so on the panel. */
  override applyTemplateVariables(query: DataSourceQuery, scopedVars: ScopedVars, filters?: AdHocVariableFilter[]): DataSourceQuery {
    return withFilters(interpolateQuery(query, scopedVars), (filters ?? []).map(adhocFilter));
  }

  /** What cannot be applied goes along as it is, so that opening a panel's query elsewhere works and running it says what is wrong. */
  override interpolateVariablesInQueries(queries: DataSourceQuery[], scopedVars: ScopedVars, filters?: AdHocVariableFilter[]): DataSourceQuery[] {
    return queries.map(ownQuery).map((query) =>
      withFilters(
        interpolateQuery(query, scopedVars),
        (filters ?? []).map((filter) => {
          try {
            return adhocFilter(filter);
          } catch {
            return { field: filter.key, op: filter.operator, values: filter.values ?? [filter.value], origin: 'adhoc' } as unknown as QueryFilter;
          }
        })
      )
    );
  }

  /** Values of a dimension in the helpdesk, by name, and whether there are more. */
  async values(dimension: DimensionId, { search = '', limit, filters = [] }: ValueSearch = {}): Promise<{ values: DimensionValue[]; more: boolean }> {
    // a key may be any text, which a path cannot hold
    const [id, key] = isCustomField(dimension) ? ['attribute', customFieldKey(dimension)] : [dimension, undefined];
    return this.getResource(
      `dimensions/${id}/values`,
      withoutUndefined({ key, search, limit, filters: filters.length > 0 ? JSON.stringify(filters) : undefined })
    );
  }

  /** What the store of this data source is doing. */
  status(): Promise<StoreStatus> {
    return this.getResource<StoreStatus>('status', undefined, QUIET);
  }

  /** Asks for a refresh. Rejects where the user may not. */
  refresh(): Promise<StoreStatus> {
    return this.postResource<StoreStatus>('refresh', {}, QUIET);
  }

  /** The JSON Schema of a query, read when it is first needed. */
  async querySchema(): Promise<Schema> {
    return (await import('../../schemas/query.schema.json')).default;
  }

  /** The JSON Schema of the settings, likewise. */
  async settingsSchema(): Promise<Schema> {
    return (await import('../../schemas/settings.schema.json')).default;
  }

  /** The custom fields that the helpdesk's tickets have. */
  async customFields(): Promise<CustomFieldId[]> {
    const { customFields }: { readonly customFields: ReadonlyArray<{ readonly id: CustomFieldId }> } = await this.getResource('custom-fields');
    return customFields.map(({ id }) => id);
  }

  /** A helpdesk that cannot be asked now offers what every helpdesk has. */
  override async getTagKeys(): Promise<MetricFindValue[]> {
    const custom = await this.customFields().catch((): CustomFieldId[] => []);
    return [
      ...FILTER_DIMENSIONS.map((id) => ({ text: dimensionName(id), value: id })),
      ...custom.map((id) => ({ text: dimensionName(id), value: id, group: customFieldsGroup() })),
    ];
  }

  override async getTagValues({ key }: DataSourceGetTagValuesOptions<DataSourceQuery>): Promise<MetricFindValue[]> {
    if (!isDimension(key)) {
      return [];
    }
    const { values } = await this.values(key);
    return values.map(({ id, name }) => ({ text: name, value: id }));
  }
}

function withFilters(query: DataSourceQuery, added: QueryFilter[]): DataSourceQuery {
  return added.length > 0 ? { ...query, filters: [...(query.filters ?? []), ...added] } : query;
}

function isAlerting(app: CoreApp | string | undefined): boolean {
  return app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
}

/** Grafana's word for a time zone as an IANA name. */
function zoneOf(timezone: string | undefined): string {
  return timezone === 'browser' || !timezone ? Intl.DateTimeFormat().resolvedOptions().timeZone : timezone === 'utc' ? 'UTC' : timezone;
}

function withoutUndefined<Given extends object>(given: Given): Partial<Given> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Given>;
}
