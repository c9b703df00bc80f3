import { YEAR } from '../../calendar/units';
import { type Build, BEFORE_ALL, AFTER_ALL } from './build';
import { ASKED, type Years } from './calendar-years';

/** Keys of the slot table that stand for no calendar at all and for 24/7. */
const NO_CALENDAR_SLOT = -1;
const ALWAYS_SLOT = -2;

/** How an instant finds its row of the slot table. */
export interface Slots {
  /** Width of a slot, ms. */
  readonly grid: number;
  /** Where the first slot begins, epoch ms. */
  readonly origin: number;
  readonly count: number;
  /** How an amount of business time finds its row of d_spent, as an instant does of d_slot: slots `width` ms wide. Null: the table would be too large. */
  readonly spent: { readonly width: number; readonly count: number } | null;
}

/** Columns whose instants are looked up: those that are asked about, and those at which a stretch is cut since another policy holds. */
export const LOOKED_UP = [...ASKED, ['ticket_sla', '"from"'], ['ticket_sla', '"to"']] as const;

/** How far back every slot is there; of the years before only those that are asked about. */
const DENSE = 40 * YEAR;

/** Rows of a look-up table that an instant is worth. Many: rows are cheap, and most small helpdesks, as tests make them, then go the way of large ones. */
const WORTH = 100;

/** Whether a look-up table of so many rows a calendar is worth it, for as many instants as there are: of a small helpdesk each is found on its own. */
export function isWorth(build: Build, rows: number): boolean {
  return LOOKED_UP.reduce((sum, [table]) => sum + build.count(table), 0) * WORTH >= rows;
}

/** The same of every slot, `grid` ms wide. */
export function areSlotsWorth(build: Build, { from, to }: Pick<Years, 'from' | 'to'>, grid: number): boolean {
  return isWorth(build, Math.min(to - from, DENSE) / grid);
}

/**
 * d_slot (slot, f0, a, b): F(t) as a lookup table: within a slot, F(t) = f0 + max(0, min(t, b) − a). It holds one open interval at most. The
 * outermost slots stand for all that lies beyond them, where the calendar is not known: they have no row. `isEvery`: every slot has one, of the last decades;
 * else those alone that instants of the rows are in.
 */
export async function createSlots(
  build: Build,
  calendars: readonly number[],
  { from, to }: Pick<Years, 'from' | 'to'>,
  grid: number,
  isEvery: boolean
): Promise<Omit<Slots, 'spent'>> {
  const origin = Math.floor(from / grid) * grid;
  const count = Math.ceil((to - origin) / grid);
  const dense = isEvery ? Math.max(1, Math.floor((build.options.nowMs - DENSE - origin) / grid)) : count - 1;
  const start = `(${origin} + k * ${grid})`;
  const piece = `
    (calendar_ix - 1)::BIGINT * ${count} + k AS slot, f_start + least(end_at - start_at, greatest(0, ${start} - start_at)) AS f0,
    CASE WHEN end_at > ${start} THEN greatest(start_at, ${start}) ELSE ${start} END AS a, CASE WHEN end_at > ${start} THEN least(end_at, ${start} + ${grid}) ELSE ${start} END AS b`;
  // before it first opens, a calendar has an interval of no length
  const intervals = `SELECT calendar_ix, start_at, end_at, f_start FROM ${build.intervals()} WHERE start_at < ${to} AND calendar_ix IN (${['NULL', ...calendars].join(', ')}) UNION ALL SELECT unnest([${calendars.join(', ')}]::INTEGER[]), ${origin - 1}, ${origin - 1}, 0`;
  const asked = LOOKED_UP.map(([table, column]) => `SELECT ${column} AS "at" FROM ${build.source(table)}`).join(' UNION ALL ');
  await build.temp(
    'd_slot',
    `
    WITH open AS (${intervals}),
    until AS (SELECT *, coalesce((lead(start_at) OVER (PARTITION BY calendar_ix ORDER BY start_at, end_at) - ${origin}) // ${grid}, ${count - 1}) AS next FROM open),
    far AS (SELECT DISTINCT ("at" - ${origin}) // ${grid} AS k FROM (${asked}) WHERE "at" >= ${origin + grid} AND "at" < ${origin + dense * grid})
    SELECT ${NO_CALENDAR_SLOT}::BIGINT AS slot, NULL::BIGINT AS f0, NULL::BIGINT AS a, NULL::BIGINT AS b
    UNION ALL SELECT ${ALWAYS_SLOT}, ${BEFORE_ALL}, ${BEFORE_ALL}, ${AFTER_ALL}
    UNION ALL SELECT ${piece} FROM (SELECT *, unnest(range(greatest((start_at - ${origin}) // ${grid}, ${dense}), least(next, ${count - 1}))) AS k FROM until)
    UNION ALL SELECT ${piece} FROM (SELECT k, c.calendar_ix, i.start_at, i.end_at, i.f_start FROM far CROSS JOIN (SELECT unnest([${calendars.join(', ')}]::INTEGER[]) AS calendar_ix) c
      ASOF JOIN open i ON i.calendar_ix = c.calendar_ix AND ${origin} + (far.k + 1) * ${grid} > i.start_at)`
  );
  return { grid, origin, count };
}

/** The key in d_slot of an instant under a calendar: beyond the expanded range it is the outermost slot, which is not there. */
export function slotOf(slots: Slots, calendar: string, at: string): string {
  const { grid, origin, count } = slots;
  return `CASE WHEN ${calendar} IS NULL THEN ${NO_CALENDAR_SLOT} WHEN ${calendar} = 0 THEN ${ALWAYS_SLOT}
    ELSE (${calendar} - 1)::BIGINT * ${count} + greatest(0, least(${count - 1}, (${at} - ${origin}) // ${grid})) END`;
}

/** F(t) of an instant, from its row of d_slot. */
export function timeAt(slot: string, at: string): string {
  return `${slot}.f0 + greatest(0, least(${at}, ${slot}.b) - ${slot}.a)`;
}

/** The join that finds an amount of business time in d_spent, under a calendar's key: none where the calendar never has that much. */
export function spentJoin({ width, count }: NonNullable<Slots['spent']>, alias: string, calendar: string, f: string): string {
  return `LEFT JOIN d_spent ${alias} ON ${alias}.slot = CASE WHEN ${f} BETWEEN 0 AND ${width * count - 1} THEN (${calendar} - 1)::BIGINT * ${count} + ${f} // ${width} END`;
}
