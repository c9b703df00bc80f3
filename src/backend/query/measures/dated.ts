import type { Measure, MeasureKindName } from '../../../shared/catalog/measures';
import { isManyValued } from '../../../shared/catalog/metric-dimensions';
import { dialect } from '../dialect';
import { axis } from '../parts/axis';
import { bucketIndex } from '../parts/bucket';
import { columnSql } from '../parts/column';
import { conditions, dated } from '../parts/condition';
import { factSource } from '../parts/source';
import type { AskedPlan, Plan } from '../plan';
import { select, table } from '../select';
import { name, raw, type Sql, sql } from '../sql';
import { distinct, distinctColumns } from './distinct';
import type { Aggregates, MeasureKind } from './measure';

/** What differs among the measures of rows that one instant dates. */
interface DatedRows<K extends MeasureKindName> extends Pick<MeasureKind<K>, 'dropped' | 'value' | 'forbidden'> {
  readonly aggregates: (plan: Plan, measure: Measure<K>) => Aggregates;
  /** `expression AS name` of every column that the statistics use. */
  readonly columns?: (plan: AskedPlan, measure: Measure<K>) => Sql[];
  /** Of rows that count: others are left out. */
  readonly valid?: (measure: Measure<K>) => Sql;
  /** A row may have no value `v`: it is counted as one without. */
  readonly mayLack?: true;
}

/** Leaves out the rows that end before they start. */
function isNotSkewed({ hasSkewed, metric: { skewed } }: AskedPlan): Sql[] {
  return skewed === null || !hasSkewed ? [] : [sql`NOT f.${name(skewed)}`];
}

/** A measure that aggregates rows dated in the range. */
export function ofDated<K extends MeasureKindName>(own: DatedRows<K>): MeasureKind<K> {
  const { aggregates, columns = () => [], valid, mayLack, dropped, value, forbidden } = own;
  const inRange = (plan: AskedPlan, measure: Measure<K>) => ({
    from: factSource(plan),
    where: [dated(plan), ...(valid ? [valid(measure)] : []), ...isNotSkewed(plan)],
  });
  return {
    numbers: (plan, measure) => {
      // a row that may have no value, and stands in several groups, is counted once
      const isTwice = mayLack && plan.groups.some(({ dimension }) => isManyValued(plan.metric, dimension));
      const { columns: keys, joins } = axis(plan, (edges) => bucketIndex(columnSql(plan, plan.metric.at), edges));
      const own = [...columns(plan, measure), ...distinctColumns(plan)];
      const { from, where } = inRange(plan, measure);
      const { statistics, n } = aggregates(plan, measure);
      const counted = { from, where: [...where, ...conditions(plan)] };
      const once = () => table(select({ columns: [raw('f.*'), raw('row_number() OVER () AS row_id')], ...counted }), 'f');
      return {
        rows: isTwice
          ? select({ columns: [...keys, ...own, raw('f.row_id AS row_id')], from: once(), joins })
          : select({ columns: [...keys, ...own], ...counted, joins }),
        statistics: { ...statistics, ...distinct(plan, mayLack ? [raw('v IS NOT NULL')] : []) },
        n,
        without: mayLack && dialect.double(sql`count(*) - (${n})`),
        overall: isTwice ? [sql`${dialect.double(raw('(SELECT count(DISTINCT row_id) FROM kept WHERE v IS NULL)'))} AS without_once`] : [],
      };
    },
    records: inRange,
    dropped,
    value,
    forbidden,
  };
}
