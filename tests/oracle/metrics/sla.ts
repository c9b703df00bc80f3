import { one, SLA_DIMENSIONS, STATE_DIMENSIONS, TICKET_DIMENSIONS, ticketDims, type Dims } from '../dimensions';
import { datedMetric, DURATION_STATISTICS, stateMetric, type DatedRow, type Row } from '../metric';
import { clocksAt, dueAt, elapsedMs, outcomeAt, targetMs, type SlaClock } from '../sla-clocks';
import { tickets, type World } from '../world';

function clockDims(world: World, clock: SlaClock, at: number): Dims {
  return { ...ticketDims(world, clock.ticket, at), clock: [clock.clock], policy: [clock.target.policy_id], calendar: one(clock.target.calendar_id) };
}

/** The clocks with an outcome: "breached, dated at the due instant; met is dated at the event; running is in neither". */
function decided(world: World): DatedRow[] {
  const { helpdesk, settings, now } = world;
  const rows: DatedRow[] = [];
  for (const clock of tickets(world).flatMap((ticket) => clocksAt(helpdesk, ticket, now))) {
    const outcome = outcomeAt(helpdesk, settings, clock, now);
    const at = outcome === 'met' ? clock.metAt : outcome === 'breached' ? dueAt(helpdesk, settings, clock) : null;
    if (at !== null) {
      rows.push({ at, value: null, positive: outcome === 'met', dims: clockDims(world, clock, at) });
    }
  }
  return rows;
}

const dimensions = [...TICKET_DIMENSIONS, ...SLA_DIMENSIONS];

/** sla_attainment: attained ÷ (attained + breached). */
export const slaAttainment = datedMetric({ id: 'sla_attainment', measure: 'share', statistics: ['share', 'count', 'n'], dimensions, rows: decided });

/** sla_breaches: how many were breached. */
export const slaBreaches = datedMetric({
  id: 'sla_breaches',
  measure: 'count',
  statistics: ['count', 'n'],
  dimensions,
  rows: (world) => decided(world).filter((row) => !row.positive),
});

/**
 * Clocks without their event yet at an instant, which counts as now: running or breached already. A ticket that a message precedes
 * (clock skew) has none before it is created: it is in no backlog then either.
 */
function pending(world: World, at: number): SlaClock[] {
  return tickets(world)
    .filter((ticket) => ticket.created_at <= at)
    .flatMap((ticket) => clocksAt(world.helpdesk, ticket, at))
    .filter((clock) => clock.metAt === null && outcomeAt(world.helpdesk, world.settings, clock, at) !== 'dropped');
}

/** sla_at_risk: "running clocks, not yet breached, whose due instant is at or before asOf + withinMinutes". */
export const slaAtRisk = stateMetric({
  id: 'sla_at_risk',
  measure: 'count',
  statistics: ['count', 'n'],
  dimensions: [...STATE_DIMENSIONS, ...SLA_DIMENSIONS],
  rowsAt(world, at): Row[] {
    return pending(world, at)
      .filter((clock) => outcomeAt(world.helpdesk, world.settings, clock, at) === 'running')
      .filter((clock) => (dueAt(world.helpdesk, world.settings, clock) ?? Infinity) <= at + world.query.withinMinutes * 60_000)
      .map((clock) => ({ value: null, dims: clockDims(world, clock, at) }));
  },
});

/** time_to_breach: "due instant − asOf, in wall seconds or in the clock's own business seconds; negative once breached; minimum by default". */
export const timeToBreach = stateMetric({
  id: 'time_to_breach',
  measure: 'duration',
  hours: ['all', 'sla'],
  statistics: ['min', ...DURATION_STATISTICS.filter((one) => one !== 'min')],
  dimensions: [...STATE_DIMENSIONS, ...SLA_DIMENSIONS],
  rowsAt(world, at): Row[] {
    return pending(world, at).flatMap((clock) => {
      const due = dueAt(world.helpdesk, world.settings, clock);
      if (due === null) {
        return [];
      }
      const ms = world.query.hours === 'all' ? due - at : targetMs(clock) - elapsedMs(world.helpdesk, world.settings, clock, at);
      return [{ value: ms / 1000, dims: clockDims(world, clock, at) }];
    });
  },
});
