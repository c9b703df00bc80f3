import { openIn, yearsOf } from '../calendar-years';
import type { Build } from '../build';
import { calendarsOf } from '../calendars';
import { usedCalendars } from '../expand-calendars';
import { NeedsWhole } from '../needs-whole';
import { LOOKED_UP } from '../slots.sql';
import { lacksTime } from '../standing-calendars';
import { otherwiseFrom } from './otherwise';

/**
 * Adds to temp.touched_ticket and temp.touched_agent whose facts depend on the calendars and SLA policies in temp.touched_calendar and temp.touched_policy;
 * `facts` is the schema of the facts so far, `build` reads all rows. Says whether any have changed. Throws NeedsWhole where that cannot be told.
 */
export async function addDependents(build: Build, facts: string): Promise<'same' | 'changed'> {
  const changed = await build.read(
    `SELECT calendar_id AS calendar, NULL AS policy FROM temp.touched_calendar UNION ALL SELECT NULL, policy_id FROM temp.touched_policy`
  );
  if (changed.length === 0) {
    return 'same';
  }
  await touch(build, `SELECT ticket_id FROM ${build.source('ticket_sla')} SEMI JOIN temp.touched_policy USING (policy_id)`);
  const calendars = changed.flatMap(({ calendar }) => (calendar === null ? [] : [String(calendar)]));
  const from = calendars.length > 0 ? await openOtherwiseFrom(build, facts, new Set(calendars)) : null;
  if (from !== null) {
    await touch(build, dependingFrom(build, facts, from));
  }
  return 'changed';
}

const touch = (build: Build, ids: string): Promise<void> =>
  build.run(`
    INSERT INTO temp.touched_ticket SELECT DISTINCT ticket_id FROM (${ids}) i
    WHERE ticket_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM temp.touched_ticket t WHERE t.ticket_id = i.ticket_id)`);

/** From when on a calendar that tickets go by is open at other times than it was; null = none is. Touches the agents whose hours are others. */
async function openOtherwiseFrom(build: Build, facts: string, changed: ReadonlySet<string>): Promise<number | null> {
  const { defaultCalendarId, slaTargets = [] } = build.options;
  const [calendars, used] = [await calendarsOf(build), await usedCalendars(build)];
  const ofTickets = new Set([...used, defaultCalendarId, ...slaTargets.map(({ calendarId }) => calendarId)]);
  const [reach] = await build.read(`SELECT from_at, to_at FROM ${facts}.calendar_reach`);
  if (await lacksTime(build, facts, calendars, { ...(await yearsOf(build, calendars.length)), to: Number(reach.to_at) })) {
    throw new NeedsWhole('a calendar has changed, and some do not reach as far as the SLA targets');
  }
  const instants: number[] = [];
  for (const calendar of calendars.filter(({ id }) => changed.has(id))) {
    const [known] = await build.read(`SELECT ix, time_zone IS NOT NULL AS is_there FROM ${facts}.dim_calendar WHERE id = $id`, { id: calendar.id });
    if (known?.is_there !== true && (known !== undefined || calendar.id === defaultCalendarId)) {
      throw new NeedsWhole('a calendar has come that was named before');
    }
    if (known === undefined) {
      continue;
    }
    const rows = await build.read(`SELECT start_at, end_at FROM ${facts}.calendar_interval WHERE calendar_ix = ${Number(known.ix)} ORDER BY start_at`);
    const before = rows.map(({ start_at, end_at }) => ({ start: Number(start_at), end: Number(end_at) }));
    const until = Math.max(Number(reach.to_at), before.at(-1)?.end ?? 0);
    const from = otherwiseFrom(before, await openIn(calendar, Number(reach.from_at), until, build.pause));
    if (from !== null) {
      await build.run(
        `INSERT INTO temp.touched_agent SELECT a.id FROM ${facts}.dim_agent a JOIN ${facts}.dim_calendar c ON c.ix = a.calendar_ix AND c.id = $id
         WHERE a.id NOT IN (SELECT agent_id FROM temp.touched_agent)`,
        { id: calendar.id }
      );
      instants.push(...(ofTickets.has(calendar.id) ? [from] : []));
    }
  }
  return instants.length > 0 ? Math.min(...instants) : null;
}

/** The tickets of which business time is asked at an instant or later, or that are due then: what lies before is as long as it was. */
function dependingFrom(build: Build, facts: string, from: number): string {
  const asked = LOOKED_UP.filter(([table]) => table !== 'agent_status').map(
    ([table, column]) => `SELECT ticket_id FROM ${build.source(table)} WHERE ${column} >= ${from}`
  );
  const due = [
    `SELECT ticket_ix FROM ${facts}.sla_fact WHERE due_at >= ${from}`,
    `SELECT ticket_ix FROM ${facts}.running_fact WHERE due_at >= ${from} OR coalesce(unbreached_until_at, ${from}) >= ${from}`,
    // due farther ahead than is told
    `SELECT ticket_ix FROM ${facts}.quality_row WHERE source = 'sla_target'`,
  ];
  return [...asked, `SELECT id FROM ${facts}.dim_ticket SEMI JOIN (${due.join(' UNION ALL ')}) d ON d.ticket_ix = ix`].join(' UNION ALL ');
}
