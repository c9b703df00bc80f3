import { STATUS_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

const { in_hours: _cut, ...UNCUT } = STATUS_DIMENSIONS;
const status = {
  topic: 'scheduling',
  datedBy: 'the status interval, clipped to the bucket',
  needs: ['agent_status'],
  columns: ['from_at', 'to_at', 'agent', 'availability', 'agent_status', 'seconds'],
} as const;

/** Scheduling: who was available, and when. */
export const scheduling = [
  metric({
    ...status,
    id: 'availability_hours',
    label: 'Availability during working hours',
    question: 'Are agents available in their working hours?',
    better: 'neutral',
    unit: 's',
    about:
      'Seconds in an available status, inside and outside the agent’s working hours. A status that still lasts ends now. An agent without a calendar is shown as “No hours set”.',
    fact: 'availability_fact',
    at: 'from_at',
    measure: { kind: 'interval_seconds' },
    where: [{ column: 'availability_ix', word: 'available' }],
    statistics: ['sum', 'n'],
    dimensions: STATUS_DIMENSIONS,
    defaults: { groupBy: { over_time: ['in_hours'], totals: ['in_hours'] } },
  }),
  metric({
    ...status,
    id: 'max_available_agents',
    label: 'Maximum available agents',
    question: 'How many agents were available at once?',
    better: 'neutral',
    unit: 'short',
    about:
      'The most agents available at any one instant of the bucket, exactly: no sampling. One agent counts once. The mean is weighted by time. By hour of day: over the days of the range.',
    fact: 'status_fact',
    at: 'from_at',
    measure: { kind: 'interval_peak' },
    where: [{ column: 'availability_ix', word: 'available' }],
    statistics: ['max', 'mean', 'n'],
    dimensions: UNCUT,
    byClock: true,
  }),
  metric({
    ...status,
    id: 'agent_status_time',
    label: 'Agent availability by status',
    question: 'How do agents spend their time?',
    better: 'neutral',
    unit: 's',
    about: 'Seconds per status group (available, busy, away, offline), drilling down to the detailed status, per agent. Offline is hidden unless asked for.',
    fact: 'status_fact',
    at: 'from_at',
    measure: { kind: 'interval_seconds' },
    where: [{ rule: 'hide_offline' }],
    statistics: ['sum', 'n'],
    dimensions: UNCUT,
    defaults: { groupBy: { over_time: ['availability'], totals: ['availability'] } },
  }),
];
