import { calendarOf, openIntervals, subtract, type Interval } from './calendar';
import type { AgentStatusRow, Helpdesk } from './model';

/** A status of an agent and the time it held, cut to a window. */
export interface Presence extends Interval {
  readonly row: AgentStatusRow;
  readonly agent: string;
  /** The agent's working hours; null = none set. */
  readonly calendar: string | null;
}

/**
 * The status rows that overlap [from, to), cut to it. "A status row ends at the earlier of its `to` and the same agent's next row." Bots are left out,
 * inactive agents kept; an agent whom no table has "stays, under its id".
 */
export function presences(helpdesk: Helpdesk, from: number, to: number): Presence[] {
  const found: Presence[] = [];
  for (const agent of new Set(helpdesk.agent_status.map((one) => one.agent_id))) {
    const known = helpdesk.agent.find((one) => one.agent_id === agent);
    const rows = known?.is_bot ? [] : helpdesk.agent_status.filter((one) => one.agent_id === agent);
    for (const row of rows) {
      const next = Math.min(...rows.filter((one) => one.from > row.from).map((one) => one.from));
      const end = Math.min(row.to ?? Infinity, next);
      const cut = { from: Math.max(row.from, from), to: Math.min(end, to) };
      if (cut.from < cut.to) {
        found.push({ ...cut, row, agent, calendar: known?.calendar_id ?? null });
      }
    }
  }
  return found;
}

/** "Team = the agent's teams at the row's start." */
export function teamsAt(helpdesk: Helpdesk, agentId: string, at: number): string[] {
  const teams = helpdesk.team_member
    .filter((one) => one.agent_id === agentId && (one.from === null || one.from <= at) && (one.to === null || at < one.to))
    .map((one) => one.team_id);
  return [...new Set(teams)];
}

/** The pieces of an interval inside and outside the agent's working hours. */
export function byWorkingHours(helpdesk: Helpdesk, calendar: string | null, interval: Interval): Array<{ inHours: string; piece: Interval }> {
  if (calendar === null) {
    return [{ inHours: 'no hours set', piece: { from: interval.from, to: interval.to } }];
  }
  const open = openIntervals(calendarOf(helpdesk, calendar), interval.from, interval.to);
  return [
    ...open.map((piece) => ({ inHours: 'inside', piece })),
    ...subtract([{ from: interval.from, to: interval.to }], open).map((piece) => ({ inHours: 'outside', piece })),
  ];
}
