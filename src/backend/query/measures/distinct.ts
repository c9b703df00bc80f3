import { DISTINCT, DISTINCT_STATISTICS, type DistinctStatistic } from '../../../shared/catalog/distinct';
import { dialect } from '../dialect';
import { rowKey } from '../parts/dimension';
import type { Plan } from '../plan';
import { all, name, type Sql, sql } from '../sql';
import type { Aggregates } from './measure';

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
      return [statistic, dialect.double(dialect.of(sql`count(DISTINCT ${key})`, all([sql`${key} > 0`, ...conditions])))];
    })
  );
}

function keyOf(statistic: DistinctStatistic): Sql {
  return sql`${name(DISTINCT[statistic])}_key`;
}
