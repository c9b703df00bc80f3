import { DIMENSION_CATALOG } from '../../src/shared/catalog/dimensions';
import { framesOf, type Loaded } from '../oracle/backend';
import type { Clock } from '../oracle/model';
import type { ExpectedClock, ExpectedReport, Look, Outcome, SlaTicket } from './story';
import { at, spelled, written } from './times';

/** What the backend's reports say of a ticket, in the words of the hand-worked tables. */

/** Every instant of the stories. */
const YEAR = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2026, 0, 1) };

/** A row of a report's records: what lies behind one number of a panel. */
interface ClockRow {
  readonly clock: Clock;
  readonly start_at: number;
  readonly due_at: number | null;
  readonly met_at?: number | null;
  /** Seconds. */
  readonly target: number;
  /** Of a clock that has ended alone. */
  readonly elapsed?: number | null;
  readonly owner: string | null;
}

const RUNNING = ['clock', 'start_at', 'due_at', 'target', 'owner'] as const;
const ENDED = [...RUNNING, 'met_at', 'elapsed'] as const;

/** A ticket as of a look: the query that all reports share. */
function asked(ticket: SlaTicket, { now }: Look, query: object): object {
  return {
    view: 'totals',
    filters: [{ field: 'ticket', op: 'in', values: [ticket.id] }],
    include: ticket.leftOut ? [ticket.leftOut] : [],
    asOf: at(now),
    ...query,
  };
}

async function clockRows(plugin: Loaded, query: object, columns: readonly string[]): Promise<ClockRow[]> {
  const [frame] = await framesOf(plugin, { ...query, kind: 'records', columns }, YEAR);
  return Array.from({ length: frame?.rows ?? 0 }, (_, row) => {
    const cells = Object.fromEntries(frame.fields.map(({ name, values }) => [name, values[row]]));
    return { ...cells, clock: clockOf(String(cells.clock)) } as unknown as ClockRow;
  });
}

function clockOf(label: string): Clock {
  const { values } = DIMENSION_CATALOG.clock;
  const found = typeof values === 'string' ? undefined : values.find(({ name }) => name === label);
  if (!found) {
    throw new Error(`"${label}" is not a clock.`);
  }
  return found.id as Clock;
}

/** The numbers of a totals report in milliseconds, by clock. */
async function leftByClock(plugin: Loaded, ticket: SlaTicket, look: Look, hours: 'all' | 'sla'): Promise<ReadonlyMap<Clock, number | null>> {
  const [frame] = await framesOf(plugin, asked(ticket, look, { metric: 'time_to_breach', hours, statistics: ['min'], groupBy: ['clock'] }), YEAR);
  const [names, values] = frame?.fields ?? [];
  return new Map(
    Array.from({ length: frame?.rows ?? 0 }, (_, row) => [
      clockOf(String(names.values[row])),
      values.values[row] === null ? null : Math.round(Number(values.values[row]) * 1000),
    ])
  );
}

/** The clocks of a ticket as the SLA reports tell them; a clock that is in no report has no line here. */
export async function toldClocks(plugin: Loaded, ticket: SlaTicket, look: Look): Promise<ExpectedClock[]> {
  const now = at(look.now);
  const rows = (metric: string, columns: readonly string[], more: object = {}) => clockRows(plugin, asked(ticket, look, { metric, ...more }), columns);
  const [decided, breached, atRisk, running] = [
    await rows('sla_attainment', ENDED),
    await rows('sla_breaches', ENDED),
    await rows('sla_at_risk', RUNNING, { withinMinutes: look.withinMinutes ?? 30 }),
    await rows('time_to_breach', RUNNING),
  ];
  const left = { all: await leftByClock(plugin, ticket, look, 'all'), sla: await leftByClock(plugin, ticket, look, 'sla') };
  const told = new Map<string, ExpectedClock>();
  const tell = (row: ClockRow, outcome: Outcome) => {
    const ended = row.elapsed ?? null;
    const remaining = left.sla.get(row.clock) ?? null;
    if (ended === null && row.due_at !== null && left.all.get(row.clock) !== row.due_at - now) {
      throw new Error(`Time to breach says ${left.all.get(row.clock)} ms until ${written(row.due_at)}, from ${look.now}.`);
    }
    const elapsed = ended !== null ? ended * 1000 : remaining === null ? null : row.target * 1000 - remaining;
    told.set(`${row.clock} ${row.start_at}`, {
      clock: row.clock,
      started: written(row.start_at),
      due: row.due_at === null ? null : written(row.due_at),
      stopped: typeof row.met_at === 'number' ? written(row.met_at) : null,
      elapsed: elapsed === null ? null : spelled(Math.round(elapsed)),
      target: spelled(row.target * 1000),
      outcome,
      owner: row.owner ?? '(unassigned)',
    });
  };
  // from the most general to the most particular: a breached clock is among the decided ones, one at risk among the running
  running.forEach((row) => tell(row, row.due_at === null ? 'paused' : 'pending'));
  atRisk.forEach((row) => tell(row, 'at risk'));
  decided.forEach((row) => tell(row, 'attained'));
  breached.forEach((row) => tell(row, 'breached'));
  return [...told.values()];
}

/** The share of kept promises of a ticket; null where none was decided. */
export async function attainment(plugin: Loaded, ticket: SlaTicket, look: Look): Promise<number | null> {
  const [frame] = await framesOf(plugin, asked(ticket, look, { metric: 'sla_attainment' }), YEAR);
  return (frame?.fields.at(-1)?.values[0] as number | null | undefined) ?? null;
}

/** Whether a ticket is open, as the backlog has it. */
export async function isOpen(plugin: Loaded, ticket: SlaTicket, look: Look): Promise<boolean> {
  const [frame] = await framesOf(plugin, asked(ticket, look, { metric: 'backlog' }), YEAR);
  return Number(frame?.fields.at(-1)?.values[0] ?? 0) === 1;
}

/** A ticket's duration in another report, "3h 30m"; null where there is none. */
export async function duration(plugin: Loaded, ticket: SlaTicket, look: Look, { metric, hours }: ExpectedReport): Promise<string | null> {
  const [frame] = await framesOf(plugin, asked(ticket, look, { metric, hours, statistics: ['mean'] }), YEAR);
  const seconds = frame?.fields.at(-1)?.values[0] as number | null | undefined;
  return seconds === null || seconds === undefined ? null : spelled(Math.round(seconds * 1000));
}
