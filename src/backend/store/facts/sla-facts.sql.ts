import { afterJoin } from './after-join.sql';
import { type Holders, lastOwnerAt, ownerAt, spanJoin, ticketColumns } from './at-instant.sql';
import { AFTER_ALL, type Build } from './build';
import { clockNumber } from './plans.sql';
import { createSettled } from './sla-due.sql';
import { ENDS, legsOf } from './sla-legs.sql';
import { createPieces } from './sla-pieces.sql';
import { partsOf } from './sla-rests.sql';
import type { Slots } from './slots.sql';

/**
 * sla_fact and running_fact: clocks in business time. A clock is a leg (when it runs), in pieces (what is promised), in parts (when it stands still):
 * in each part all that is known is the same, so that it is due at one instant.
 */
export async function createSlaFact(build: Build, slots: Slots): Promise<void> {
  await createPieces(build, slots, await legsOf(build));
  await build.drop('d_run');
  await createSettled(build, slots, await partsOf(build, slots));
  await build.drop('d_reply', 'd_piece', 'd_rest');
  await createOutcomes(build);
  await createRunning(build);
  await createBeyond(build);
}

/** Who is credited with the outcome of clock `c`: of a close, the last owner until then. */
function creditAt(at: string): Holders {
  const { owner, team } = ownerAt(at);
  return { owner: `CASE WHEN c.clock = ${clockNumber('close')} THEN ${lastOwnerAt(at).owner} ELSE ${owner} END`, team };
}

const clockColumns = 'c.clock::INTEGER AS clock, c.policy_ix::INTEGER AS policy_ix, c.calendar_ix::INTEGER AS calendar_ix, c.start_at, c.due_at, c.target_ms';

/**
 * sla_fact: the clocks whose event happened, and those that a close ended unanswered after they were due, or that were answered after such a close in
 * time. due_at is the earliest instant at which the target was used up. Those that a reopening made void stand last, and breached ones before those
 * that were met: a question about either reads no others.
 */
async function createOutcomes(build: Build): Promise<void> {
  const { event, unanswered, late } = ENDS;
  const settledAt = 'CASE WHEN c.is_met THEN c.ends_at ELSE c.due_at END';
  const breached = `ends = ${unanswered} AND due_at <= ends_at`;
  const decided = `c.is_met IS NOT NULL AND (c.ends = ${event} OR (${breached}) OR (c.ends = ${late} AND (c.due_at IS NULL OR c.ends_at <= c.due_at)))`;
  await build.create(
    'sla_fact',
    `
    SELECT ${ticketColumns(creditAt(`coalesce(${settledAt}, c.start_at)`))}, ${clockColumns}, CASE WHEN c.ends <> ${unanswered} THEN c.ends_at END AS met_at, c.elapsed_ms,
      c.ends_at AS ended_at, c.reopened_at, c.is_met, ${settledAt} AS settled_at
    FROM (SELECT *, CASE ends WHEN ${event} THEN elapsed_ms <= target_ms WHEN ${unanswered} THEN false ELSE true END AS is_met FROM d_settled) c
    -- one that was breached when the ticket was closed is not met by an answer after that
    LEFT JOIN (SELECT DISTINCT ticket_ix, nth FROM d_settled WHERE ${breached}) b ON b.ticket_ix = CASE WHEN c.ends = ${late} THEN c.ticket_ix END AND b.nth = c.nth
    JOIN d_ticket t ON t.ticket_ix = c.ticket_ix ${spanJoin(`coalesce(${settledAt}, c.start_at)`)}
    WHERE ${afterJoin('t.ticket_ix', `b.ticket_ix IS NULL AND ${decided}`)}
    ORDER BY c.reopened_at IS NOT NULL, is_met, settled_at`
  );
}

/** The end of a part in which its clock runs; null = it runs still. */
const runsUntil = `nullif(least(c.until_at, c.runs_until), ${AFTER_ALL})`;

/**
 * running_fact: the parts in which a clock runs and is due at some instant, f_start and f_stop in the time of the calendar that it counts by. Those that
 * still run come first: what is asked about now then reads no others.
 */
async function createRunning(build: Build): Promise<void> {
  await build.create(
    'running_fact',
    `
    SELECT ${ticketColumns(creditAt('c.due_at'))}, ${clockColumns}, c.from_at AS begins_at, ${runsUntil} AS ends_at, least(${runsUntil}, c.over_at + 1) AS unbreached_until_at, c.hours_ix::INTEGER AS hours_ix,
      c.f_start, c.f_stop
    FROM d_settled c
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('c.due_at')}
    WHERE ${afterJoin('t.ticket_ix', 'c.due_at IS NOT NULL AND (c.runs_until IS NULL OR c.runs_until > c.from_at)')}
    ORDER BY ends_at IS NOT NULL, begins_at`
  );
}

/** d_beyond (ticket_ix, start_at): clocks that run, and whose due instant lies farther ahead than is told, or than their calendar is expanded for. */
async function createBeyond(build: Build): Promise<void> {
  await build.temp(
    'd_beyond',
    `SELECT ticket_ix, start_at FROM d_settled WHERE until_at = ${AFTER_ALL} AND runs_until IS NULL AND (is_far OR (is_open_ended AND hours_ix IN (SELECT calendar_ix FROM d_cut)))`
  );
}
