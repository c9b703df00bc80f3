import { agent, event, helpdesk, stage, ticket } from '../oracle/builders';
import type { SlaTargetRow, TicketEventRow } from '../oracle/model';
import { at, type Desk, MARCH, only, rulesOf } from './story';

const DAY = '2025-03-03';
const HOUR = 3600;
const moves = (field: 'status' | 'stage', first: string | null, id: string, ...steps: Array<[time: string, to: string]>): TicketEventRow[] =>
  steps.map(([time, to], i) => event(id, `${DAY} ${time}`, field, i === 0 ? first : steps[i - 1][1], to));
const turns = (id: string, ...steps: Array<[time: string, to: string]>) => moves('status', 'new', id, ...steps);
const stages = (id: string, ...steps: Array<[time: string, to: string]>) => moves('stage', 'work', id, ...steps);
const target = (policy_id: string, calendar_id: string | null): SlaTargetRow => ({
  policy_id,
  clock: 'close',
  priority: null,
  valid_from: null,
  target_seconds: HOUR,
  calendar_id,
  pauses: false,
});
const IDS = ['plain', 'staged', 'by-stage', 'reopened', 'left', 'junk', 'archived', 'running', 'hours'];

// all created at 08:00
const TIMES: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    stage: [stage('work', 'open'), stage('wait', 'waiting_customer', true), stage('archive', 'closed', true), stage('done', 'closed')],
    calendar: [{ calendar_id: 'office', name: 'office', time_zone: 'UTC' }],
    calendar_hours: [{ calendar_id: 'office', weekday: 1, start: '09:00', end: '17:00', valid_from: null, valid_to: null }],
    sla_target: [target('always', null), target('office', 'office')],
    ticket: [...IDS.map((id) => ticket(id, `${DAY} 08:00`)), ticket('silent', `${DAY} 08:00`, { closed_at: at(`${DAY} 10:00`) })],
    ticket_sla: [
      { ticket_id: 'hours', policy_id: 'always', from: null, to: at(`${DAY} 15:00`) },
      { ticket_id: 'hours', policy_id: 'office', from: at(`${DAY} 15:00`), to: null },
    ],
    ticket_event: [
      // new 08–09; open 09–10, 12–13 and 14:30–16; waiting 10–12; on hold 13–14:30
      ...turns('plain', ['09:00', 'open'], ['10:00', 'waiting_customer'], ['12:00', 'open'], ['13:00', 'on_hold'], ['14:30', 'open'], ['16:00', 'closed']),
      // its stage pauses 09–11; its status is on hold 13–14
      ...stages('staged', ['09:00', 'wait'], ['11:00', 'work'], ['15:00', 'done']),
      ...turns('staged', ['13:00', 'on_hold'], ['14:00', 'open'], ['15:00', 'closed']),
      ...stages('by-stage', ['09:00', 'wait'], ['11:00', 'work'], ['15:00', 'done']),
      // closed 10–12; waiting 12:30–13
      ...turns('reopened', ['10:00', 'closed'], ['12:00', 'open'], ['12:30', 'waiting_customer'], ['13:00', 'open'], ['14:00', 'closed']),
      // closed while it waits
      ...turns('left', ['09:00', 'waiting_customer'], ['12:00', 'closed']),
      ...turns('junk', ['10:00', 'spam'], ['11:00', 'closed']),
      // open in a stage that is a closed one
      ...stages('archived', ['09:00', 'archive']),
      ...turns('archived', ['12:00', 'closed']),
      ...turns('running', ['09:00', 'open']),
      ...turns('hours', ['10:00', 'waiting_customer'], ['12:00', 'open'], ['16:00', 'closed']),
    ],
  }),
};
const asked = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  filters: only(id),
  timeZone: 'UTC',
  statistics: ['sum', 'count'],
  ...more,
});
const rules = rulesOf(TIMES, MARCH, [
  { rule: 'resolution time: neither closed nor paused, by the status', ask: asked('resolution_time', 'plain'), is: [[4.5 * HOUR, 1]] },
  { rule: 'requester wait time: neither closed nor waiting for the customer', ask: asked('requester_wait_time', 'plain'), is: [[6 * HOUR, 1]] },
  { rule: 'agent work time: new or open', ask: asked('agent_work_time', 'plain'), is: [[4.5 * HOUR, 1]] },
  { rule: 'of a ticket with stage events the stage pauses, not the status', ask: asked('resolution_time', 'staged'), is: [[5 * HOUR, 1]] },
  { rule: 'while the requester waits by the status', ask: asked('requester_wait_time', 'staged'), is: [[7 * HOUR, 1]] },
  { rule: 'and so do agents work', ask: asked('agent_work_time', 'staged'), is: [[6 * HOUR, 1]] },
  { rule: 'without status events the stages say the status', ask: asked('requester_wait_time', 'by-stage'), is: [[5 * HOUR, 1]] },
  { rule: 'and pause', ask: asked('resolution_time', 'by-stage'), is: [[5 * HOUR, 1]] },
  { rule: 'time in which it was closed is nobody’s', ask: asked('resolution_time', 'reopened'), is: [[3.5 * HOUR, 1]] },
  { rule: 'nor the requester’s', ask: asked('requester_wait_time', 'reopened'), is: [[3.5 * HOUR, 1]] },
  { rule: 'nor the agents’', ask: asked('agent_work_time', 'reopened'), is: [[3.5 * HOUR, 1]] },
  { rule: 'until the last close as of then', ask: asked('resolution_time', 'reopened', { asOf: at(`${DAY} 11:00`) }), is: [[2 * HOUR, 1]] },
  { rule: 'closed while it waits: only what came before', ask: asked('resolution_time', 'left'), is: [[HOUR, 1]] },
  { rule: 'spam is closed', ask: asked('agent_work_time', 'junk'), is: [[2 * HOUR, 1]] },
  { rule: 'without a history it was open until it closed', ask: asked('agent_work_time', 'silent'), is: [[2 * HOUR, 1]] },
  { rule: 'a stage of a closed kind pauses nothing while the ticket is open', ask: asked('resolution_time', 'archived'), is: [[4 * HOUR, 1]] },
  { rule: 'tickets that are open have no row', ask: asked('resolution_time', 'running'), is: [[null, 0]] },
  { rule: 'dated by the last close', ask: asked('requester_wait_time', 'plain'), period: [`${DAY} 16:00`, `${DAY} 16:00:00.001`], is: [[6 * HOUR, 1]] },
  // 09–16 without 10–12, by the policy of 16:00
  {
    rule: 'in SLA hours by the calendar of the close clock, as of the last close',
    ask: asked('resolution_time', 'hours', { hours: 'sla' }),
    is: [[5 * HOUR, 1]],
  },
  { rule: 'the requester’s too', ask: asked('requester_wait_time', 'hours', { hours: 'sla' }), is: [[5 * HOUR, 1]] },
  { rule: 'and the agents’', ask: asked('agent_work_time', 'hours', { hours: 'sla' }), is: [[5 * HOUR, 1]] },
]);
const ON_HOLD: Desk = { ...TIMES, settings: { pausingStatuses: ['on_hold'] } };
const chosen = rulesOf(ON_HOLD, MARCH, [
  { rule: 'which statuses pause is a setting', ask: asked('resolution_time', 'plain'), is: [[6.5 * HOUR, 1]] },
  { rule: 'that changes nothing for the requester', ask: asked('requester_wait_time', 'plain'), is: [[6 * HOUR, 1]] },
]);

/** Times until the last close that leave something out. */
export const CLOSE_TIMES = [...rules, ...chosen];
