import { METRICS } from '../../shared/catalog';
import { DIMENSION_CATALOG } from '../../shared/catalog/dimensions';
import { TOPICS } from '../../shared/catalog/metric';
import { columnCells } from '../engines/table';
import { suggestion } from '../../shared/nearest';
import { querySchema } from '../../shared/query';
import { DIMENSIONS, type DimensionId } from '../../shared/words';
import type { Instance } from './instance';
import type { ResourceAnswer, ResourceRequest } from './messages';
import { Problem } from './problem';

const PATHS = ['catalog', 'schema', 'status', 'refresh', 'dimensions/<id>/values?search='];

/** Values looked up at once: what a drop-down can show. */
const MOST_VALUES = 200;

/** Answers a resource call of the editors. Throws what asProblem understands. */
export async function resource(instance: Instance, request: ResourceRequest, signal: AbortSignal): Promise<ResourceAnswer> {
  const path = request.path.split('?')[0].replace(/^\/+|\/+$/g, '');
  const values = /^dimensions\/([^/]+)\/values$/.exec(path);
  if (values) {
    return { status: 200, body: await dimensionValues(instance, values[1], new URL(request.url, 'http://plugin').searchParams, signal) };
  }
  switch (path) {
    case 'catalog':
      return { status: 200, body: { topics: TOPICS, metrics: METRICS, dimensions: DIMENSION_CATALOG } };
    case 'schema':
      return { status: 200, body: querySchema() };
    case 'status':
      return { status: 200, body: status(instance) };
    case 'refresh':
      if (request.method !== 'POST') {
        throw new Problem(405, '"refresh" is asked for with POST.');
      }
      void instance.store.refreshNow();
      return { status: 202, body: status(instance) };
    default:
      throw new Problem(404, `There is no resource "${path}". There are: ${PATHS.join(', ')}.`);
  }
}

/** What the store is doing and which queries run. */
function status({ store, engine }: Instance): object {
  const state = store.state();
  return { ...state, lastError: state.lastError?.message ?? null, queries: engine.status() };
}

/** Values of a dimension whose name or id holds the search text, by name. */
async function dimensionValues(instance: Instance, id: string, params: URLSearchParams, signal: AbortSignal): Promise<object> {
  if (!(DIMENSIONS as readonly string[]).includes(id)) {
    throw new Problem(404, `There is no dimension "${id}".${suggestion(id, DIMENSIONS)}`);
  }
  const dimension = DIMENSION_CATALOG[id as DimensionId];
  const search = params.get('search') ?? '';
  const limit = Math.min(MOST_VALUES, Number(params.get('limit')) || MOST_VALUES);
  const none = { id: dimension.none, name: dimension.none };
  if (typeof dimension.values !== 'string') {
    return { values: dimension.values.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase())).map(({ id: value, name }) => ({ id: value, name })), more: false };
  }
  if (!(await instance.store.ready(5_000, signal))) {
    return { values: [], more: false };
  }
  const lease = instance.store.lease();
  try {
    const table = await instance.engine.run({
      sql: `SELECT id, coalesce(name, id) AS name FROM dim_${dimension.values} WHERE ix > 0 AND (contains(lower(coalesce(name, '')), lower($1)) OR contains(lower(id), lower($1))) ORDER BY 2, 1 LIMIT ${limit + 1}`,
      parameters: [search],
    }, { schema: lease.schema, signal });
    const column = (name: string) => columnCells(table, name) ?? [];
    const found = Array.from({ length: Math.min(table.rows, limit) }, (_, i) => ({ id: String(column('id')[i]), name: String(column('name')[i]) }));
    return { values: dimension.none.includes(search.toLowerCase()) ? [...found, none] : found, more: table.rows > limit };
  } finally {
    lease.release();
  }
}
