import { one, SLA_DIMENSIONS, STATE_DIMENSIONS, TICKET_DIMENSIONS, ticketDims, type Credit, type Dims } from '../dimensions';
import { datedMetric, DURATION_STATISTICS, stateMetric, type DatedRow, type Row } from '../metric';
import { clocksAt, dueAt, elapsedMs, targetMs, type SlaClock } from '../sla-clocks';
import { tickets, type World } from '../world';

function clockDims(world: World, clock: SlaClock, at: number, credit: Credit): Dims {
  return {
    ...ticketDims(world, clock.ticket, at, credit),
    clock: [clock.clock],
    policy: [clock.target.policy_id],
    calendar: one(clock.target.calendar_id),
  };
}

/** The clocks with an outcome: "met, dated by the event; breached, dated at the due instant; running is neither". */
function decided(world: World): DatedRow[] {
  return tickets(world)
    .flatMap((ticket) => clocksAt(world, ticket, world.now))
    .flatMap((clock) => {
      const at = clock.datedAt;
      // The last owner rule is for "the close clock of SLA metrics".
      const credit = clock.clock === 'close' ? 'last' : 'then';
      return at === null ? [] : [{ at, value: null, positive: clock.outcome === 'met', dims: clockDims(world, clock, at, credit) }];
    });
}

const dimensions = [...TICKET_DIMENSIONS, ...SLA_DIMENSIONS];

/** sla_attainment: attained ÷ (attained + breached). */
export const slaAttainment = datedMetric({ id: 'sla_attainment', measure: 'share', dimensions, rows: decided });

/** sla_breaches: how many were breached. */
export const slaBreaches = datedMetric({
  id: 'sla_breaches',
  measure: 'count',
  dimensions,
  rows: (world) => decided(world).filter((row) => !row.positive),
});

/** A clock that nothing has ended at an instant, which counts as now, with its due instant as known then. */
interface Pending extends SlaClock {
  readonly due: number;
}

/**
 * Clocks without their event yet, running or breached already. A ticket that a message precedes (clock skew) has none before it is created: it is in no
 * backlog then either. "A clock in a pause that has not ended has no due instant: it is neither at risk nor in time_to_breach."
 */
function pending(world: World, at: number): Pending[] {
  return tickets(world)
    .filter((ticket) => ticket.created_at <= at)
    .flatMap((ticket) => clocksAt(world, ticket, at))
    .filter((clock) => clock.isPending)
    .flatMap((clock) => {
      const due = dueAt(world, clock, at);
      return due === null ? [] : [{ ...clock, due }];
    });
}

/** sla_at_risk: "running clocks, not yet breached, whose due instant is at or before asOf + withinMinutes". */
export const slaAtRisk = stateMetric({
  id: 'sla_at_risk',
  measure: 'count',
  dimensions: [...STATE_DIMENSIONS, ...SLA_DIMENSIONS],
  rowsAt(world, at): Row[] {
    return pending(world, at)
      .filter((clock) => clock.outcome === 'running' && clock.due <= at + world.query.withinMinutes * 60_000)
      .map((clock) => ({ value: null, dims: clockDims(world, clock, at, 'then') }));
  },
});

/** time_to_breach: "due instant − asOf, in wall seconds or in the clock's own business seconds; negative once breached; minimum by default". */
export const timeToBreach = stateMetric({
  id: 'time_to_breach',
  measure: 'duration',
  hours: ['all', 'sla'],
  statistics: ['min', ...DURATION_STATISTICS.filter((statistic) => statistic !== 'min')],
  dimensions: [...STATE_DIMENSIONS, ...SLA_DIMENSIONS],
  rowsAt(world, at): Row[] {
    return pending(world, at).map((clock) => {
      const ms = world.query.hours === 'all' ? clock.due - at : targetMs(clock.target) - elapsedMs(world, clock, at, at);
      return { value: ms / 1000, dims: clockDims(world, clock, at, 'then') };
    });
  },
});
