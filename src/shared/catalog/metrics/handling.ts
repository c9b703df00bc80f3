import { CLOSE_DIMENSIONS, DURATION_STATISTICS, TICKET_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

const closes = {
  topic: 'performance',
  unit: 's',
  fact: 'close_fact',
  at: 'closed_at',
  datedBy: 'the last close',
  where: [{ rule: 'closed_as_of' }],
  skewed: 'is_skewed',
  statistics: DURATION_STATISTICS,
  dimensions: CLOSE_DIMENSIONS,
  needs: ['ticket'],
  columns: ['closed_at', 'ticket', 'subject', 'created_at', 'owner', 'team', 'customer', 'channel', 'priority', 'closed_by', 'duration', 'duration_sla'],
} as const;

const held = {
  ...closes,
  fact: 'holding_fact',
  // of a close before the creation there is no time that anybody had the ticket
  skewed: null,
  measure: { kind: 'duration', all: 'held_ms', sla: 'held_biz_ms' },
} as const;

/** Handling: what tickets cost, and how they move from hand to hand. */
export const handling = [
  metric({
    ...closes,
    id: 'resolution_time',
    label: 'Resolution time',
    question: 'How long does it take to solve a ticket, without the time that it waits for others?',
    better: 'lower',
    about:
      'From creation to the last close, without the time in which the ticket was closed or paused: its stage pauses SLA clocks or, where a ticket has no stages, its status does (waiting for the customer and on hold, unless the settings say otherwise). Of tickets that are closed now. Dated by the close.',
    measure: { kind: 'duration', all: 'resolution_ms', sla: 'resolution_biz_ms' },
  }),
  metric({
    ...closes,
    id: 'requester_wait_time',
    label: 'Requester wait time',
    question: 'How long does the requester wait for us, in all?',
    better: 'lower',
    about:
      'From creation to the last close, without the time in which the ticket was closed or waited for the customer. Of tickets that are closed now. Dated by the close.',
    measure: { kind: 'duration', all: 'requester_ms', sla: 'requester_biz_ms' },
  }),
  metric({
    ...closes,
    id: 'agent_work_time',
    label: 'Agent work time',
    question: 'How long is a ticket in the hands of agents?',
    better: 'lower',
    about: 'From creation to the last close, the time in which the ticket was new or open. Of tickets that are closed now. Dated by the close.',
    measure: { kind: 'duration', all: 'work_ms', sla: 'work_biz_ms' },
  }),
  metric({
    id: 'time_to_assignment',
    topic: 'performance',
    label: 'Time to assignment',
    question: 'How long does a ticket wait for an owner?',
    better: 'lower',
    unit: 's',
    about:
      'From creation to the first owner. A ticket that begins with one was assigned at its creation; one whose owner never changed says nothing of when it came, and is left out. Dated by the assignment.',
    fact: 'assignment_fact',
    at: 'assigned_at',
    datedBy: 'the first assignment',
    measure: { kind: 'duration', all: 'wait_ms', sla: 'wait_biz_ms' },
    statistics: DURATION_STATISTICS,
    dimensions: TICKET_DIMENSIONS,
    needs: ['ticket_event'],
    columns: ['assigned_at', 'ticket', 'subject', 'created_at', 'owner', 'team', 'customer', 'channel', 'priority', 'duration', 'duration_sla'],
  }),
  metric({
    ...held,
    id: 'time_with_owner',
    label: 'Time with owner',
    question: 'How long do tickets lie with each owner?',
    better: 'lower',
    about:
      'The open time for which each owner had a ticket until its last close, nobody included: one row a ticket and owner. The team is that at the close. Of tickets that are closed now. Dated by the close.',
    where: [{ rule: 'closed_as_of' }, { column: 'kind', is: 1 }],
    defaults: { groupBy: { totals: ['owner'] } },
  }),
  metric({
    ...held,
    id: 'time_with_team',
    label: 'Time with team',
    question: 'How long do tickets lie with each team?',
    better: 'lower',
    about:
      'The open time for which each team had a ticket until its last close, no team included: one row a ticket and team. The owner is that at the close. Of tickets that are closed now. Dated by the close.',
    where: [{ rule: 'closed_as_of' }, { column: 'kind', is: 2 }],
    defaults: { groupBy: { totals: ['team'] } },
  }),
  metric({
    id: 'time_spent',
    topic: 'performance',
    label: 'Time spent',
    question: 'How much work do tickets cost?',
    better: 'neutral',
    unit: 's',
    about: 'The time that agents have entered for their work on tickets: in all, and per entry. Dated by the entry.',
    fact: 'time_fact',
    at: 'spent_at',
    datedBy: 'the entry',
    measure: { kind: 'number', column: 'spent_s' },
    statistics: ['sum', 'mean', 'count', 'n'],
    dimensions: { ...TICKET_DIMENSIONS, agent: { column: 'agent_ix' }, activity: { column: 'activity_ix' } },
    needs: ['time_entry'],
    columns: ['spent_at', 'agent', 'activity', 'spent', 'ticket', 'subject', 'owner', 'team', 'customer', 'channel', 'priority'],
  }),
];
