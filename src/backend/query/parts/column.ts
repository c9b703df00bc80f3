import type { Plan } from '../plan';
import { literal, name, raw, type Sql, sql } from '../sql';

/**
 * A column of fact `f`: the fact's own, or one that depends on now and so is computed when asked. An event at the same
 * millisecond as now has happened.
 */
export function columnSql({ asOfMs }: Pick<Plan, 'asOfMs'>, column: string): Sql {
  const now = literal(asOfMs);
  switch (column) {
    case 'was_answered':
      return sql`coalesce(f.answered_at <= ${now}, false)`;
    case 'is_one_touch':
      return sql`(f.agent_replies = 1 AND f.reopens = 0)`;
    case 'is_first_contact':
      return sql`(f.agent_turns = 1 AND f.reopens = 0)`;
    case 'met':
      return raw('f.met_now');
    case 'outcome_at':
      return raw('f.outcome_now');
    default:
      return sql`f.${name(column)}`;
  }
}
