import { FACTS } from '../../../shared/catalog/facts';
import { recordsOrder } from '../../../shared/query/records-order';
import { type RecordColumn, recordColumn } from '../../../shared/catalog/record-columns';
import { kindOf } from '../measures';
import { columnSql } from '../parts/column';
import { conditions } from '../parts/condition';
import { type Known, type Plan, UNKNOWN } from '../plan';
import { select, table } from '../select';
import { all, literal, name, raw, type Sql, sql } from '../sql';
import { rankOf, recordValue } from './record-value';

/** A column of records, in the order of the statement's. */
interface PlannedColumn {
  readonly word: string;
  readonly column: RecordColumn;
}

/** The columns that a records query returns: those asked for, else the metric's own; only those the metric has. */
export function recordColumns(plan: Plan): PlannedColumn[] {
  const words = plan.query.columns.length > 0 ? plan.query.columns : plan.metric.columns;
  return words.flatMap((word) => {
    const column = recordColumn(word);
    return column ? [{ word, column }] : [];
  });
}

/**
 * The fact rows behind a chart: the same conditions, newest first or by their duration or rating, at most `limit` + 1 so that a cut is noticed. Names
 * are looked up for those alone that can be among them, ties of the last included: joining every row with its ticket costs many times the rest.
 */
export function compileRecords(plan: Plan, limit: number, known: Known = UNKNOWN): Sql {
  const { measure } = plan.metric;
  const { from, where } = kindOf(measure).records({ ...plan, ...known }, measure);
  const order = recordsOrder(plan.query, plan.metric);
  const at = columnSql(plan, plan.metric.at);
  const rank = order === 'newest' ? at : rankOf(plan);
  const isAscending = order === 'asc';
  // what has no duration, such as none in SLA hours, has no place in an order of them
  const hasRank = order === 'newest' ? [] : [sql`${rank} IS NOT NULL`];
  const rows = sql`
    FROM ${from}
    WHERE ${all([...where, ...conditions(plan), ...hasRank])}`;
  const first = sql`
    SELECT ${rank} AS rank_value
    ${rows}
    ORDER BY rank_value ${raw(isAscending ? 'ASC' : 'DESC')}
    LIMIT ${literal(limit + 1)}`;
  const kept = sql`
    SELECT f.*
    ${rows}
      AND ${rank} ${raw(isAscending ? '<=' : '>=')} (
        SELECT ${raw(isAscending ? 'max' : 'min')}(rank_value)
        FROM ${table(first, 'n')}
      )`;
  const values = recordColumns(plan).map(({ column }, i) => recordValue(plan, column, `j${i}`));
  const columns = values.map((_, i) => name(`c${i}`));
  // ties go by the id of whose they are: keys are in no order
  const ofTickets = 'ticket_ix' in FACTS[plan.metric.fact];
  const whose = ofTickets ? sql`dim_ticket w ON w.ix = f.ticket_ix` : sql`dim_agent w ON w.ix = f.agent_ix`;
  return select({
    columns: [...values.map(({ value }, i) => sql`${value} AS ${columns[i]}`), ...(ofTickets ? [raw('w.id AS ticket_id')] : [])],
    from: table(kept, 'f'),
    joins: [sql`LEFT JOIN ${whose}`, ...values.flatMap(({ join }) => join ?? [])],
    orderBy: [sql`${rank} ${raw(isAscending ? 'ASC' : 'DESC')}`, ...(order === 'newest' ? [] : [sql`${at} DESC`]), raw('w.id NULLS FIRST'), ...columns],
    limit: limit + 1,
  });
}
