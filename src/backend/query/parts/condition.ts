import { DICTIONARIES } from '../../../shared/catalog/dictionaries';
import { FACTS } from '../../../shared/catalog/facts';
import { traitsOf } from '../../../shared/catalog/measures';
import type { Condition } from '../../../shared/catalog/metric';
import type { DimensionId, Operator } from '../../../shared/words';
import { dialect } from '../dialect';
import type { Plan } from '../plan';
import { literal, name, raw, type Sql, sql } from '../sql';
import { isCutBy } from './cut';
import { columnSql } from './column';
import { dictionarySql } from './dimension';
import { filterSql } from './filter';

type Rule = Extract<Condition, { readonly rule: unknown }>['rule'];

/** Operators of which a filter names what it lets through. */
const NAMING: readonly Operator[] = ['in', 'equals', 'contains', 'between'];

/** Everything but the dating: the metric's own conditions, the exclusions and the filters, on fact `f`; a filter that cuts stretches is none of a whole row. */
export function conditions(plan: Plan): Sql[] {
  return [
    ...plan.metric.where.map((condition) => metricCondition(plan, condition)),
    ...('excluded' in FACTS[plan.metric.fact] && plan.excluded > 0 ? [dialect.hasNoBit(raw('f.excluded'), plan.excluded)] : []),
    ...plan.filters.filter(({ field }) => !isCalendarChoice(plan, field) && !isCutBy(plan.metric, field)).map((filter) => filterSql(plan, filter)),
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
    const dictionary = DICTIONARIES.find((one) => condition.column === `${one}_ix`);
    return dictionary
      ? sql`f.${name(condition.column)} IN (SELECT ix FROM ${dictionarySql(dictionary)} WHERE id = ${condition.word})`
      : sql`f.${name(condition.column)} = ${condition.word}`;
  }
  if ('column' in condition) {
    return typeof condition.is === 'boolean'
      ? sql`${raw(condition.is ? '' : 'NOT ')}f.${name(condition.column)}`
      : sql`f.${name(condition.column)} = ${literal(condition.is)}`;
  }
  return RULES[condition.rule](plan);
}

/** This close stood at asOf: an event at the same millisecond has happened. */
function closedAsOf({ asOfMs }: Plan): Sql {
  return sql`f.closed_at <= ${literal(asOfMs)} AND (f.reopened_at IS NULL OR f.reopened_at > ${literal(asOfMs)})`;
}

/** The rules of the catalogue's conditions. */
const RULES: { readonly [R in Rule]: (plan: Plan) => Sql } = {
  close: (plan) => (plan.query.close === 'first' ? raw('f.nth = 1') : closedAsOf(plan)),
  closed_as_of: closedAsOf,
  valid_as_of: ({ asOfMs }) => sql`f.valid_from <= ${literal(asOfMs)} AND (f.valid_to IS NULL OR f.valid_to > ${literal(asOfMs)})`,
  decided: (plan) => sql`${columnSql(plan, 'met')} IS NOT NULL`,
  breached: (plan) => sql`NOT ${columnSql(plan, 'met')}`,
  chat_over: () => raw('f.is_abandoned IS NOT NULL'),
  // a filter that names what it lets through has said itself whether offline is in it
  hide_offline: ({ query, filters }) =>
    query.includeOffline || filters.some(({ field, op }) => field === 'availability' && NAMING.includes(op))
      ? raw('TRUE')
      : sql`f.availability_ix NOT IN (SELECT ix FROM dim_availability WHERE id = ${'offline'})`,
};
