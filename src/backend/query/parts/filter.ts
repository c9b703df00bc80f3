import { dimensionOf, fixedValues, type FixedValue } from '../../../shared/catalog/dimensions';
import type { Dictionary } from '../../../shared/catalog/dictionaries';
import type { Filter } from '../../../shared/query';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { join, literals, name, raw, type Sql, sql } from '../sql';
import { bridgeRows, dictionaryOf, dictionarySql, rowKey } from './dimension';

type PlannedFilter = Plan['filters'][number];

/**
 * One filter as a condition on fact `f` (or another table of keys). Values are looked up in the small dictionary, so that the large fact compares keys.
 * in and equals match ids or the name of "none"; the negatives keep rows without a value; several values match any.
 */
export function filterSql(plan: Plan, filter: PlannedFilter, alias = 'f'): Sql {
  const { field, column } = filter;
  const dictionary = dictionaryOf(field, column);
  const keys = dictionary === null ? literals(fixedKeys(plan, filter)) : dictionaryKeys(dictionary, filter, dimensionOf(field).none);
  const negative = filter.op === 'not_in' || filter.op === 'not_equals';
  if (!column.bridge) {
    return sql`${rowKey(plan, column, alias)} ${raw(negative ? 'NOT IN' : 'IN')} (${keys})`;
  }
  // any value matches, none for the negatives; key 0 stands for "has no value at all"
  const on = name(column.bridge.on);
  const rows = bridgeRows(column.bridge);
  const matching = sql`f.${on} IN (SELECT ${on} FROM ${rows} b WHERE ${name(column.column)} IN (${keys}))`;
  const without = sql`(0 IN (${keys}) AND f.${on} NOT IN (SELECT ${on} FROM ${rows} b))`;
  return negative ? sql`NOT (${matching} OR ${without})` : sql`(${matching} OR ${without})`;
}

/** The keys of a dictionary that a filter names (for the negatives: those it rules out). */
function dictionaryKeys(dictionary: Dictionary, filter: Filter, none: string): Sql {
  return sql`SELECT ix FROM ${dictionarySql(dictionary)} WHERE ${dictionaryCondition(filter, none)}`;
}

function dictionaryCondition({ op, values }: Filter, none: string): Sql {
  switch (op) {
    case 'in':
    case 'equals':
    case 'not_in':
    case 'not_equals': {
      const listed = values.length === 0 ? raw('FALSE') : sql`id IN (${join([...values])})`;
      return values.includes(none) ? sql`(${listed} OR ix = 0)` : listed;
    }
    case 'contains':
      return values.length === 0
        ? raw('FALSE')
        : sql`ix <> 0 AND (${join(
            values.map((value) => dialect.contains(raw('lower(name)'), sql`lower(${value})`)),
            ' OR '
          )})`;
    case 'is_empty':
      return sql`ix = 0`;
    case 'is_not_empty':
      return sql`ix <> 0`;
    case 'between': {
      const [low, high] = values;
      return isNumeric(low) && isNumeric(high)
        ? sql`${dialect.numberIn(raw('id'))} BETWEEN ${Number(low)} AND ${Number(high)}`
        : sql`id BETWEEN ${low} AND ${high}`;
    }
  }
}

/** The keys of a dimension’s fixed values that a filter names (for the negatives: those it rules out); -1 where none matches. */
export function fixedKeys(plan: Plan, { field, op, values }: Filter): readonly number[] {
  const fixed = fixedValues(field, plan.query) ?? [];
  const { none } = dimensionOf(field);
  const matches = ({ id, name: label }: FixedValue): boolean => {
    switch (op) {
      case 'contains':
        return values.some((value) => label.toLowerCase().includes(value.toLowerCase()));
      case 'is_empty':
        return false;
      case 'is_not_empty':
        return true;
      case 'between':
        return isNumeric(values[0]) && isNumeric(values[1]) && isNumeric(id)
          ? Number(values[0]) <= Number(id) && Number(id) <= Number(values[1])
          : values[0] <= id && id <= values[1];
      default:
        return values.includes(id);
    }
  };
  const keys = fixed.filter(matches).map(({ key }) => key);
  const isNone = op === 'is_empty' || (['in', 'equals', 'not_in', 'not_equals'].includes(op) && values.includes(none));
  // hour 0 is a value, not "none": those dimensions always have one
  const withNone = isNone && !fixed.some(({ key }) => key === 0) ? [0, ...keys] : keys;
  return withNone.length > 0 ? withNone : [-1];
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
