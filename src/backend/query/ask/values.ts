import { findMetric } from '../../../shared/catalog';
import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Metric } from '../../../shared/catalog/metric';
import { dimensionColumn } from '../../../shared/catalog/metric-dimensions';
import { type Filter, parseQuery, QueryError } from '../../../shared/query';
import { customFieldKey, type DimensionId, isCustomField } from '../../../shared/words';
import { dialect } from '../dialect';
import { isCutBy } from '../parts/cut';
import { bridgeRows, dictionarySql, rowKey } from '../parts/dimension';
import { filterSql } from '../parts/filter';
import { plan } from '../plan';
import { select } from '../select';
import { join, name, raw, type Sql, sql } from '../sql';

/** Where the values of a dimension meet other dimensions: the rows that have them. */
const SHARED: readonly string[] = ['opened', 'agent_status_time', 'customer_reply_time', 'sla_breaches', 'csat', 'time_spent'];

/** What is looked for: a lower-case part of names and ids, and lower-case ids that the reader knows by another name. */
interface Sought {
  readonly search: string;
  readonly called?: readonly string[];
}

/** The values (id, name) of a dimension that a dictionary holds, by name: those that are looked for, and that rows so filtered have. At most `limit` + 1. */
export function compileValues(dimension: DimensionId, filters: readonly Filter[], { search, called = [] }: Sought, limit: number): Sql {
  const { values } = dimensionOf(dimension);
  if (typeof values !== 'string') {
    throw new QueryError(`The values of "${dimension}" are fixed: no dictionary holds them.`);
  }
  const holds = [
    ...[raw("lower(coalesce(name, ''))"), raw('lower(id)')].map((text) => dialect.contains(text, sql`${search}`)),
    ...called.map((id) => sql`lower(id) = ${id}`),
  ];
  return select({
    columns: [raw('id'), raw('coalesce(name, id) AS name')],
    from: dictionarySql(values),
    where: [raw('ix > 0'), ...ofField(dimension), sql`(${join(holds, ' OR ')})`, ...(filters.length > 0 ? [has(keysOf(dimension, filters))] : [])],
    orderBy: [raw('2'), raw('1')],
    limit: limit + 1,
  });
}

/** All custom fields have their values in one dictionary. */
function ofField(dimension: DimensionId): Sql[] {
  return isCustomField(dimension)
    ? [
        sql`ix IN (SELECT custom_value_ix FROM ticket_custom_value WHERE custom_field_ix = (SELECT ix FROM dim_custom_field WHERE id = ${customFieldKey(dimension)}))`,
      ]
    : [];
}

function has(keys: Sql): Sql {
  return sql`ix IN (
      ${keys}
    )`;
}

/** The keys of a dimension in the rows that pass the filters, over all time. */
function keysOf(dimension: DimensionId, filters: readonly Filter[]): Sql {
  const asked = [dimension, ...filters.map(({ field }) => field)];
  const metric = SHARED.map(findMetric).find(
    (one): one is Metric => one !== null && asked.every((id) => dimensionColumn(one, id) !== undefined && !isCutBy(one, id))
  );
  if (!metric) {
    throw new QueryError(`The values of "${dimension}" cannot be narrowed by ${filters.map(({ field }) => `"${field}"`).join(' and ')}: no report has both.`);
  }
  // the dates do not matter: no condition on them is taken from the plan
  const planned = plan(parseQuery({ metric: metric.id, view: 'totals', groupBy: [dimension], filters: [...filters] }), {
    fromMs: 0,
    toMs: 1,
    nowMs: 1,
    timeZone: 'UTC',
    weekStart: 'monday',
    topBox: {},
    defaultCalendar: null,
    alert: false,
  });
  const [{ column }] = planned.groups;
  const fact = sql`${name(metric.fact)} f`;
  const where = planned.filters.map((filter) => filterSql(planned, filter));
  if (!column.bridge) {
    return select({ columns: [rowKey(planned, column)], from: fact, where });
  }
  const on = name(column.bridge.on);
  return select({ columns: [sql`b.${name(column.column)}`], from: fact, joins: [sql`JOIN ${bridgeRows(column.bridge)} b ON b.${on} = f.${on}`], where });
}
