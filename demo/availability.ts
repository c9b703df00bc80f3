import { Random } from './random';
import { HOUR, MINUTE } from './units';
import { weekdayOf } from './world/dates';
import type { Gap } from './world/gaps';
import type { Shift } from './world/roster';
import type { World } from './world/world';

type Availability = 'available' | 'busy' | 'away' | 'offline';

/** A time in one status. */
export interface StatusSpan {
  readonly agentId: string;
  readonly status: string;
  readonly availability: Availability;
  readonly from: number;
  readonly to: number | null;
}

/** A piece of a working day that is settled beforehand. */
interface Appointment {
  readonly status: string;
  readonly from: number;
  readonly to: number;
}

const BUSY = ['On a call', 'In chats', 'Writing up', 'In chats'];

/** What every agent was doing when, as the helpdesk has logged it, in order. */
export function* statusSpans(world: World): Generator<StatusSpan> {
  const { start, end, seed } = world.plan;
  for (const agent of world.agents) {
    if (agent.isBot) {
      yield { agentId: agent.id, status: 'Available', availability: 'available', from: start, to: null };
      continue;
    }
    const random = new Random(seed, `status ${agent.id}`);
    const shifts = world.shifts[agent.index].filter((shift) => shift.start >= start);
    for (const [i, shift] of shifts.entries()) {
      const next = shifts[i + 1]?.start ?? null;
      for (const span of [...dayOf(shift, world.gaps, random), { status: 'Offline', availability: 'offline' as const, from: shift.end, to: next }]) {
        if (span.from < end) {
          const to = span.to === null ? null : logged(span.to, random);
          yield { agentId: agent.id, ...span, to: to === null || to >= end ? null : to };
        }
      }
    }
  }
}

/** Some ends were never logged, some too late: the next status ends them all the same. */
function logged(to: number, random: Random): number | null {
  const draw = random.next();
  return draw < 0.01 ? null : draw < 0.015 ? to + 20_000 : to;
}

/** One working day: available and busy by turns, with breaks, lunch and meetings in between. */
function* dayOf(shift: Shift, gaps: readonly Gap[], random: Random): Generator<Omit<StatusSpan, 'agentId'>> {
  let at = shift.start;
  for (const { status, from, to } of [...appointments(shift, gaps, random), { status: '', from: shift.end, to: shift.end }]) {
    while (at < from) {
      const isBusy = random.chance(0.42);
      const until = Math.min(from, at + Math.max(2 * MINUTE, random.lognormal((isBusy ? 30 : 65) * MINUTE, 0.6)));
      yield isBusy
        ? { status: random.pick(BUSY), availability: 'busy', from: at, to: until }
        : { status: 'Available', availability: 'available', from: at, to: until };
      at = until;
    }
    if (to > at) {
      yield { status, availability: 'away', from: at, to };
      at = to;
    }
  }
}

/** Breaks, lunch, meetings and the hours of a gap, in order; later ones give way. */
function appointments(shift: Shift, gaps: readonly Gap[], random: Random): Appointment[] {
  const { agent, day, start, end } = shift;
  const length = end - start;
  const wanted: Appointment[] = gaps
    .filter((gap) => gap.start < end && gap.end > start)
    .map((gap) => ({ status: 'System maintenance', from: Math.max(start, gap.start), to: Math.min(end, gap.end) }));
  const want = (status: string, from: number, minutes: number): void => {
    const to = Math.min(end, Math.round(from + minutes * MINUTE));
    if (wanted.every((one) => to <= one.from || from >= one.to)) {
      wanted.push({ status, from: Math.round(from), to });
    }
  };
  if (length > 5 * HOUR) {
    const isAllHands = agent.calendar.exceptions.some((one) => one.day === day && one.kind === 'break');
    want(isAllHands ? 'All hands' : 'Lunch', start + length / 2 + random.between(-50, 40) * MINUTE, isAllHands ? 60 : random.between(28, 45));
    want('Break', start + length / 4 + random.between(-20, 20) * MINUTE, random.between(8, 16));
    want('Break', start + 0.78 * length + random.between(-20, 20) * MINUTE, random.between(8, 16));
  }
  if (random.chance(weekdayOf(day) === 1 ? 0.5 : 0.15)) {
    want('Meeting', start + random.between(0.1, 0.6) * length, random.between(25, 60));
  }
  if (random.chance(0.03)) {
    want('Training', start + 0.6 * length, 90);
  }
  return wanted.sort((a, b) => a.from - b.from);
}
