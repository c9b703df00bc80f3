import { calendarOf, openIntervals, subtract, type Interval } from './calendar';
import type { AgentRow, AgentStatusRow, Helpdesk } from './model';

/** A status of an agent and the time it held, cut to a window. */
export interface Presence extends Interval {
  readonly row: AgentStatusRow;
  readonly agent: AgentRow;
}

/**
 * The status rows that overlap [from, to), cut to it. "A status row ends at the earlier of its `to` and the same agent's next
 * row." Bots and rows of missing agents are left out, inactive agents kept.
 */
export function presences(helpdesk: Helpdesk, from: number, to: number): Presence[] {
  const found: Presence[] = [];
  for (const agent of helpdesk.agent.filter((one) => !one.is_bot)) {
    const rows = helpdesk.agent_status.filter((one) => one.agent_id === agent.agent_id);
    for (const row of rows) {
      const next = Math.min(...rows.filter((one) => one.from > row.from).map((one) => one.from));
      const end = Math.min(row.to ?? Infinity, next);
      const cut = { from: Math.max(row.from, from), to: Math.min(end, to) };
      if (cut.from < cut.to) {
        found.push({ ...cut, row, agent });
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
export function byWorkingHours(helpdesk: Helpdesk, agent: AgentRow, interval: Interval): Array<{ inHours: string; piece: Interval }> {
  if (agent.calendar_id === null) {
    return [{ inHours: 'no hours set', piece: { from: interval.from, to: interval.to } }];
  }
  const open = openIntervals(calendarOf(helpdesk, agent.calendar_id), interval.from, interval.to);
  return [
    ...open.map((piece) => ({ inHours: 'inside', piece })),
    ...subtract([{ from: interval.from, to: interval.to }], open).map((piece) => ({ inHours: 'outside', piece })),
  ];
}
