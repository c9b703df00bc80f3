import { METRICS } from '../../../shared/catalog';
import { DIMENSION_CATALOG, dimensionOf } from '../../../shared/catalog/dimensions';
import { TOPICS } from '../../../shared/catalog/metric';
import { compileValues } from '../../query/ask/values';
import { quoted } from '../../../shared/echo';
import { suggestion } from '../../../shared/nearest';
import { type Names, namesIn } from '../../../shared/names';
import { type Filter, parseQuery } from '../../../shared/query';
import { queryDocument } from '../../../shared/query/document';
import { type CustomFieldId, customFieldId, type DimensionId, DIMENSIONS, isCustomField, isDimension } from '../../../shared/words';
import { storeLabel } from '../../store/folder/store-folder';
import type { Store } from '../../store/store';
import { type DataAsOf, dataAsOf } from '../answers/data-as-of';
import { type Caller, hasRole, isAdministrator } from '../access/caller';
import { type AdmittedResource, admitFilters } from '../gate/gate';
import { countries, publicHolidays } from './holidays';
import { type CustomField, customFields } from '../custom-fields/custom-fields';
import { offeredFields } from '../custom-fields/offered-fields';
import { whyUnknown } from '../custom-fields/unknown-field';
import { faultDetails } from '../fault-details';
import type { Instance } from '../instance';
import type { ResourceAnswer } from '../messages';
import { Problem, whyUnread } from '../access/problem';
import { reader } from '../access/reader';

const PATHS = [
  'catalog',
  'custom-fields',
  'schema',
  'status',
  'refresh',
  'dimensions/<id>/values?search=&filters=',
  'dimensions/attribute/values?key=&search=&filters=',
  'holidays/countries?locale=',
  'holidays?country=&region=&from=&to=&locale=',
];

/** How long a look-up waits for a first load, in milliseconds. */
const PATIENCE = 5_000;

/** Values looked up at once: what a drop-down can show. */
const MOST_VALUES = 200;

/** Answers a resource call of the editors. Throws what asProblem understands. */
export async function resource(instance: Instance, caller: Caller, request: AdmittedResource, signal: AbortSignal): Promise<ResourceAnswer> {
  const { path, params } = request;
  const values = /^dimensions\/([^/]+)\/values$/.exec(path);
  if (values) {
    return { status: 200, body: await dimensionValues(instance, dimensionId(values[1], params), params, caller, signal) };
  }
  switch (path) {
    case 'catalog':
      return {
        status: 200,
        body: { topics: TOPICS, metrics: METRICS, dimensions: DIMENSION_CATALOG, customFields: await offeredFields(instance, 0, signal) },
      };
    case 'custom-fields':
      return { status: 200, body: { customFields: await offeredFields(instance, PATIENCE, signal) } };
    case 'holidays':
      return { status: 200, body: { holidays: await publicHolidays(params) } };
    case 'holidays/countries':
      return { status: 200, body: { countries: await countries(params.get('locale') ?? '') } };
    case 'schema':
      return { status: 200, body: queryDocument() };
    case 'status':
      return { status: 200, body: status(instance, caller) };
    case 'refresh':
      if (request.method !== 'POST') {
        throw new Problem(405, '"refresh" is asked for with POST.');
      }
      if (!hasRole(caller, 'Editor')) {
        throw new Problem(
          403,
          `A refresh needs the Grafana role Editor; yours is ${caller.role}. The data is read anew by itself every ${instance.settings.refreshInterval}.`
        );
      }
      void instance.store.refreshNow();
      return { status: 202, body: status(instance, caller) };
    default:
      throw new Problem(404, `There is no resource ${quoted(path)}. There are: ${PATHS.join(', ')}.`);
  }
}

/** What the store is doing and which queries run; its tables, and what was said of them, to administrators alone. */
function status({ owner, store, engine, settings }: Instance, caller: Caller): object {
  const { progress, tableRows, remarks, lastRefresh, refreshes, lastError, failures, ...state } = store.state();
  return {
    ...state,
    ...asOf(store),
    lastRefresh: lastRefresh && (isAdministrator(caller) ? lastRefresh : { ...lastRefresh, rows: null }),
    ...(isAdministrator(caller) ? { progress, tableRows, remarks, refreshes, inMetrics: storeLabel(owner) } : { progress: null, tableRows: {}, remarks: [] }),
    lastError: lastError && whyUnread(lastError, caller),
    lastFault: lastError && isAdministrator(caller) ? faultDetails(lastError, settings) : null,
    failures: failures.map(({ at, error }) => ({ at, message: whyUnread(error, caller) })),
    queries: engine.status(),
  };
}

/** How fresh what is read now is; nothing where nothing is. */
function asOf(store: Store): Partial<DataAsOf> {
  const state = store.state();
  if (state.phase !== 'ready') {
    return {};
  }
  const lease = store.lease();
  try {
    return dataAsOf(state, lease.meta, Date.now());
  } finally {
    lease.release();
  }
}

/** The dimension whose values are looked up: `attribute` is that of the custom field `key`, which a path cannot hold whatever it is. Throws a Problem where there is none. */
function dimensionId(id: string, params: URLSearchParams): DimensionId {
  const dimension = id === 'attribute' ? customFieldId(params.get('key') ?? '') : id;
  if (!isDimension(dimension)) {
    throw new Problem(404, `There is no dimension ${quoted(id)}.${suggestion(id, DIMENSIONS)}`);
  }
  return dimension;
}

/** Values of a dimension whose name or id holds the search text, by name; with filters, those that tickets so filtered have. */
async function dimensionValues(instance: Instance, id: DimensionId, params: URLSearchParams, caller: Caller, signal: AbortSignal): Promise<object> {
  const dimension = dimensionOf(id);
  const search = (params.get('search') ?? '').toLowerCase();
  const limit = limitOf(params);
  const names = namesIn(params.get('locale') ?? undefined);
  const none = { id: dimension.none, name: names.value(id, null, dimension.none) };
  if (typeof dimension.values !== 'string') {
    const fixed = dimension.values.map(({ id: value, name }) => ({ id: value, name: names.value(id, value, name) }));
    return { values: fixed.filter(({ name }) => name.toLowerCase().includes(search)), more: false };
  }
  if (!(await instance.store.ready(PATIENCE, signal))) {
    return { values: [], more: false };
  }
  const lease = instance.store.lease();
  try {
    const filters = filtersOf(params);
    refuseUnknown([id, ...filters.map(({ field }) => field)].filter(isCustomField), await customFields(instance, lease));
    const statement = compileValues(id, filters, { search, called: knownIds(id, search, names) }, limit);
    const table = await reader(instance, lease, caller, signal)(statement);
    const column = (name: string) => table.column(name) ?? [];
    const found = Array.from({ length: Math.min(table.rows, limit) }, (_, i) => {
      const value = String(column('id')[i]);
      return { id: value, name: names.value(id, value, String(column('name')[i])) };
    });
    return { values: none.name.includes(search) ? [...found, none] : found, more: table.rows > limit };
  } finally {
    lease.release();
  }
}

/** The ids of a dimension's usual values whose name in the reader's language holds the search text: the store has their English names at most. */
function knownIds(dimension: DimensionId, search: string, names: Names): string[] {
  return search === '' ? [] : Object.keys(dimensionOf(dimension).known ?? {}).filter((id) => names.value(dimension, id, id).toLowerCase().includes(search));
}

/** Custom fields that the helpdesk lacks have no values, nor any to be narrowed by. */
function refuseUnknown(asked: readonly CustomFieldId[], fields: readonly CustomField[]): void {
  const [why] = asked.flatMap((field) => whyUnknown(field, fields) ?? []);
  if (why !== undefined) {
    throw new Problem(404, why);
  }
}

/** How many values are wanted: all that a drop-down can show, or fewer. */
function limitOf(params: URLSearchParams): number {
  const written = params.get('limit') || String(MOST_VALUES);
  if (!/^[1-9]\d*$/.test(written)) {
    throw new Problem(400, `"limit" is ${quoted(written)}; it takes a whole number from 1 to ${MOST_VALUES}.`);
  }
  return Math.min(MOST_VALUES, Number(written));
}

/** The filters of a lookup: JSON in the address, read as a query's are. */
function filtersOf(params: URLSearchParams): readonly Filter[] {
  const text = params.get('filters');
  if (!text) {
    return [];
  }
  return parseQuery({ metric: 'opened', filters: admitFilters(text) }).filters;
}
