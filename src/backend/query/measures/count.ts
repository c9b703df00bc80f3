import { dialect } from '../dialect';
import { raw } from '../sql';
import { ofDated } from './dated';

/** How many rows there are. */
export const count = ofDated<'count'>({ statistics: { count: dialect.double(raw('count(*)')) }, n: raw('count(*)') });
