import { agent, event, helpdesk, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, MARCH, only, rulesOf } from './story';

const DAY = '2025-03-03';
const HOUR = 3600;
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, `${DAY} 08:00`, given);
const changes = (id: string, time: string, field: 'owner' | 'team' | 'status', from: string | null, to: string | null) =>
  event(id, `${DAY} ${time}`, field, from, to);
const closes = (id: string, time: string) => changes(id, time, 'status', 'open', 'closed');

// all created at 08:00
const HELD: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    team: ['north', 'south'].map((id) => ({ team_id: id, name: id })),
    calendar: [{ calendar_id: 'office', name: 'office', time_zone: 'UTC' }],
    calendar_hours: [{ calendar_id: 'office', weekday: 1, start: '09:00', end: '17:00', valid_from: null, valid_to: null }],
    ticket: [made('plain', { team_id: 'north' }), made('reopened'), made('flash'), made('whole', { owner_id: 'ann', team_id: 'south' }), made('running')],
    ticket_event: [
      // nobody’s 08–09, ann’s 09–11, ben’s 11–12; taken away at the close. No team’s 08–10, north’s 10–12
      changes('plain', '09:00', 'owner', null, 'ann'),
      changes('plain', '11:00', 'owner', 'ann', 'ben'),
      changes('plain', '12:00', 'owner', 'ben', null),
      changes('plain', '10:00', 'team', null, 'north'),
      closes('plain', '12:00'),
      // closed 10–12; ann’s until 11, ben’s from then on
      changes('reopened', '11:00', 'owner', 'ann', 'ben'),
      closes('reopened', '10:00'),
      changes('reopened', '12:00', 'status', 'closed', 'open'),
      closes('reopened', '14:00'),
      // ann’s for no time at all, and ben’s twice
      changes('flash', '08:00', 'owner', null, 'ben'),
      changes('flash', '09:00', 'owner', 'ben', 'ann'),
      changes('flash', '09:00', 'owner', 'ann', 'ben'),
      closes('flash', '10:00'),
      closes('whole', '11:00'),
      changes('running', '09:00', 'owner', null, 'ann'),
    ],
  }),
  settings: { defaultCalendar: 'office' },
};
const asked = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [metric === 'time_with_owner' ? 'owner' : 'team'],
  filters: only(id),
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  statistics: ['sum', 'count'],
  ...more,
});

/** How long tickets were with each owner and team. */
export const HOLDING = rulesOf(HELD, MARCH, [
  {
    rule: 'time with owner: the open time that each had it, nobody included; one row a ticket and owner',
    ask: asked('time_with_owner', 'plain'),
    is: [
      ['ann', 2 * HOUR, 1],
      ['ben', HOUR, 1],
      ['(unassigned)', HOUR, 1],
    ],
  },
  {
    rule: 'the owner is that holder, whichever owner is asked for',
    ask: asked('time_with_owner', 'plain', { ownerAt: 'current' }),
    is: [
      ['ann', 2 * HOUR, 1],
      ['ben', HOUR, 1],
      ['(unassigned)', HOUR, 1],
    ],
  },
  { rule: 'its team is that at the last close', ask: asked('time_with_owner', 'plain', { groupBy: ['team'] }), is: [['north', 4 * HOUR, 3]] },
  {
    rule: 'in SLA hours too',
    ask: asked('time_with_owner', 'plain', { hours: 'sla' }),
    is: [
      ['ann', 2 * HOUR, 1],
      ['ben', HOUR, 1],
      ['(unassigned)', 0, 1],
    ],
  },
  {
    rule: 'time with team likewise',
    ask: asked('time_with_team', 'plain'),
    is: [
      ['north', 2 * HOUR, 1],
      ['(none)', 2 * HOUR, 1],
    ],
  },
  {
    rule: 'its owner is that at the last close, or the last before',
    ask: asked('time_with_team', 'plain', { groupBy: ['owner'] }),
    is: [['ben', 4 * HOUR, 2]],
  },
  {
    rule: 'time in which the ticket was closed is nobody’s',
    ask: asked('time_with_owner', 'reopened'),
    is: [
      ['ann', 2 * HOUR, 1],
      ['ben', 2 * HOUR, 1],
    ],
  },
  { rule: 'until the last close as of then', ask: asked('time_with_owner', 'reopened', { asOf: at(`${DAY} 11:30`) }), is: [['ann', 2 * HOUR, 1]] },
  { rule: 'dated by it', ask: asked('time_with_owner', 'reopened', { groupBy: [] }), period: [`${DAY} 14:00`, `${DAY} 14:00:00.001`], is: [[4 * HOUR, 2]] },
  { rule: 'who had it for no time has no row, and who had it twice has one', ask: asked('time_with_owner', 'flash'), is: [['ben', 2 * HOUR, 1]] },
  { rule: 'without events it was its current owner’s all the time', ask: asked('time_with_owner', 'whole'), is: [['ann', 3 * HOUR, 1]] },
  { rule: 'and its current team’s', ask: asked('time_with_team', 'whole'), is: [['south', 3 * HOUR, 1]] },
  { rule: 'of closed tickets', ask: asked('time_with_owner', 'running', { groupBy: [] }), is: [[null, 0]] },
]);
