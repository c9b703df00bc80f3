import { subtract, union, type Interval } from '../calendar';
import { heldSessions, ownedWaits } from '../chat-load';
import { byClock, rowsByClock, stretchMetric } from '../local-clock';
import type { Row } from '../metric';
import { presences, teamsAt } from '../presence';

function cut<T extends Interval>(intervals: readonly T[], { from, to }: Interval): T[] {
  return intervals.map((one) => ({ ...one, from: Math.max(one.from, from), to: Math.min(one.to, to) })).filter((one) => one.from < one.to);
}

const length = (intervals: readonly Interval[]) => intervals.reduce((sum, one) => sum + (one.to - one.from), 0);

/** agent_concurrency: "the time-weighted mean number of chat sessions an agent holds at once, over the time in which the agent holds at least one". */
export const agentConcurrency = stretchMetric({
  id: 'agent_concurrency',
  measure: 'ratio',
  statistics: ['mean', 'n'],
  hours: ['all'],
  dimensions: ['agent'],
  additive: false,
  dated: false,
  rowsIn(world, window) {
    const sessions = heldSessions(world);
    return byClock(world, { from: window.from, to: window.until }).flatMap(({ from, to, dims }) => {
      const held = cut(sessions, { from, to });
      return [...new Set(held.map((one) => one.agent))].map((agent): Row => {
        const mine = held.filter((one) => one.agent === agent);
        return { value: length(mine), per: length(union(mine)), who: agent, dims: { agent: [agent], ...dims } };
      });
    });
  },
});

/** occupancy: "seconds in which an agent who is available or busy holds a session, or owns a ticket whose customer waits, ÷ seconds available or busy". */
export const occupancy = stretchMetric({
  id: 'occupancy',
  measure: 'ratio',
  statistics: ['share', 'n'],
  hours: ['all'],
  dimensions: ['agent', 'team'],
  additive: false,
  dated: false,
  rowsIn(world, window) {
    const load = [...heldSessions(world), ...ownedWaits(world)];
    return presences(world.helpdesk, window.from, window.until)
      .filter((one) => one.row.availability === 'available' || one.row.availability === 'busy')
      .flatMap((one) => {
        const own = load.filter((each) => each.agent === one.agent);
        const dims = { agent: [one.agent], team: teamsAt(world.helpdesk, one.agent, one.row.from) };
        return rowsByClock(world, one, (piece) => {
          const whole = piece.to - piece.from;
          return { value: whole - length(subtract([piece], own)), per: whole, who: one.agent, dims };
        });
      });
  },
});
