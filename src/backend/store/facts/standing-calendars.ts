import type { Calendar } from '../../../shared/calendar';
import { DAY, MINUTE } from '../../calendar/units';
import type { Build } from './build';
import { AHEAD, openIn, type Years, yearsOf } from './calendar-years';
import { expandIn, largestTargets, usedCalendars } from './expand-calendars';
import { NeedsWhole } from './needs-whole';
import type { FormerFacts } from './options';
import { createSlots, type Slots } from './slots.sql';

/** How much of the time ahead may be used up before calendars are expanded anew. */
const USED_UP = 30 * DAY;

/**
 * Business time by the calendars of the facts that others are laid over, and calendar_reach as it is now; expanded anew over the same years where they have
 * changed, or no longer reach as far as SLA targets do. Throws NeedsWhole where they do not reach as far as the rows.
 */
export async function takeCalendars(build: Build, calendars: readonly Calendar[], { facts, calendars: are }: FormerFacts): Promise<Slots> {
  const now = await yearsOf(build, calendars.length);
  const [row] = await build.read(`SELECT from_at, to_at FROM ${facts}.calendar_reach`);
  const [from, to] = [Number(row.from_at), Number(row.to_at)];
  if (now.from < from || now.last + 2 * DAY > to || build.options.nowMs + AHEAD - USED_UP > to) {
    throw new NeedsWhole('the calendars do not reach as far as the rows');
  }
  // business time is counted from where it was: else that of all facts would be another
  const years = { ...now, from };
  // edges of calendars are whole minutes: of few instants no wider slots are worth finding
  if (are === 'changed' || (await lacksTime(build, facts, calendars, years))) {
    const used = await expandIn(build, calendars, years);
    return {
      ...(await createSlots(
        build,
        used.map(({ ix }) => ix),
        years,
        MINUTE,
        false
      )),
      spent: null,
    };
  }
  await build.create(
    'calendar_reach',
    `SELECT ${from}::BIGINT AS from_at, ${Math.min(years.to, to)}::BIGINT AS to_at, ${years.first}::BIGINT AS first_at, ${years.last}::BIGINT AS last_at`
  );
  await build.temp('d_cut', 'SELECT 0::INTEGER AS calendar_ix WHERE false');
  const used = await usedCalendars(build);
  const keys = (await build.read(`SELECT ix, id FROM ${build.target('dim_calendar')}`)).filter(({ id }) => used.has(String(id))).map(({ ix }) => Number(ix));
  return { ...(await createSlots(build, keys, { from, to }, MINUTE, false)), spent: null };
}

/** Whether a calendar opens later than facts know it for, and a target may be used up only there. */
export async function lacksTime(build: Build, facts: string, calendars: readonly Calendar[], { to, last, farthest }: Years): Promise<boolean> {
  const budgets = await largestTargets(build, calendars);
  const open = await build.read(`
    SELECT d.id, coalesce(sum(greatest(0, i.end_at - greatest(i.start_at, ${last}))), 0)::DOUBLE AS ms
    FROM ${facts}.dim_calendar d LEFT JOIN ${facts}.calendar_interval i ON i.calendar_ix = d.ix AND i.end_at > ${last}
    GROUP BY d.id`);
  for (const { id, ms } of open) {
    const budget = budgets.get(String(id));
    const calendar = calendars.find((one) => one.id === id);
    if (budget !== undefined && calendar && Number(ms) <= budget && (await openIn(calendar, to, farthest, build.pause)).length > 0) {
      return true;
    }
  }
  return false;
}
