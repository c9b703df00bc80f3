import type { Measure } from '../../../shared/catalog/measures';
import { dialect } from '../dialect';
import type { Bucket } from '../parts/pieces';
import { atInstants, type Stretch } from '../parts/stretch';
import type { Plan } from '../plan';
import { select, table } from '../select';
import { literal, name, raw, type Sql, sql } from '../sql';

type State = Measure<'state'>['state'];

/** What a state is: when a row holds, since when it counts, and whose it is. */
interface Held {
  /** The stretch of time in which a fact's row holds, [since, until). */
  readonly stretch: (withinMinutes: number) => Pick<Stretch, 'since' | 'until'>;
  /** What a row's age counts from. */
  readonly since: string;
  /** Owner span `o` that holds at instant e.t. */
  readonly owner: Sql;
}

// tickets: by events strictly before the instant, the owner just before it
const justBefore = raw('e.t > o.from_at AND e.t <= o.to_at');
// clocks: an event at the same millisecond has happened
const at = raw('e.t >= o.from_at AND e.t < o.to_at');

/** Every state. */
export const STATES: { readonly [S in State]: Held } = {
  open: { stretch: () => ({ since: raw('f.opened_at + 1'), until: raw('f.closed_at + 1') }), since: 'created_at', owner: justBefore },
  waiting: { stretch: () => ({ since: raw('f.begins_at + 1'), until: raw('f.ends_at + 1') }), since: 'counts_from_at', owner: justBefore },
  clock_running: { stretch: () => ({ since: raw('f.begins_at'), until: raw('f.ends_at') }), since: 'start_at', owner: at },
  clock_at_risk: {
    // breached is when the budget was exceeded before the instant
    stretch: (withinMinutes) => ({
      since: dialect.greatest(raw('f.begins_at'), sql`f.due_at - ${literal(Math.round(withinMinutes * 60_000))}`),
      until: raw('f.unbreached_until_at'),
    }),
    since: 'start_at',
    owner: at,
  },
};

/** The columns of a row that are what they are at the instant. */
const HELD: readonly string[] = ['owner_ix', 'team_ix'];

/** The rows that hold at each instant, with b and t: owner and team are those at the instant. */
export function holding(plan: Plan, { state }: Measure<'state'>, instants: readonly Bucket[]): Sql {
  const { metric, query, groups, filters } = plan;
  const { stretch, owner } = STATES[state];
  const asked = [...groups, ...filters];
  const used = query.kind === 'records' ? HELD : HELD.filter((one) => asked.some(({ column: { column } }) => column === one));
  return select({
    columns: [
      dialect.replaced(
        raw('e'),
        used.map((one) => ({ column: name(one), value: sql`o.${name(one)}` }))
      ),
    ],
    from: table(atInstants({ fact: metric.fact, ...stretch(query.withinMinutes) }, instants), 'e'),
    joins: used.length > 0 ? [sql`JOIN owner_span o ON o.ticket_ix = e.ticket_ix AND ${owner}`] : [],
  });
}
