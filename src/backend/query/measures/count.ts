import { dialect } from '../dialect';
import { raw } from '../sql';
import { ofDated } from './dated';

const rows = raw('count(*)');

/** How many rows there are. */
export const count = ofDated<'count'>({ aggregates: () => ({ statistics: { count: dialect.double(rows) }, n: rows }) });
