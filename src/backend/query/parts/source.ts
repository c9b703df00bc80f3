import type { FactName } from '../../../shared/catalog/facts';
import { dialect } from '../dialect';
import type { AskedPlan } from '../plan';
import { table } from '../select';
import { literal, name, raw, type Sql, sql } from '../sql';

/** Facts of which other rows than their own are read. */
const SOURCES: { readonly [Fact in FactName]?: (plan: AskedPlan) => Sql } = { sla_fact: outcomes };

/** What a metric's rows `f` are read from: its fact, or what is made of it. */
export function factSource(plan: AskedPlan): Sql {
  const source = SOURCES[plan.metric.fact];
  return source ? table(source(plan), 'f') : sql`${name(plan.metric.fact)} f`;
}

/**
 * The clocks that have an outcome, which depends on now: those met or missed (`met_now`, `outcome_now`), and those that ran out while their
 * ticket is open. Where nothing in the store lies after now, the store has settled the first kind already: a range then reads the rows in it alone.
 */
function outcomes({ asOfMs, isSettled }: AskedPlan): Sql {
  const now = literal(asOfMs);
  const stands = isSettled ? raw('reopened_at IS NULL') : sql`ended_at <= ${now} AND (reopened_at IS NULL OR reopened_at > ${now})`;
  const decided = sql`
    SELECT *, is_met AS met_now, settled_at AS outcome_now
    FROM sla_fact
    WHERE ${stands}`;
  // those that still run stand together: the engine reads no others
  const runs = isSettled ? raw('ends_at IS NULL') : sql`(ends_at IS NULL OR ends_at > ${now})`;
  const missed = sql`
    SELECT *, false AS met_now, due_at AS outcome_now
    FROM running_fact
    WHERE ${runs} AND begins_at <= ${now} AND unbreached_until_at <= ${now}`;
  return dialect.union(decided, missed);
}
