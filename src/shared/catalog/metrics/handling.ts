import { DURATION_STATISTICS, TICKET_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

/** Handling: what tickets cost, and how they move from hand to hand. */
export const handling = [
  metric({
    id: 'time_to_assignment',
    topic: 'performance',
    label: 'Time to assignment',
    question: 'How long does a ticket wait for an owner?',
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
    id: 'time_spent',
    topic: 'performance',
    label: 'Time spent',
    question: 'How much work do tickets cost?',
    unit: 's',
    about: 'The time that agents have entered for their work on tickets: in all, and per entry. Dated by the entry.',
    fact: 'time_fact',
    at: 'spent_at',
    datedBy: 'the entry',
    measure: { kind: 'duration', all: 'spent_ms', sla: null },
    statistics: ['sum', 'mean', 'count', 'n'],
    dimensions: { ...TICKET_DIMENSIONS, agent: { column: 'agent_ix' }, activity: { column: 'activity_ix' } },
    needs: ['time_entry'],
    columns: ['spent_at', 'agent', 'activity', 'ticket', 'subject', 'owner', 'team', 'customer', 'channel', 'priority', 'duration'],
  }),
];
