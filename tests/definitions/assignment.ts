import { agent, event, helpdesk, ticket } from '../oracle/builders';
import type { SlaTargetRow } from '../oracle/model';
import { type Desk, MARCH, only, rulesOf } from './story';

const DAY = '2025-03-03';
const owner = (id: string, time: string, from: string | null, to: string | null) => event(id, `${DAY} ${time}`, 'owner', from, to);
const IDS = ['plain', 'begins', 'at-creation', 'before', 'dropped', 'silent', 'never', 'tied'];
const target = (clock: SlaTargetRow['clock'], calendar_id: string | null): SlaTargetRow => ({
  policy_id: 'p',
  clock,
  priority: null,
  valid_from: null,
  target_seconds: 3600,
  calendar_id,
  pauses: false,
});

// all created at 08:00; the calendar opens at 09:00
const ASSIGNED: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    calendar: [{ calendar_id: 'office', name: 'office', time_zone: 'UTC' }],
    calendar_hours: [{ calendar_id: 'office', weekday: 1, start: '09:00', end: '17:00', valid_from: null, valid_to: null }],
    sla_target: [target('first_reply', 'office'), target('close', null)],
    ticket: IDS.map((id) => ticket(id, `${DAY} 08:00`, { owner_id: id === 'silent' ? 'ann' : null })),
    ticket_sla: [{ ticket_id: 'plain', policy_id: 'p', from: null, to: null }],
    ticket_event: [
      owner('plain', '08:30', null, null),
      owner('plain', '09:30', null, 'ann'),
      owner('plain', '10:00', 'ann', 'ben'),
      // ann's before the first event
      owner('begins', '10:00', 'ann', 'ben'),
      owner('at-creation', '08:00', null, 'ann'),
      owner('at-creation', '10:00', 'ann', 'ben'),
      owner('before', '07:00', null, 'ann'),
      // it begins with nobody: ann was taken away before the creation
      owner('dropped', '07:00', 'ann', null),
      owner('dropped', '08:20', null, 'ben'),
      owner('never', '10:00', null, null),
      owner('tied', '08:10', null, 'ben'),
      owner('tied', '08:10', 'ben', 'ann'),
    ],
  }),
};
const wait = (id: string | null, more: object = {}) => ({
  metric: 'time_to_assignment',
  view: 'totals',
  groupBy: [],
  filters: id === null ? [] : only(id),
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  statistics: ['sum', 'count'],
  ...more,
});

/** When tickets first had an owner. */
export const ASSIGNMENT = rulesOf(ASSIGNED, MARCH, [
  { rule: 'time to assignment: the first owner event that names somebody − creation', ask: wait('plain'), is: [[5400, 1]] },
  { rule: 'dated by it', ask: wait('plain'), period: [`${DAY} 09:30`, `${DAY} 09:30:00.001`], is: [[5400, 1]] },
  { rule: 'in SLA hours by the calendar of the first response', ask: wait('plain', { hours: 'sla' }), is: [[1800, 1]] },
  { rule: 'a ticket that begins with somebody, by the value before its first owner event: 0', ask: wait('begins'), is: [[0, 1]] },
  { rule: 'dated by its creation', ask: wait('begins'), period: [`${DAY} 08:00`, `${DAY} 08:00:00.001`], is: [[0, 1]] },
  { rule: 'an event at the creation says how it begins', ask: wait('at-creation'), is: [[0, 1]] },
  { rule: 'so does one before it', ask: wait('before'), is: [[0, 1]] },
  { rule: 'the last of them', ask: wait('dropped'), is: [[1200, 1]] },
  { rule: 'a ticket without owner events has no row, though it has an owner', ask: wait('silent'), is: [[null, 0]] },
  { rule: 'nor has one that nobody was ever given', ask: wait('never'), is: [[null, 0]] },
  // of two events at one instant the later names the owner at it
  {
    rule: 'the owner is the one of the instant',
    ask: wait(null, { groupBy: ['owner'] }),
    is: [
      ['ann', 5400 + 600, 5],
      ['ben', 1200, 1],
    ],
  },
]);
