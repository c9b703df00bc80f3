import { DIMENSION_CATALOG } from '../../../shared/catalog/dimensions';
import { RECORD_COLUMNS, type RecordColumn } from '../../../shared/catalog/record-columns';
import type { DimensionId } from '../../../shared/words';
import { columnSql } from '../parts/column';
import { holding } from '../measures/state';
import { conditions, dated } from '../parts/condition';
import { factSource } from '../parts/source';
import { dictionaryOf, rowKey } from '../parts/dimension';
import { rowMeasure } from '../measures/row-measure';
import type { AskedPlan, Plan } from '../plan';
import { all, empty, join, literal, name, raw, type Sql, sql } from '../sql';

/** A column of records, in the order of the statement's. */
export interface PlannedColumn {
  readonly word: string;
  readonly column: RecordColumn;
}

/** The columns that a records query returns: those asked for, else the metric's own; only those the metric has. */
export function recordColumns(plan: Plan): PlannedColumn[] {
  const words = plan.query.columns.length > 0 ? plan.query.columns : plan.metric.columns;
  return words.map((word) => ({ word, column: RECORD_COLUMNS[word] }));
}

/** Which rows are in the range: those dated in it, intervals that overlap it, state that holds at its end (or now). */
function inRange(plan: AskedPlan): { readonly from: Sql; readonly where: readonly Sql[] } {
  const { measure } = plan.metric;
  const until = Math.min(plan.toMs, plan.asOfMs);
  if (measure.kind === 'state') {
    return { from: sql`(${holding(plan, [{ b: 0, s: plan.fromMs, t: until }])})`, where: [] };
  }
  if (isInterval(plan)) {
    // what begins after now has not happened: an open row does not reach into it
    const happened = until > plan.fromMs ? raw('TRUE') : raw('FALSE');
    return { from: name(plan.metric.fact), where: [happened, sql`f.from_at < ${literal(until)} AND (f.to_at IS NULL OR f.to_at > ${literal(plan.fromMs)})`] };
  }
  const { valid } = rowMeasure(plan);
  return { from: factSource(plan), where: [dated(plan), ...(valid ? [valid] : [])] };
}

function isInterval({ metric }: Plan): boolean {
  return ['interval_seconds', 'interval_peak', 'concurrency', 'occupancy', 'uncovered'].includes(metric.measure.kind);
}

/**
 * The fact rows behind a chart: the same conditions, newest first, at most `limit` + 1 so that a cut is noticed. Names are looked up for
 * those alone that can be among them, ties of the last included: joining every row with its ticket costs many times the rest.
 */
export function compileRecords(plan: Plan, limit: number, isSettled = false): Sql {
  const joins: Sql[] = [];
  const selected = recordColumns(plan).map(({ column }, i) => sql`${expression(plan, column, `j${i}`, joins)} AS ${name(`c${i}`)}`);
  const at = columnSql(plan, plan.metric.at);
  const range = inRange({ ...plan, isSettled });
  const rows = sql`FROM ${range.from} f WHERE ${all([...range.where, ...conditions(plan)])}`;
  const oldest = sql`SELECT min(dated_at) FROM (SELECT ${at} AS dated_at ${rows} ORDER BY dated_at DESC LIMIT ${literal(limit + 1)})`;
  return sql`SELECT ${join(selected)} FROM (SELECT f.* ${rows} AND ${at} >= (${oldest})) f${join([empty, ...joins], '')} ORDER BY ${at} DESC, ${tie(plan)}, ${join(selected.map((_, i) => name(`c${i}`)))} LIMIT ${literal(limit + 1)}`;
}

function tie(plan: Plan): Sql {
  return isInterval(plan) ? raw('f.agent_ix') : raw('f.ticket_ix');
}

function expression(plan: Plan, { from }: RecordColumn, alias: string, joins: Sql[]): Sql {
  const looked = (dictionary: string, key: Sql, column: string): Sql => {
    joins.push(sql` LEFT JOIN ${name(`dim_${dictionary}`)} ${name(alias)} ON ${name(alias)}.ix = ${key}`);
    return sql`${name(alias)}.${name(column)}`;
  };
  if ('ticket' in from) {
    const value = looked('ticket', raw('f.ticket_ix'), from.ticket);
    return from.ticket === 'number' ? sql`coalesce(${value}, ${name(alias)}.id)` : value;
  }
  if ('dimension' in from) {
    const { dimension } = from;
    const column = plan.metric.dimensions[dimension];
    if (!column || column.computed || column.table || column.bridge) {
      return column?.bridge ? bridged(column.bridge.table, column.bridge.on, column.column, dimension) : raw('NULL::VARCHAR');
    }
    const dictionary = dictionaryOf(dimension, column);
    const key = rowKey(plan, column);
    return dictionary === null ? fixedName(dimension, key) : looked(dictionary, key, 'name');
  }
  if ('measure' in from) {
    const { measure } = plan.metric;
    const column = measure.kind === 'duration' ? (from.measure === 'all' ? measure.all : measure.sla) : null;
    return column === null ? raw('NULL::DOUBLE') : sql`f.${name(column)} / 1000.0`;
  }
  if ('milliseconds' in from) {
    return sql`f.${name(from.milliseconds)} / 1000.0`;
  }
  if ('computed' in from) {
    return sql`(least(coalesce(f.to_at, ${literal(plan.asOfMs)}), ${literal(Math.min(plan.toMs, plan.asOfMs))}) - greatest(f.from_at, ${literal(plan.fromMs)})) / 1000.0`;
  }
  return sql`f.${name(from.column)}`;
}

/** All values of a many-valued dimension, in one text. */
function bridged(table: string, on: string, column: string, dimension: DimensionId): Sql {
  return sql`(SELECT string_agg(d.name, ', ' ORDER BY d.name) FROM ${name(table)} b JOIN ${name(`dim_${dimension}`)} d ON d.ix = b.${name(column)} WHERE b.${name(on)} = f.${name(on)})`;
}

function fixedName(dimension: DimensionId, key: Sql): Sql {
  const { values } = DIMENSION_CATALOG[dimension];
  const cases = typeof values === 'string' ? [] : values.map((value) => sql`WHEN ${literal(value.key)} THEN ${value.name}`);
  return sql`CASE ${key} ${join(cases, ' ')} END`;
}
