import type { Dictionary } from '../../../shared/catalog/dictionaries';
import { dimensionOf } from '../../../shared/catalog/dimensions';
import type { DimensionColumn } from '../../../shared/catalog/metric';
import type { RecordColumn } from '../../../shared/catalog/record-columns';
import type { DimensionId } from '../../../shared/words';
import { dialect } from '../dialect';
import { kindOf } from '../measures';
import { columnSql } from '../parts/column';
import { bridgeRows, dictionaryOf, dictionarySql, rowKey } from '../parts/dimension';
import { columnOf, type Plan } from '../plan';
import { table } from '../select';
import { join, literal, name, raw, type Sql, sql } from '../sql';

/** A column's value of a record `f`, and the join that it is looked up by. */
interface RecordValue {
  readonly value: Sql;
  readonly join?: Sql;
}

const NO_VALUE = dialect.double(raw('NULL'));

/** What a record has in a column: of its ticket `w`, joined once for all, or of the table `alias` that the column itself is looked up in. */
export function recordValue(plan: Plan, { from }: RecordColumn, alias: string): RecordValue {
  if ('ticket' in from) {
    return { value: from.ticket === 'number' ? raw('coalesce(w.number, w.id)') : sql`w.${name(from.ticket)}` };
  }
  if ('dimension' in from) {
    return dimensionName(plan, from.dimension, alias);
  }
  if ('measure' in from) {
    const { measure } = plan.metric;
    return { value: kindOf(measure).value?.(measure, from.measure) ?? NO_VALUE };
  }
  if ('milliseconds' in from) {
    return { value: sql`f.${name(from.milliseconds)} / 1000.0` };
  }
  if ('computed' in from) {
    return { value: sql`(${within(plan)}) / 1000.0` };
  }
  if ('promise' in from) {
    return nextPromise(plan, alias);
  }
  return { value: columnSql(plan, from.column) };
}

/** What puts records in order: their own value in the hours that the query counts, else in 24/7. */
export function rankOf({ metric: { measure }, query }: Plan): Sql {
  const { value } = kindOf(measure);
  return value?.(measure, query.hours) ?? value?.(measure, 'all') ?? NO_VALUE;
}

/** When the first of the promises that run for the record’s ticket, now or at the range’s end, is due. */
function nextPromise({ asOfMs, toMs }: Plan, alias: string): RecordValue {
  const now = literal(Math.min(asOfMs, toMs));
  const due = sql`
    SELECT ticket_ix, min(due_at) AS due_at
    FROM running_fact
    WHERE begins_at <= ${now} AND (ends_at IS NULL OR ends_at > ${now})
    GROUP BY ticket_ix`;
  return { value: sql`${name(alias)}.due_at`, join: sql`LEFT JOIN ${table(due, alias)} ON ${name(alias)}.ticket_ix = f.ticket_ix` };
}

/** The part of a stretch that lies in the range, in milliseconds. */
function within({ fromMs, toMs, asOfMs }: Plan): Sql {
  const ends = dialect.least(sql`coalesce(f.to_at, ${literal(asOfMs)})`, literal(Math.min(toMs, asOfMs)));
  return sql`${ends} - ${dialect.greatest(raw('f.from_at'), literal(fromMs))}`;
}

function lookedUp(dictionary: Dictionary, key: Sql, column: string, alias: string): RecordValue {
  return {
    value: sql`${name(alias)}.${name(column)}`,
    join: sql`LEFT JOIN ${dictionarySql(dictionary)} ${name(alias)} ON ${name(alias)}.ix = ${key}`,
  };
}

function dimensionName(plan: Plan, dimension: DimensionId, alias: string): RecordValue {
  const column = columnOf(plan.metric, dimension, plan);
  if (!column || column.computed || column.table) {
    return { value: dialect.text(raw('NULL')) };
  }
  const dictionary = dictionaryOf(dimension, column);
  if (column.bridge && dictionary) {
    return { value: bridged(column, dictionary) };
  }
  const key = rowKey(plan, column);
  return dictionary === null ? { value: fixedName(dimension, key) } : lookedUp(dictionary, key, 'name', alias);
}

/** All values of a many-valued dimension, in one text. */
function bridged({ bridge, column }: DimensionColumn & { readonly bridge: object }, dictionary: Dictionary): Sql {
  return sql`(
    SELECT ${dialect.listed(raw('d.name'))}
    FROM ${bridgeRows(bridge)} b
    JOIN ${dictionarySql(dictionary)} d ON d.ix = b.${name(column)}
    WHERE b.${name(bridge.on)} = f.${name(bridge.on)}
  )`;
}

function fixedName(dimension: DimensionId, key: Sql): Sql {
  const { values } = dimensionOf(dimension);
  const cases = typeof values === 'string' ? [] : values.map((value) => sql`WHEN ${literal(value.key)} THEN ${value.name}`);
  return sql`CASE ${key} ${join(cases, ' ')} END`;
}
