import type { Calendar } from '../../../shared/calendar';
import { DAY, MINUTE } from '../../calendar/units';
import type { Build } from './build';
import { AHEAD, openIn, type Years, yearsOf } from './calendar-years';
import { largestTargets, usedCalendars } from './expand-calendars';
import { NeedsWhole } from './needs-whole';
import { createSlots, type Slots } from './slots.sql';

/** How much of the time ahead may be used up before calendars are expanded anew. */
const USED_UP = 30 * DAY;

/**
 * Business time by the calendars of the facts that others are laid over, and calendar_reach as it is now. Throws NeedsWhole where these calendars
 * do not reach as far as the rows: those of all facts are expanded together, once.
 */
export async function takeCalendars(build: Build, calendars: readonly Calendar[]): Promise<Slots> {
  const years = await yearsOf(build, calendars.length);
  const [row] = await build.read(`SELECT from_at, to_at, last_at FROM ${build.standing('calendar_reach')}`);
  const [from, to, last] = [Number(row.from_at), Number(row.to_at), Number(row.last_at)];
  if (years.from < from || years.last + 2 * DAY > to || build.options.nowMs + AHEAD - USED_UP > to) {
    throw new NeedsWhole('the calendars do not reach as far as the rows');
  }
  if (years.last > last && (await lacksTime(build, calendars, years))) {
    throw new NeedsWhole('the calendars do not reach as far as the SLA targets');
  }
  await build.create(
    'calendar_reach',
    `SELECT ${years.from}::BIGINT AS from_at, ${Math.min(years.to, to)}::BIGINT AS to_at, ${years.first}::BIGINT AS first_at, ${years.last}::BIGINT AS last_at`
  );
  await build.temp('d_cut', 'SELECT 0::INTEGER AS calendar_ix WHERE false');
  const used = await usedCalendars(build);
  const keys = (await build.read(`SELECT ix, id FROM ${build.target('dim_calendar')}`)).filter(({ id }) => used.has(String(id))).map(({ ix }) => Number(ix));
  // edges of calendars are whole minutes: of few instants no wider slots are worth finding
  return { ...(await createSlots(build, keys, { from, to }, MINUTE)), spent: null };
}

/** Whether a calendar opens later than it is known for, and a target may be used up only there. */
async function lacksTime(build: Build, calendars: readonly Calendar[], years: Years): Promise<boolean> {
  const budgets = await largestTargets(build, calendars);
  const open = await build.read(`
    SELECT d.id, coalesce(sum(greatest(0, i.end_at - greatest(i.start_at, ${years.last}))), 0)::DOUBLE AS ms
    FROM ${build.standing('dim_calendar')} d LEFT JOIN ${build.standing('calendar_interval')} i ON i.calendar_ix = d.ix AND i.end_at > ${years.last}
    GROUP BY d.id`);
  for (const { id, ms } of open) {
    const budget = budgets.get(String(id));
    const calendar = calendars.find((one) => one.id === id);
    if (budget !== undefined && calendar && Number(ms) <= budget && (await openIn(calendar, years.to, years.farthest, build.pause)).length > 0) {
      return true;
    }
  }
  return false;
}
