import { ownerAt, planJoin, spanJoin, ticketColumns, withBusinessTime } from './at-instant.sql';
import { AFTER_ALL, type Build } from './build';
import { personKey } from './events.sql';
import type { Slots } from './slots.sql';

/** chat_fact and chat_end_fact: chats from their start on, and those that ended. */
export async function createChatFacts(build: Build, slots: Slots): Promise<void> {
  await createSessions(build);
  await createChatFact(build, slots);
  await createChatEndFact(build, slots);
}

/**
 * d_chat: sessions with their last handover before an agent came, or up to the end, and since when they wait; d_chat_author (session_ix,
 * author_ix, said_at): of those that an agent answered, the first human agent's row from the start on.
 */
async function createSessions(build: Build): Promise<void> {
  await build.temp(
    'd_chat',
    `
    SELECT *, coalesce(handed_at, started_at) AS waited_from_at
    FROM (
      SELECT d.ix AS ticket_ix, x.ix AS session_ix, c.started_at, c.first_agent_at, c.ended_at, ${personKey('c.ended_by')}::INTEGER AS ended_by,
        coalesce(c.ended_by = 'bot', false) AS is_bots,
        (SELECT max(h.at) FROM d_handover h
          WHERE h.ticket_ix = d.ix AND h.at >= c.started_at AND h.at < coalesce(c.first_agent_at, c.ended_at + 1, ${AFTER_ALL})) AS handed_at
      FROM ${build.source('chat_session')} c
      JOIN ${build.target('dim_ticket')} d ON d.id = c.ticket_id
      JOIN ${build.target('dim_session')} x ON x.id = c.session_id)`
  );
  await build.temp(
    'd_chat_author',
    `
    SELECT c.session_ix, arg_min(m.author_ix, (m.sent_at, m.message_key)) AS author_ix, min(m.sent_at) AS said_at
    FROM d_chat c JOIN d_message m ON m.ticket_ix = c.ticket_ix AND m.side = 1 AND c.first_agent_at IS NOT NULL AND m.sent_at >= c.started_at
    GROUP BY c.session_ix`
  );
}

/** Chats with the calendar that is theirs at an instant that dates them. */
function withCalendar(chats: string, at: string): string {
  return `SELECT c.*, p.calendar_ix FROM (${chats}) c JOIN d_ticket t USING (ticket_ix) ${spanJoin(at)} ${planJoin('first_reply', at)}`;
}

/** chat_fact: one row a session; it waits from the last handover in it, else from its start. */
async function createChatFact(build: Build, slots: Slots): Promise<void> {
  const answers = 'coalesce(c.first_agent_at, c.started_at)';
  const chats = 'SELECT *, coalesce(first_agent_at, waited_from_at) AS until_at FROM d_chat';
  const wait = { from: 'waited_from_at', to: 'until_at' };
  const waited = await withBusinessTime(build, slots, { ...wait, rows: withCalendar(chats, answers), as: 'wait_biz_ms', asked: 'asked_in_hours' });
  // the abandonment of a chat is dated by its start, and so is its calendar
  const started = withCalendar(`SELECT * EXCLUDE (calendar_ix) FROM (${waited})`, 'c.started_at');
  const timed = await withBusinessTime(build, slots, { ...wait, rows: started, as: 'started_biz_ms', asked: 'started_asked_in_hours' });
  const first = ownerAt('c.started_at', 'z');
  await build.create(
    'chat_fact',
    `
    SELECT ${ticketColumns(ownerAt(answers))}, c.session_ix, c.started_at, c.first_agent_at, c.ended_at, c.waited_from_at,
      c.first_agent_at - c.waited_from_at AS wait_ms, CASE WHEN c.first_agent_at IS NOT NULL THEN c.wait_biz_ms END AS wait_biz_ms,
      CASE WHEN c.first_agent_at IS NOT NULL THEN false WHEN c.ended_at IS NOT NULL AND (NOT c.is_bots OR c.handed_at IS NOT NULL) THEN true END AS is_abandoned,
      coalesce(c.first_agent_at < c.started_at, false) OR coalesce(c.ended_at < c.started_at, false) AS is_skewed, c.ended_by,
      (${first.owner})::INTEGER AS started_owner_ix, (${first.team})::INTEGER AS started_team_ix,
      (CASE WHEN m.said_at <= coalesce(c.ended_at, m.said_at) THEN m.author_ix ELSE 0 END)::INTEGER AS author_ix,
      c.asked_in_hours, c.started_asked_in_hours
    FROM (${timed}) c
    JOIN d_ticket t USING (ticket_ix) ${spanJoin(answers)} ${spanJoin('c.started_at', 'z')}
    LEFT JOIN d_chat_author m USING (session_ix)
    ORDER BY c.started_at`
  );
}

/** chat_end_fact: one row a session that ended, with the time that agents talked in it. */
async function createChatEndFact(build: Build, slots: Slots): Promise<void> {
  const chats = 'SELECT *, coalesce(first_agent_at, ended_at) AS from_at FROM d_chat WHERE ended_at IS NOT NULL';
  const talked = await withBusinessTime(build, slots, { rows: withCalendar(chats, 'c.ended_at'), from: 'from_at', to: 'ended_at', as: 'talk_biz_ms' });
  const timed = await withBusinessTime(build, slots, { rows: talked, from: 'waited_from_at', to: 'ended_at', as: 'in_all_biz_ms', asked: 'asked_in_hours' });
  await build.create(
    'chat_end_fact',
    `
    SELECT ${ticketColumns(ownerAt('c.ended_at'))}, c.session_ix, c.ended_at, c.started_at, c.first_agent_at, c.ended_by, coalesce(m.author_ix, 0)::INTEGER AS author_ix,
      c.is_bots AND c.first_agent_at IS NULL AND c.handed_at IS NULL AS is_bot_resolved, c.ended_at < c.started_at AS is_skewed,
      c.ended_at - c.first_agent_at AS talk_ms, CASE WHEN c.first_agent_at IS NOT NULL THEN c.talk_biz_ms END AS talk_biz_ms, c.asked_in_hours
    FROM (${timed}) c
    JOIN d_ticket t USING (ticket_ix) ${spanJoin('c.ended_at')}
    LEFT JOIN d_chat_author m USING (session_ix)
    ORDER BY c.ended_at`
  );
}
