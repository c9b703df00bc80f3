import { SETTING_DEFAULTS } from '../../../shared/setting-defaults';
import { CLOSED_KINDS } from '../../canonical/tables';
import { texts } from '../../duckdb/sql-text';
import { BEFORE_ALL, type Build } from './build';

/**
 * d_paused (ticket_ix, from_at, to_at): when a ticket is paused, whatever its SLA targets say of pauses; to_at null = still. While its stage has
 * pauses_sla, or, for a ticket without stage events, while its status by its status events is one of `pausingStatuses`. A stage of a closed
 * kind pauses nothing while the ticket is open. No two stretches of a ticket overlap, though one may end where the next begins.
 */
export async function createPauses(build: Build): Promise<void> {
  const { pausingStatuses = SETTING_DEFAULTS.pausingStatuses } = build.options;
  const words = texts(['', ...pausingStatuses]);
  await build.temp(
    'd_paused',
    `
    WITH stage AS (SELECT ix, coalesce(kind IN (${texts(CLOSED_KINDS)}), false) AS is_closed FROM ${build.target('dim_stage')} WHERE pauses_sla),
    status AS (SELECT ix, false AS is_closed FROM ${build.target('dim_status')} WHERE id IN (${words})),
    stay AS (
      ${stays(build, 'd_stage_change', 'stage')}
      UNION ALL
      ${stays(build, '(SELECT * FROM d_status_change ANTI JOIN d_stage_change USING (ticket_ix))', 'status')})
    SELECT ticket_ix, from_at, to_at FROM stay WHERE NOT is_closed
    UNION ALL
    SELECT s.ticket_ix, greatest(s.from_at, c.closed_at), least(s.to_at, c.reopened_at)
    FROM stay s JOIN d_close c ON c.ticket_ix = s.ticket_ix AND (s.to_at IS NULL OR c.closed_at < s.to_at) AND (c.reopened_at IS NULL OR c.reopened_at > s.from_at)
    WHERE s.is_closed AND (c.reopened_at IS NULL OR c.reopened_at > c.closed_at)`
  );
}

/**
 * A query of when tickets had one of the values of a table (ix, is_closed). What a ticket begins with it had ever since: a clock may start before the creation, where clocks disagree.
 */
function stays(build: Build, changes: string, values: string): string {
  return `
      SELECT c.ticket_ix, v.is_closed, c.from_at, c.to_at
      FROM (
        SELECT ticket_ix, prev_ix AS value_ix, ${BEFORE_ALL}::BIGINT AS from_at, "at" AS to_at FROM ${changes} WHERE n = 1 AND prev_ix <> to_ix
        UNION ALL
        SELECT ticket_ix, to_ix, CASE WHEN n = 1 AND prev_ix = to_ix THEN ${BEFORE_ALL} ELSE "at" END, next_at FROM ${changes}) c
      JOIN ${values} v ON v.ix = c.value_ix
      WHERE c.to_at IS NULL OR c.to_at > c.from_at`;
}
