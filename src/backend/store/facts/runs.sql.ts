import type { Build } from './build';

/**
 * d_break (ticket_ix, closed_at, at): when a close stands between the rows of a conversation: before those at `at` and later. A row at the
 * millisecond of a close stands before it, unless the ticket is open again at that millisecond, or begins closed.
 */
async function createBreaks(build: Build): Promise<void> {
  await build.temp(
    'd_break',
    `
    SELECT f.ticket_ix, f.at AS closed_at, CASE WHEN arg_max(f.is_closed, f.n) AND min(f.n) > 0 THEN f.at + 1 ELSE f.at END AS "at"
    FROM d_flip f
    GROUP BY f.ticket_ix, f.at HAVING bool_or(f.is_closed)`
  );
}

/**
 * d_run: consecutive human rows of one side with no close between them, the virtual creation row included. One row a run:
 * - ticket_ix, nth (from 1, in order), side (1 = the agents', 2 = the customer's), author_ix (of its first row), start_at (its first row), length (rows).
 * - is_opening. Of the customer's: nobody has replied before it, and nobody wrote before the first run of it (an agent-created ticket's opening
 *   apart); a ticket has several where closes came before any answer. Of the agents': the opening of an agent-created ticket, which is no reply.
 * - answers_at: where the run that it answers starts, null where it answers none. It is always the run before it (nth − 1). An agents' run answers
 *   the customer's also across closes, a customer's run only where no close lies between.
 * - answered_at: likewise where the run that answers it starts, which is the run after it (nth + 1). May lie after `closed_at`.
 * - closed_at: the first close after it, where no run of the other side came before that; else null. Of the customer's: the close that ended the wait
 *   unanswered. With a new conversation after a silence it is the row that begins it, as if a close stood just before that.
 * - is_first_reply: an agents' run that answers an opening run, so the ticket's first reply: one a ticket at most.
 * - is_after_close: a close stands between the run before and this one (or before the first one).
 * - next_at: where the next run starts, of either side; null = it is the last.
 */
export async function createRuns(build: Build): Promise<void> {
  await createBreaks(build);
  // closes stand in the line as a third side; those that nothing separates are one
  await build.temp(
    'd_run',
    `
    WITH line AS (
      SELECT ticket_ix, sent_at AS "at", side, author_ix, 2 AS step, message_key, NULL::BIGINT AS closed_at FROM d_message WHERE ticket_ix IS NOT NULL
      UNION ALL
      SELECT ticket_ix, created_at, 2::TINYINT, 0::INTEGER, 1, '', NULL FROM d_ticket
      WHERE is_by_customer AND NOT is_born_closed
      UNION ALL
      SELECT ticket_ix, "at", 0::TINYINT, 0::INTEGER, if("at" > closed_at, -1, 0), '', closed_at FROM d_break),
    placed AS (
      SELECT ticket_ix, "at", side, author_ix, closed_at, lag(side) OVER w AS before_side, lag("at") OVER w AS before_at,
        row_number() OVER w AS place, count(*) OVER (PARTITION BY ticket_ix) AS rows
      FROM line WINDOW w AS (PARTITION BY ticket_ix ORDER BY "at", step, message_key)),
    start AS (
      SELECT * EXCLUDE (before_at, closed_at), coalesce(closed_at, "at") * 4 + CASE WHEN ${isAnew(build)} THEN ${ANEW} ELSE side END AS code
      FROM placed WHERE before_side IS NULL OR before_side <> side OR ${isAnew(build)}),
    -- an instant and a side in one number: four windows do for eight, over every run there is
    neighbours AS (
      SELECT *, (count(*) FILTER (side > 0) OVER so_far)::INTEGER AS nth, coalesce(lead(place) OVER w, rows + 1) - place AS length,
        CASE WHEN before_side = 0 THEN lag(code, 2) OVER w ELSE lag(code) OVER w END AS prior, lead(code) OVER w AS after, lead(code, 2) OVER w AS later,
        max(place) FILTER (side = 1) OVER earlier AS agent_place, min(place) FILTER (side = 2) OVER earlier AS customer_place
      FROM start
      WINDOW w AS (PARTITION BY ticket_ix ORDER BY place), so_far AS (PARTITION BY ticket_ix ORDER BY place ROWS UNBOUNDED PRECEDING),
        earlier AS (PARTITION BY ticket_ix ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
    run AS (
      SELECT *, coalesce(before_side = 0, false) OR code & 3 = ${ANEW} AS is_after_close, coalesce(after & 3 IN (0, ${ANEW}), false) AS is_closed,
        CASE WHEN after & 3 = 0 THEN later ELSE after END AS next,
        -- nobody has replied so far; what agents wrote before the customer did is a reply only where no agent created the ticket
        agent_place IS NULL OR (a.ticket_ix IS NOT NULL AND agent_place < coalesce(customer_place, place)) AS is_unanswered,
        a.ticket_ix IS NOT NULL AND customer_place IS NULL AS is_by_agent_alone
      FROM neighbours LEFT JOIN (SELECT ticket_ix FROM d_ticket WHERE is_by_agent) a USING (ticket_ix) WHERE side > 0)
    SELECT ticket_ix, nth, side, author_ix, "at" AS start_at, length::INTEGER AS length,
      CASE WHEN side = 1 THEN is_by_agent_alone ELSE is_unanswered END AS is_opening,
      coalesce(side = 1 AND (${sideOf('prior')}) = 2 AND is_unanswered, false) AS is_first_reply,
      CASE WHEN (${sideOf('prior')}) <> side AND (side = 1 OR NOT is_after_close) THEN ${instantOf('prior')} END AS answers_at,
      CASE WHEN (${sideOf('next')}) <> side AND (side = 2 OR NOT is_closed) THEN ${instantOf('next')} END AS answered_at,
      CASE WHEN is_closed THEN ${instantOf('after')} END AS closed_at, is_after_close, ${instantOf('next')} AS next_at
    FROM run`
  );
}

/** The side, in a code, of a customer's run that begins a new conversation. */
const ANEW = 3;

const sideOf = (code: string) => `CASE ${code} & 3 WHEN ${ANEW} THEN 2 ELSE ${code} & 3 END`;
const instantOf = (code: string) => `${code} >> 2`;

/** Whether a row of the line begins a new conversation though nobody closed the ticket: the customer's, long after the human row before it. */
function isAnew({ options: { newConversationAfterMs } }: Build): string {
  return newConversationAfterMs === undefined ? 'false' : `coalesce(side = 2 AND before_side > 0 AND "at" - before_at > ${newConversationAfterMs}, false)`;
}
