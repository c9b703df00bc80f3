import type { Plan } from '../plan';
import { Random } from '../random';
import { DAY, HOUR, MINUTE } from '../units';
import type { Agent } from './agents';
import { openingOn } from './calendars';
import { type Day, weekdayOf } from './dates';
import type { Zone } from './zone';

/** A working day of an agent. */
export interface Shift {
  readonly agent: Agent;
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

const SHIFT_HOURS = 8.5;

/** Every agent's shifts, in order: office hours with vacations, sick days, late starts, overtime and the odd Saturday. */
export function shiftsOf(plan: Plan, agents: readonly Agent[], zones: ReadonlyMap<string, Zone>): Shift[][] {
  return agents.map((agent) => {
    const zone = zones.get(agent.zone);
    return zone && !agent.isBot ? shiftsOfAgent(plan, agent, zone) : [];
  });
}

function shiftsOfAgent(plan: Plan, agent: Agent, zone: Zone): Shift[] {
  const shifts: Shift[] = [];
  const last = Math.floor(plan.end / DAY) + 7;
  for (let day = Math.floor(plan.start / DAY) - 1; day <= last; day++) {
    const random = new Random(plan.seed, `shift ${agent.id} ${day}`);
    const hours = hoursOn(plan, agent, day, random);
    if (hours === null) {
      continue;
    }
    const start = zone.toInstant(day * DAY + hours.start + Math.round(random.between(-6, 9)) * MINUTE + random.int(60_000));
    const overtime = random.chance(0.07) ? random.between(30, 150) : random.between(-4, 14);
    const end = zone.toInstant(day * DAY + hours.end + Math.round(overtime) * MINUTE + random.int(60_000));
    if (start >= agent.joined && end < (agent.left ?? Infinity)) {
      shifts.push({ agent, day, start, end });
    }
  }
  return shifts;
}

/** When an agent works on a local date, in ms from its midnight, or null on a day off. */
function hoursOn(plan: Plan, agent: Agent, day: Day, random: Random): { start: number; end: number } | null {
  const opening = openingOn(agent.calendar, day);
  if (opening === null) {
    // now and then somebody works on a day on which the office is closed
    return random.chance(0.012) ? { start: 10 * HOUR, end: 14 * HOUR } : null;
  }
  if (isDayOff(plan, agent, day, random)) {
    return null;
  }
  const length = Math.min(SHIFT_HOURS * HOUR, opening.end - opening.start);
  const isLate = (agent.index + Math.floor(day / 7)) % 2 === 1;
  const start = isLate ? opening.end - length : opening.start;
  return { start, end: start + length };
}

function isDayOff(plan: Plan, agent: Agent, day: Day, random: Random): boolean {
  const weekday = weekdayOf(day);
  if (agent.dayOff === weekday || random.chance(0.025)) {
    return true;
  }
  // five of seven nights, one of three Saturdays
  if (agent.calendar.id === 'manila-night' ? (day + agent.index * 2) % 7 < 2 : weekday === 6 && (Math.floor(day / 7) + agent.index) % 3 !== 0) {
    return true;
  }
  const month = new Date(day * DAY).getUTCMonth();
  const week = new Random(plan.seed, `week ${agent.id} ${Math.floor((day + 3) / 7)}`);
  return week.chance(month === 6 || month === 7 ? 0.2 : 0.08);
}
