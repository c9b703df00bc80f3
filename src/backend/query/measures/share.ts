import { dialect } from '../dialect';
import { columnSql } from '../parts/column';
import { raw, sql } from '../sql';
import { ofDated } from './dated';
import { hitsOf, shareOf } from './statistics';

/** The share of rows of which something is true. */
export const share = ofDated<'share'>({
  columns: (plan, { positive }) => [sql`${columnSql(plan, positive)} AS v`],
  aggregates: () => ({
    statistics: { share: shareOf(raw('v')), count: dialect.double(raw('count(v)')), hits: hitsOf(raw('v')) },
    n: raw('count(v)'),
  }),
});
