import { dialect } from '../dialect';
import { raw, sql } from '../sql';
import { ofOverlapping, pieces } from './overlapping';

/** Seconds of stretches inside each bucket. n is the number of status rows. */
export const intervalSeconds = ofOverlapping<'interval_seconds'>({
  rows: (plan) => pieces(plan, [raw('f.row_ix AS row_ix')]),
  statistics: { sum: sql`${dialect.double(raw('sum(t - s)'))} / 1000.0` },
  n: raw('count(DISTINCT row_ix)'),
});
