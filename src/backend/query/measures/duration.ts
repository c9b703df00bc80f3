import { name, raw, sql } from '../sql';
import { ofDated } from './dated';
import { SKEWED } from './measure';
import { numeric, within } from './statistics';

/** From one instant to another, in seconds: in 24/7 or in SLA hours, of which a row has none where no calendar applies. */
export const duration = ofDated<'duration'>({
  columns: ({ query }, { all, sla }) => [sql`f.${name(query.hours === 'sla' && sla !== null ? sla : all)} AS v`],
  valid: ({ all }) => sql`f.${name(all)} >= 0`,
  mayLack: true,
  aggregates: ({ query }) => ({ statistics: { ...numeric(raw('v'), raw(' / 1000.0')), ...within(raw('v'), query.threshold) }, n: raw('count(v)') }),
  dropped: (_, { all }) => ({ where: sql`f.${name(all)} < 0`, notice: SKEWED }),
  value: ({ all, sla }, hours) => {
    const column = hours === 'all' ? all : sla;
    return column === null ? null : sql`f.${name(column)} / 1000.0`;
  },
});
