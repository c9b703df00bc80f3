import type { Plan } from './plan';
import { literal, name, type Sql, sql } from './sql';

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
      return sql`CASE WHEN f.met_at <= ${now} THEN CASE WHEN f.reopened_at IS NULL OR f.reopened_at > ${now} THEN f.elapsed_ms <= f.target_ms END
        WHEN f.is_pending AND f.over_at < ${now} AND f.ticket_ix IN (SELECT ticket_ix FROM open_fact WHERE opened_at <= ${now} AND (closed_at IS NULL OR closed_at > ${now})) THEN false END`;
    case 'outcome_at':
      return sql`CASE WHEN f.met_at <= ${now} AND f.elapsed_ms <= f.target_ms THEN f.met_at ELSE f.due_at END`;
    default:
      return sql`f.${name(column)}`;
  }
}
