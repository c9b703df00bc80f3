import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { Dictionary } from '../../../shared/catalog/dictionaries';
import { dictionaryTable } from '../../../shared/catalog/tables';
import type { DimensionColumn } from '../../../shared/catalog/metric';
import type { DimensionId } from '../../../shared/words';
import type { Group, Plan } from '../plan';
import { name, type Sql, sql } from '../sql';
import { bandKey } from './band';
import { hourOfDay, weekday } from './bucket';
import { columnSql } from './column';
import { cutBy } from './cut';
import { scaleHalf } from './scale-half';

/** The dictionary that a dimension's keys are looked up in, or null where its values are fixed. */
export function dictionaryOf(dimension: DimensionId, column: DimensionColumn): Dictionary | null {
  const { values } = dimensionOf(dimension);
  return column.dictionary ?? (typeof values === 'string' ? values : null);
}

/** The table of a dictionary: ix, id, name. */
export function dictionarySql(dictionary: Dictionary): Sql {
  return name(dictionaryTable(dictionary));
}

type ComputedDimension = NonNullable<DimensionColumn['computed']>;

/** Dimensions that no column holds: they are computed of the instant that dates the row, of how long it took, or of where a rating lies on its scale. */
const COMPUTED: { readonly [Dimension in ComputedDimension]: (at: Sql, plan: Plan) => Sql } = {
  hour_of_day: hourOfDay,
  weekday,
  duration_band: (_, plan) => bandKey(plan),
  scale_half: scaleHalf,
};

/** The key of a row for a dimension that has one value a row; a piece of a stretch that the clock cut has it as a column. */
export function rowKey(plan: Plan, column: DimensionColumn, alias = 'f'): Sql {
  const clock = cutBy(plan.metric, column);
  if (clock !== undefined) {
    return sql`${name(alias)}.${name(clock)}`;
  }
  return column.computed ? COMPUTED[column.computed](columnSql(plan, plan.metric.at), plan) : sql`${name(alias)}.${name(column.column)}`;
}

/** The rows of a bridge; of the one that holds all custom fields, those of one. */
export function bridgeRows({ table, field }: NonNullable<DimensionColumn['bridge']>): Sql {
  return field === undefined
    ? name(table)
    : sql`(SELECT ticket_ix, custom_value_ix FROM ${name(table)} WHERE custom_field_ix = (SELECT ix FROM dim_custom_field WHERE id = ${field}))`;
}

/** The key to group by, and the join that brings it where a bridge table holds it. */
export function groupKey(plan: Plan, { column }: Group, at: number): { readonly key: Sql; readonly join: Sql | null } {
  if (!column.bridge) {
    return { key: rowKey(plan, column), join: null };
  }
  const alias = name(`bridge${at}`);
  const on = name(column.bridge.on);
  return {
    key: sql`coalesce(${alias}.${name(column.column)}, 0)`,
    join: sql`LEFT JOIN ${bridgeRows(column.bridge)} ${alias} ON ${alias}.${on} = f.${on}`,
  };
}
