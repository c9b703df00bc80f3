import { CLOCKS } from '../../canonical/tables';
import { type Build, BEFORE_ALL, AFTER_ALL } from './build';

/** A clock of an SLA policy. */
export type Clock = (typeof CLOCKS)[number];

/** The number that facts keep of a clock. */
export function clockNumber(clock: Clock): number {
  return CLOCKS.indexOf(clock) + 1;
}

/**
 * d_plan (clock, policy_ix, priority_ix, from_at, to_at, target_ms, calendar_ix, pauses, is_lacking): what every policy, and none, asks of
 * every priority at every time. The pieces of one key cover all of time, so that each lookup finds exactly one row. Where there is
 * no target, target_ms is null and the calendar is the settings' default. calendar_ix: 0 = 24/7, null = none. is_lacking: a policy has
 * none there that should have one, as it has one of the clock elsewhere, or none at all.
 */
export async function createPlans(build: Build): Promise<void> {
  const { defaultCalendarId } = build.options;
  const clocks = CLOCKS.map((clock) => `(${clockNumber(clock)}, '${clock}')`).join(', ');
  await build.temp('d_default', `SELECT NULL::INTEGER AS calendar_ix WHERE false`);
  await build.run(`INSERT INTO d_default SELECT ix FROM ${build.target('dim_calendar')} WHERE id = $id`, { id: defaultCalendarId });
  await build.temp(
    'd_plan',
    `
    WITH clock AS (SELECT * FROM (VALUES ${clocks}) v(clock, word)),
    target AS (
      SELECT c.clock, p.ix AS policy_ix, coalesce(q.ix, 0) AS priority_ix, coalesce(t.valid_from, ${BEFORE_ALL}) AS valid_from,
        round(t.target_seconds * 1000)::BIGINT AS target_ms, CASE WHEN t.calendar_id IS NULL THEN 0 ELSE k.ix END AS calendar_ix, coalesce(t.pauses, false) AS pauses
      FROM ${build.source('sla_target')} t
      JOIN clock c ON c.word = t.clock
      JOIN ${build.target('dim_policy')} p ON p.id = t.policy_id
      LEFT JOIN ${build.target('dim_priority')} q ON q.id = t.priority
      LEFT JOIN ${build.target('dim_calendar')} k ON k.id = t.calendar_id),
    edge AS (
      SELECT clock, ix AS policy_ix, ${BEFORE_ALL}::BIGINT AS "at" FROM clock CROSS JOIN ${build.target('dim_policy')}
      UNION SELECT clock, policy_ix, valid_from FROM target),
    piece AS (SELECT clock, policy_ix, "at" AS from_at, coalesce(lead("at") OVER (PARTITION BY clock, policy_ix ORDER BY "at"), ${AFTER_ALL}) AS to_at FROM edge),
    wanted AS (SELECT p.*, q.ix AS priority_ix FROM piece p CROSS JOIN ${build.target('dim_priority')} q)
    SELECT w.clock, w.policy_ix, w.priority_ix, w.from_at, w.to_at, t.target_ms, coalesce(t.pauses, false) AS pauses,
      CASE WHEN t.target_ms IS NULL THEN (SELECT max(calendar_ix) FROM d_default) ELSE t.calendar_ix END::INTEGER AS calendar_ix,
      w.policy_ix > 0 AND t.target_ms IS NULL AND (w.policy_ix NOT IN (SELECT policy_ix FROM target) OR (w.clock, w.policy_ix) IN (SELECT (clock, policy_ix) FROM target)) AS is_lacking
    FROM wanted w
    LEFT JOIN target t ON t.clock = w.clock AND t.policy_ix = w.policy_ix AND t.priority_ix IN (w.priority_ix, 0) AND t.valid_from <= w.from_at
    -- the exact priority before the empty one, then the version that began last
    QUALIFY row_number() OVER (PARTITION BY w.clock, w.policy_ix, w.priority_ix, w.from_at ORDER BY (t.priority_ix = w.priority_ix) DESC NULLS LAST, t.valid_from DESC NULLS LAST) = 1`
  );
}
