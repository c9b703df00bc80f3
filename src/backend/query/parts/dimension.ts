import { DIMENSION_CATALOG } from '../../../shared/catalog/dimensions';
import type { Dictionary } from '../../../shared/catalog/dictionaries';
import type { DimensionColumn } from '../../../shared/catalog/metric';
import type { DimensionId } from '../../../shared/words';
import { hourOfDay, weekday } from './bucket';
import { columnSql } from './column';
import type { Group, Plan } from '../plan';
import { empty, name, type Sql, sql } from '../sql';

/** The dictionary that a dimension's keys are looked up in, or null where its values are fixed. */
export function dictionaryOf(dimension: DimensionId, column: DimensionColumn): Dictionary | null {
  const { values } = DIMENSION_CATALOG[dimension];
  return column.dictionary ?? (typeof values === 'string' ? values : null);
}

/** The key of a row for a dimension that has one value a row. */
export function rowKey(plan: Plan, column: DimensionColumn, alias = 'f'): Sql {
  const at = columnSql(plan, plan.metric.at);
  switch (column.computed) {
    case 'hour_of_day':
      return hourOfDay(at, plan.timeZone, plan.fromMs, plan.toMs);
    case 'weekday':
      return weekday(at, plan.timeZone, plan.fromMs, plan.toMs);
    case undefined:
      return sql`${name(alias)}.${name(column.column)}`;
  }
}

/** The key to group by, and the join that brings it where a bridge table holds it. */
export function groupKey(plan: Plan, { column }: Group, at: number): { readonly key: Sql; readonly join: Sql } {
  if (!column.bridge) {
    return { key: rowKey(plan, column), join: empty };
  }
  const alias = name(`bridge${at}`);
  const on = name(column.bridge.on);
  return {
    key: sql`coalesce(${alias}.${name(column.column)}, 0)`,
    join: sql` LEFT JOIN ${name(column.bridge.table)} ${alias} ON ${alias}.${on} = f.${on}`,
  };
}
