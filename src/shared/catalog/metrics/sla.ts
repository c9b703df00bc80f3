import { CLOCK_DIMENSIONS, DURATION_STATISTICS, withoutTime } from '../bindings';
import { metric } from '../metric';

const clock = {
  topic: 'sla',
  fact: 'sla_fact',
  needs: ['sla_target', 'ticket_sla'],
} as const;
const outcome = {
  ...clock,
  columns: ['ticket', 'subject', 'clock', 'policy', 'start_at', 'due_at', 'met_at', 'target', 'elapsed', 'owner', 'team', 'customer', 'priority'],
  at: 'outcome_at',
  datedBy: 'the event where the target was met, the due instant where it was not',
  dimensions: CLOCK_DIMENSIONS,
} as const;
const running = {
  ...clock,
  columns: ['ticket', 'subject', 'clock', 'policy', 'start_at', 'due_at', 'target', 'owner', 'team', 'customer', 'priority'],
  fact: 'running_fact',
  at: 'start_at',
  datedBy: 'the end of the bucket, or now',
  dimensions: withoutTime(CLOCK_DIMENSIONS),
} as const;

const CLOCKS =
  'Clocks: first reply, next reply, close. The target is the one in force when the clock ends (or now), for the priority at that moment, and counts from the clock’s own start. Time outside the target’s calendar and pauses do not count, nor, for the close, does time in which the ticket was closed.';

/** SLA: promises kept, broken and about to be broken. */
export const sla = [
  metric({
    ...outcome,
    id: 'sla_attainment',
    label: 'SLA attainment',
    question: 'Do we keep our promises?',
    better: 'higher',
    unit: 'percentunit',
    about: `The share of clocks that were met of those met or breached. Running clocks are in neither. ${CLOCKS} Met is dated by the event, breached by the due instant.`,
    measure: { kind: 'share', positive: 'met' },
    where: [{ rule: 'decided' }],
    statistics: ['share', 'count', 'n'],
  }),
  metric({
    ...outcome,
    id: 'sla_breaches',
    label: 'SLA breaches',
    question: 'How many promises did we break?',
    better: 'lower',
    unit: 'short',
    about: `Clocks that ran past their target, also while still open, and replies that were due when the ticket was closed without them. ${CLOCKS} Dated by the due instant.`,
    measure: { kind: 'count' },
    where: [{ rule: 'breached' }],
    statistics: ['count', 'n'],
  }),
  metric({
    ...running,
    id: 'sla_at_risk',
    label: 'SLA clocks at risk',
    question: 'Which promises are about to be broken?',
    better: 'lower',
    unit: 'short',
    about: `Running clocks, not yet breached, that are due within the minutes given (30 where not). ${CLOCKS} Counted at the end of each bucket, or now.`,
    measure: { kind: 'state', state: 'clock_at_risk', value: 'count' },
    statistics: ['count', 'n'],
  }),
  metric({
    ...running,
    id: 'time_to_breach',
    label: 'Time to breach',
    question: 'How long until the next promise is broken?',
    better: 'higher',
    unit: 's',
    about: `From now to the due instant of running clocks: negative once breached. In SLA hours, in the clock’s own business time. ${CLOCKS}`,
    measure: { kind: 'state', state: 'clock_running', value: 'left' },
    statistics: ['min', ...DURATION_STATISTICS.filter((one) => one !== 'min')],
  }),
];
