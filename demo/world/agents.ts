import { fractionOf, type Plan } from '../plan';
import { Random } from '../random';
import type { Rows } from '../tables/row';
import { DAY } from '../units';
import type { WorkCalendar } from './calendars';
import { personNames } from './names';
import type { TeamId } from './regions';

/** A time in a team. */
export interface Membership {
  readonly team: TeamId;
  readonly from: number;
  readonly to: number | null;
}

/** Somebody who answers. */
export interface Agent {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
  readonly zone: string;
  /** The hours the agent works; a team lead has them without having a calendar in the helpdesk. */
  readonly calendar: WorkCalendar;
  readonly hasCalendar: boolean;
  readonly joined: number;
  /** Null = still here. */
  readonly left: number | null;
  readonly teams: readonly Membership[];
  /** How long answers take, 1 = as usual. */
  readonly pace: number;
  /** Added to the mean rating. */
  readonly charm: number;
  /** The weekday a part-timer is off, or null. */
  readonly dayOff: number | null;
}

/** How many people of each team work by which calendar. */
const STAFF: ReadonlyArray<readonly [TeamId, string, number]> = [
  ['care-eu', 'amsterdam', 10],
  ['care-us', 'new-york', 10],
  ['technical', 'amsterdam', 5],
  ['technical', 'new-york', 3],
  ['billing', 'amsterdam', 3],
  ['billing', 'new-york', 3],
  ['night-desk', 'manila-night', 6],
];

/** What differs from "in one team from the first day to today", by number in STAFF's order; times are fractions of the plan's span. */
const CAREERS: Readonly<Record<number, { joined?: number; left?: number; moved?: readonly [TeamId, number]; also?: TeamId; hasNoCalendar?: true }>> = {
  3: { also: 'billing' },
  6: { left: 0.72 },
  8: { moved: ['technical', 0.75] },
  9: { joined: 0.4 },
  11: { also: 'technical' },
  14: { left: 0.45 },
  18: { joined: 0.83 },
  19: { joined: 0.3 },
  21: { hasNoCalendar: true },
  23: { left: 0.9 },
  27: { joined: 0.65 },
  33: { joined: 0.5 },
  39: { joined: 0.2 },
};

/** The bots, by number after the people: one greets in chat, one files what other systems send. */
export const BOTS = ['Robin (assistant)', 'Filing robot'] as const;

/** Everybody who answers: forty people and two bots. */
export function agentsOf(plan: Plan, calendars: readonly WorkCalendar[]): Agent[] {
  const random = new Random(plan.seed, 'agents');
  const places = STAFF.flatMap(([team, calendarId, count]) => Array.from({ length: count }, () => ({ team, calendarId })));
  const names = personNames(random, places.length);
  const founded = plan.start - 30 * DAY;
  const people = places.map(({ team, calendarId }, index): Agent => {
    const calendar = found(calendars, calendarId);
    const { joined, left, moved, also, hasNoCalendar } = CAREERS[index] ?? {};
    const from = joined === undefined ? founded : fractionOf(plan, joined);
    const to = left === undefined ? null : fractionOf(plan, left);
    const movedAt = moved === undefined ? null : fractionOf(plan, moved[1]);
    const teams: Membership[] = [
      { team, from, to: movedAt ?? to },
      ...(moved && movedAt !== null ? [{ team: moved[0], from: movedAt, to }] : []),
      ...(also ? [{ team: also, from, to }] : []),
    ];
    return {
      index,
      id: agentId(index),
      name: names[index],
      isBot: false,
      zone: calendar.zone,
      calendar,
      hasCalendar: !hasNoCalendar,
      joined: from,
      left: to,
      teams,
      pace: Math.exp(0.22 * random.normal()),
      charm: 0.12 * random.normal(),
      dayOff: random.chance(0.2) ? 3 + 2 * random.int(2) : null,
    };
  });
  const bots = BOTS.map((name, i): Agent => ({
    index: people.length + i,
    id: agentId(people.length + i),
    name,
    isBot: true,
    zone: 'UTC',
    calendar: calendars[0],
    hasCalendar: false,
    joined: founded,
    left: null,
    teams: [],
    pace: 1,
    charm: 0,
    dayOff: null,
  }));
  return [...people, ...bots];
}

/** The rows of agent and team_member. */
export function agentRows(agents: readonly Agent[]) {
  return {
    agent: agents.map(({ id, name, left, isBot, zone, calendar, hasCalendar }) => ({
      agent_id: id,
      name,
      active: left === null,
      is_bot: isBot,
      time_zone: zone,
      calendar_id: hasCalendar ? calendar.id : null,
    })),
    team_member: agents.flatMap(({ id, teams }) => teams.map(({ team, from, to }) => ({ team_id: team, agent_id: id, from, to, updated_at: to ?? from }))),
  } satisfies Rows;
}

function agentId(index: number): string {
  return `A${String(index + 1).padStart(2, '0')}`;
}

function found(calendars: readonly WorkCalendar[], id: string): WorkCalendar {
  const calendar = calendars.find((one) => one.id === id);
  if (!calendar) {
    throw new Error(`There is no calendar "${id}".`);
  }
  return calendar;
}
