import { DISTINCT, DISTINCT_STATISTICS, type DistinctStatistic } from '../../../shared/catalog/distinct';
import type { FactName } from '../../../shared/catalog/facts';
import type { Metric } from '../../../shared/catalog/metric';
import { dialect } from '../dialect';
import { rowKey } from '../parts/dimension';
import type { Plan } from '../plan';
import { all, name, raw, type Sql, sql } from '../sql';
import type { Aggregates } from './measure';

/** Facts of which a ticket has one row. */
const PER_TICKET: readonly FactName[] = ['ticket_fact', 'first_reply_fact'];

/** Whether no two rows of a metric are of one ticket: then its rows are its tickets, and nothing need be compared. */
function isPerTicket({ fact, where, measure }: Metric): boolean {
  const isOneClose = where.some((one) => ('rule' in one ? one.rule === 'close' || one.rule === 'closed_as_of' : 'is' in one && one.column === 'nth'));
  const isOneStretch = measure.kind === 'state' && (measure.state === 'open' || measure.state === 'waiting');
  return PER_TICKET.includes(fact) || (fact === 'close_fact' && isOneClose) || isOneStretch;
}

function asked({ statistics }: Plan): readonly DistinctStatistic[] {
  return DISTINCT_STATISTICS.filter((one) => statistics.includes(one));
}

/** The columns that count different tickets, customers or authors of rows `f`: those asked for, so that nobody else's query reads them. */
export function distinctColumns(plan: Plan): Sql[] {
  return asked(plan).flatMap((statistic) => {
    const column = plan.metric.dimensions[DISTINCT[statistic]];
    return column ? [sql`${rowKey(plan, column)} AS ${keyOf(statistic)}`] : [];
  });
}

/** How many different ones there are among the rows that fulfil some conditions; none is nobody. */
export function distinct(plan: Plan, conditions: readonly Sql[]): Aggregates['statistics'] {
  return Object.fromEntries(
    asked(plan).map((statistic) => {
      const key = keyOf(statistic);
      const counted = statistic === 'tickets' && isPerTicket(plan.metric) ? raw('count(*)') : sql`count(DISTINCT ${key})`;
      return [statistic, dialect.double(dialect.of(counted, all([sql`${key} > 0`, ...conditions])))];
    })
  );
}

function keyOf(statistic: DistinctStatistic): Sql {
  return sql`${name(DISTINCT[statistic])}_key`;
}
