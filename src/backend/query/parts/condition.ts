import { FACTS } from '../../../shared/catalog/facts';
import { traitsOf } from '../../../shared/catalog/measures';
import type { Condition } from '../../../shared/catalog/metric';
import type { DimensionId, Operator } from '../../../shared/words';
import { columnSql } from './column';
import { filterSql } from './filter';
import type { Plan } from '../plan';
import { literal, name, raw, type Sql, sql } from '../sql';

/** Operators of which a filter names what it lets through. */
const NAMING: readonly Operator[] = ['in', 'equals', 'contains', 'between'];

/** Everything but the dating: the metric's own conditions, the exclusions and the filters, on fact `f`. */
export function conditions(plan: Plan): Sql[] {
  return [
    ...plan.metric.where.map((condition) => metricCondition(plan, condition)),
    ...('excluded' in FACTS[plan.metric.fact] && plan.excluded > 0 ? [sql`f.excluded & ${literal(plan.excluded)} = 0`] : []),
    ...plan.filters.filter(({ field }) => !isCalendarChoice(plan, field)).map((filter) => filterSql(plan, filter)),
  ];
}

/** A filter that chooses the calendar to be covered says nothing of the agents who cover it. */
export function isCalendarChoice({ metric }: Plan, field: DimensionId): boolean {
  return traitsOf(metric.measure).calendars === 'measured' && field === 'calendar';
}

/** The row's dating instant lies in the range. */
export function dated(plan: Plan): Sql {
  const at = columnSql(plan, plan.metric.at);
  return sql`${at} >= ${literal(plan.fromMs)} AND ${at} < ${literal(plan.toMs)}`;
}

function metricCondition(plan: Plan, condition: Condition): Sql {
  if ('word' in condition) {
    // a word of a dictionary column, else of a text column
    return condition.column.endsWith('_ix')
      ? sql`f.${name(condition.column)} IN (SELECT ix FROM ${name(`dim_${condition.column.slice(0, -3)}`)} WHERE id = ${condition.word})`
      : sql`f.${name(condition.column)} = ${condition.word}`;
  }
  if ('column' in condition) {
    return typeof condition.is === 'boolean'
      ? sql`${raw(condition.is ? '' : 'NOT ')}f.${name(condition.column)}`
      : sql`f.${name(condition.column)} = ${literal(condition.is)}`;
  }
  switch (condition.rule) {
    case 'close':
      return plan.query.close === 'first' ? sql`f.nth = 1` : closedAsOf(plan);
    case 'closed_as_of':
      return closedAsOf(plan);
    case 'valid_as_of':
      return sql`f.valid_from <= ${literal(plan.asOfMs)} AND (f.valid_to IS NULL OR f.valid_to > ${literal(plan.asOfMs)})`;
    case 'decided':
      return sql`${columnSql(plan, 'met')} IS NOT NULL`;
    case 'breached':
      return sql`NOT ${columnSql(plan, 'met')}`;
    case 'chat_over':
      return sql`f.is_abandoned IS NOT NULL`;
    case 'hide_offline':
      // a filter that names what it lets through has said itself whether offline is in it
      return plan.query.includeOffline || plan.filters.some(({ field, op }) => field === 'availability' && NAMING.includes(op))
        ? raw('TRUE')
        : sql`f.availability_ix NOT IN (SELECT ix FROM dim_availability WHERE id = ${'offline'})`;
  }
}

/** This close stood at asOf: an event at the same millisecond has happened. */
function closedAsOf({ asOfMs }: Plan): Sql {
  return sql`f.closed_at <= ${literal(asOfMs)} AND (f.reopened_at IS NULL OR f.reopened_at > ${literal(asOfMs)})`;
}
