import { empty, name, raw, sql } from '../sql';
import { ofDated } from './dated';
import { numeric } from './statistics';

/** A plain number of each row. */
export const number = ofDated<'number'>({
  columns: (_, { column }) => [sql`f.${name(column)} AS v`],
  aggregates: () => ({ statistics: numeric(raw('v'), empty), n: raw('count(v)') }),
});
