import { one, STATUS_DIMENSIONS, type Dims } from '../dimensions';
import { rowsByClock, spanOf, stretchMetric } from '../local-clock';
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
export const availabilityHours = stretchMetric({
  id: 'availability_hours',
  measure: 'seconds',
  statistics: ['sum', 'n'],
  hours: ['all'],
  dimensions: [...STATUS_DIMENSIONS, 'in_hours'],
  additive: true,
  dated: false,
  rowsIn(world, window) {
    const { helpdesk } = world;
    return presences(helpdesk, window.from, window.until)
      .filter((presence) => presence.row.availability === 'available')
      .flatMap((presence) =>
        byWorkingHours(helpdesk, presence.calendar, presence).flatMap(({ inHours, piece }) =>
          rowsByClock(world, piece, ({ from, to }) => ({
            value: (to - from) / 1000,
            who: rowId(presence),
            dims: { ...statusDims(helpdesk, presence), in_hours: [inHours] },
          }))
        )
      );
  },
});

/** max_available_agents: the most agents available at any one instant; the mean is their available time ÷ the time. */
export const maxAvailableAgents = stretchMetric({
  id: 'max_available_agents',
  measure: 'peak',
  statistics: ['max', 'mean', 'n'],
  hours: ['all'],
  dimensions: STATUS_DIMENSIONS,
  additive: false,
  dated: false,
  rowsIn(world, window) {
    const { helpdesk } = world;
    const spans = new Map<string, number>();
    const per = (dims: Dims) => {
      const key = `${dims.weekday?.[0]} ${dims.hour_of_day?.[0]}`;
      const span = spans.get(key) ?? spanOf(world, window, dims);
      spans.set(key, span);
      return span;
    };
    return presences(helpdesk, window.from, window.until)
      .filter((presence) => presence.row.availability === 'available')
      .flatMap((presence) =>
        rowsByClock(world, presence, (interval) => ({
          value: interval.to - interval.from,
          who: presence.agent,
          interval,
          dims: statusDims(helpdesk, presence),
        }))
      )
      .map((row) => ({ ...row, per: per(row.dims) }));
  },
});

/** agent_status_time: seconds per status; "hides offline unless filtered by it or asked (includeOffline)". */
export const agentStatusTime = stretchMetric({
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
      .flatMap((presence) =>
        rowsByClock(world, presence, ({ from, to }) => ({ value: (to - from) / 1000, who: rowId(presence), dims: statusDims(world.helpdesk, presence) }))
      ),
});

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
