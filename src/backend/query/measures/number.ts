import { columnSql } from '../parts/column';
import { empty, raw, sql } from '../sql';
import { ofDated } from './dated';
import { numeric } from './statistics';

/** A plain number of each row. */
export const number = ofDated<'number'>({
  columns: (plan, { column }) => [sql`${columnSql(plan, column)} AS v`],
  aggregates: () => ({ statistics: numeric(raw('v'), empty), n: raw('count(v)') }),
});
