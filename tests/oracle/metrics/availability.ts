import { one, STATUS_DIMENSIONS, type Dims } from '../dimensions';
import type { OracleMetric } from '../metric';
import type { Helpdesk } from '../model';
import { byWorkingHours, presences, teamsAt, type Presence } from '../presence';
import type { World } from '../world';

function statusDims(helpdesk: Helpdesk, presence: Presence): Dims {
  return {
    agent: [presence.agent],
    team: teamsAt(helpdesk, presence.agent, presence.row.from),
    status: one(presence.row.status),
    availability: [presence.row.availability],
  };
}

/** The status row that a piece of time comes from: n counts it once. */
function rowId(presence: Presence): string {
  return `${presence.agent} ${presence.row.from}`;
}

/** availability_hours: seconds in an available status, inside and outside the agent's working hours. */
export const availabilityHours: OracleMetric = {
  id: 'availability_hours',
  measure: 'seconds',
  statistics: ['sum', 'n'],
  hours: ['all'],
  dimensions: [...STATUS_DIMENSIONS, 'in_hours'],
  additive: true,
  dated: false,
  rowsIn: ({ helpdesk }, window) =>
    presences(helpdesk, window.from, window.until)
      .filter((presence) => presence.row.availability === 'available')
      .flatMap((presence) =>
        byWorkingHours(helpdesk, presence.calendar, presence).map(({ inHours, piece }) => ({
          value: (piece.to - piece.from) / 1000,
          who: rowId(presence),
          dims: { ...statusDims(helpdesk, presence), in_hours: [inHours] },
        }))
      ),
};

/** max_available_agents: the most agents available at any one instant. */
export const maxAvailableAgents: OracleMetric = {
  id: 'max_available_agents',
  measure: 'peak',
  statistics: ['max', 'n'],
  hours: ['all'],
  dimensions: STATUS_DIMENSIONS,
  additive: false,
  dated: false,
  rowsIn: ({ helpdesk }, window) =>
    presences(helpdesk, window.from, window.until)
      .filter((presence) => presence.row.availability === 'available')
      .map((presence) => ({
        value: null,
        who: presence.agent,
        interval: { from: presence.from, to: presence.to },
        dims: statusDims(helpdesk, presence),
      })),
};

/** agent_status_time: seconds per status; "hides offline unless filtered by it or asked (includeOffline)". */
export const agentStatusTime: OracleMetric = {
  id: 'agent_status_time',
  measure: 'seconds',
  statistics: ['sum', 'n'],
  hours: ['all'],
  dimensions: STATUS_DIMENSIONS,
  additive: true,
  dated: false,
  rowsIn: (world, window) =>
    presences(world.helpdesk, window.from, window.until)
      .filter((presence) => presence.row.availability !== 'offline' || wantsOffline(world))
      .map((presence) => ({
        value: (presence.to - presence.from) / 1000,
        who: rowId(presence),
        dims: statusDims(world.helpdesk, presence),
      })),
};

/** A filter "names it": it lists it, or a part of its name; one that only rules others out does not. */
function wantsOffline({ query }: World): boolean {
  return (
    query.includeOffline ||
    query.filters.some(
      ({ field, op, values }) =>
        field === 'availability' &&
        (op === 'contains' ? values.some((part) => 'offline'.includes(part.toLowerCase())) : (op === 'in' || op === 'equals') && values.includes('offline'))
    )
  );
}
