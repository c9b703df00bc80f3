import type { ComputedColumn } from '../../../shared/catalog/computed';
import { dialect } from '../dialect';
import type { AskedPlan, Plan } from '../plan';
import { literal, name, raw, type Sql, sql } from '../sql';

/** Columns that depend on now and so are computed when asked. An event at the same millisecond as now has happened. */
const COMPUTED: { readonly [Column in ComputedColumn]: (now: Sql, isSettled: boolean) => Sql } = {
  was_answered: (now) => sql`coalesce(f.answered_at <= ${now}, false)`,
  agent_replies: replies,
  is_one_touch: (now, isSettled) => sql`(${replies(now, isSettled)} = 1 AND f.reopens = 0)`,
  is_first_contact: (now, isSettled) => sql`(f.turns_before + CASE WHEN ${lateReplies(now, isSettled)} > 0 THEN 1 ELSE 0 END = 1 AND f.reopens = 0)`,
  // the clocks of source.ts
  met: () => raw('f.met_now'),
  outcome_at: () => raw('f.outcome_now'),
};

/** What agents wrote until a close: before it, and in the run that answers across it. */
function replies(now: Sql, isSettled: boolean): Sql {
  return sql`(f.replies_before + ${lateReplies(now, isSettled)})`;
}

/** Few closes have any: their list is only read where some of it may lie after now. */
function lateReplies(now: Sql, isSettled: boolean): Sql {
  return isSettled ? raw('f.late_replies') : sql`coalesce(${dialect.countUntil(raw('f.late_reply_at'), now)}, 0)`;
}

const isComputed = (column: string): column is ComputedColumn => Object.hasOwn(COMPUTED, column);

/** A column of fact `f`: the fact's own, or one that is computed. */
export function columnSql({ asOfMs, isSettled = false }: Pick<Plan, 'asOfMs'> & Partial<Pick<AskedPlan, 'isSettled'>>, column: string): Sql {
  return isComputed(column) ? COMPUTED[column](literal(asOfMs), isSettled) : sql`f.${name(column)}`;
}
