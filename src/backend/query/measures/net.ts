import { dialect } from '../dialect';
import { name, raw, sql } from '../sql';
import { ofDated } from './dated';

/** What comes in less what goes out: the sum of weights. */
export const net = ofDated<'net'>({
  columns: (_, { weight }) => [sql`f.${name(weight)} AS v`],
  aggregates: () => ({ statistics: { sum: dialect.double(raw('sum(v)')), count: dialect.double(raw('count(*)')) }, n: raw('count(*)') }),
});
