import type { ComputedColumn } from '../../../shared/catalog/computed';
import type { Plan } from '../plan';
import { literal, name, raw, type Sql, sql } from '../sql';

/** Columns that depend on now and so are computed when asked. An event at the same millisecond as now has happened. */
const COMPUTED: { readonly [Column in ComputedColumn]: (now: Sql) => Sql } = {
  was_answered: (now) => sql`coalesce(f.answered_at <= ${now}, false)`,
  is_one_touch: () => raw('(f.agent_replies = 1 AND f.reopens = 0)'),
  is_first_contact: () => raw('(f.agent_turns = 1 AND f.reopens = 0)'),
  // the clocks of source.ts
  met: () => raw('f.met_now'),
  outcome_at: () => raw('f.outcome_now'),
};

const isComputed = (column: string): column is ComputedColumn => Object.hasOwn(COMPUTED, column);

/** A column of fact `f`: the fact's own, or one that is computed. */
export function columnSql({ asOfMs }: Pick<Plan, 'asOfMs'>, column: string): Sql {
  return isComputed(column) ? COMPUTED[column](literal(asOfMs)) : sql`f.${name(column)}`;
}
