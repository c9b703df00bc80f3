import type { Build } from './build';
import { horizonOf } from './calendar-years';
import type { PartsOf } from './sla-rests.sql';
import { spentJoin, type Slots } from './slots.sql';

/**
 * d_settled: parts with due_at and over_at, epoch ms: the first instant that uses the target up, and the last one that does not exceed it,
 * null = never; is_far: it is due, but more than ten years ahead, which is not told; is_open_ended: the calendar never has that much time. F⁻¹: the earliest instant that has that
 * much business time is in the last interval that begins before it, the last one in the last that begins at or before it; where that one only just has the time, and none
 * follows, it is never exceeded. elapsed_ms: what has been used up where the part ends; f_start, f_stop: f_zero and f_rests in the time of the calendar itself.
 */
export async function createSettled(build: Build, { spent }: Slots, partsOf: PartsOf): Promise<void> {
  const columns = 'd.* EXCLUDE (due_ix, due_f, over_ix, over_f)';
  // by look-up, else by interval; without a calendar at once
  const dated = (rows: string) =>
    spent
      ? `
        SELECT ${columns}, CASE WHEN due_ix = 0 THEN due_f ELSE e.shift + due_f END AS due_at, CASE WHEN over_ix = 0 THEN over_f ELSE l.shift + over_f END AS over_at
        FROM (${rows}) d ${spentJoin(spent, 'e', 'd.due_ix', '(d.due_f - 1)')} ${spentJoin(spent, 'l', 'd.over_ix', 'd.over_f')}`
      : `
        SELECT ${columns}, CASE WHEN due_ix = 0 THEN due_f WHEN e.end_at - e.start_at >= due_f - e.f_start THEN e.start_at + due_f - e.f_start END AS due_at,
          CASE WHEN over_ix = 0 THEN over_f WHEN l.end_at - l.start_at > over_f - l.f_start THEN l.start_at + over_f - l.f_start END AS over_at
        FROM (${rows}) d
        ASOF LEFT JOIN ${build.intervals()} e ON e.calendar_ix = d.due_ix AND d.due_f > e.f_start
        ASOF LEFT JOIN ${build.intervals()} l ON l.calendar_ix = d.over_ix AND d.over_f >= l.f_start`;
  const own = (rows: string) => dated(`SELECT *, hours_ix AS due_ix, f_due AS due_f, hours_ix AS over_ix, f_over AS over_f FROM (${rows})`);
  // a ticket whose calendar changed is due in the calendar that has the time, as far as changes are known by then
  const inTurn = `
    SELECT p.*, q.calendar_ix AS due_ix, p.f_due - q.base AS due_f, o.calendar_ix AS over_ix, p.f_over - o.base AS over_f
    FROM (${partsOf('schedule_at IS NOT NULL')}) p
    LEFT JOIN d_schedule q ON q.ticket_ix = p.ticket_ix AND q.from_at <= p.schedule_at AND q.from_at < q.to_at AND q.f_from < p.f_due
    LEFT JOIN d_schedule o ON o.ticket_ix = p.ticket_ix AND o.from_at <= p.schedule_at AND o.from_at < o.to_at AND o.f_from <= p.f_over
    QUALIFY row_number() OVER (PARTITION BY p.piece_ix, p.from_at ORDER BY q.from_at DESC, o.from_at DESC) = 1`;
  const isScheduled = await build.holds('d_schedule');
  const last = horizonOf(build.options.nowMs);
  await build.temp(
    'd_settled',
    `
    SELECT clock, ticket_ix, nth, start_at, from_at, until_at, ends_at, ends, runs_until, reopened_at, policy_ix, calendar_ix, target_ms, hours_ix,
      (least(f_b, f_rests) - f_zero)::BIGINT AS elapsed_ms, (f_zero - base)::BIGINT AS f_start, (f_rests - base)::BIGINT AS f_stop,
      CASE WHEN due_at <= ${last} THEN due_at END::BIGINT AS due_at, over_at::BIGINT AS over_at,
      coalesce(due_at > ${last}, false) AS is_far, f_due IS NOT NULL AND due_at IS NULL AS is_open_ended
    FROM (${own(partsOf('schedule_at IS NULL'))}${isScheduled ? ` UNION ALL ${dated(inTurn)}` : ''})`
  );
}
