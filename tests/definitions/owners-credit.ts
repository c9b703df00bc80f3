import { agent, event, helpdesk, stage, survey, ticket } from '../oracle/builders';
import { at, type Desk, MARCH, only, rulesOf } from './story';
import { made, owned, reply } from './owners-tickets';

const by = { actor_id: 'ben', actor_kind: 'agent' } as const;
// All are closed on 5 March at 10:00.
const closed = (id: string, actor: object = by) => event(id, '2025-03-05 10:00', 'status', 'open', 'closed', actor);
const CREDIT: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    stage: [stage('s_open', 'open'), stage('s_done', 'closed')],
    customer: [
      { customer_id: 'cu', name: 'Customer', org_id: 'acme' },
      { customer_id: 'alone', name: 'Alone', org_id: null },
    ],
    organization: [{ org_id: 'acme', name: 'Acme' }],
    ticket: [
      made('let-go', { requester_id: 'cu' }),
      made('twice', { requester_id: 'cu', org_id: 'other' }),
      made('never', { requester_id: 'alone' }),
      made('moved', { team_id: 'south' }),
      made('still', { team_id: 'south', requester_id: 'lost' }),
      ticket('begins', '2025-03-03 10:00', { owner_id: 'ben' }),
    ],
    ticket_event: [
      // ann's from the start; an automation takes her off at the very millisecond of the close
      owned('let-go', '2025-03-05 10:00', 'ann', null),
      closed('let-go', { actor_id: null, actor_kind: 'system' }),
      event('let-go', '2025-03-05 10:00', 'stage', 's_open', 's_done'),
      // ann's, then ben's, then nobody's two days before the close; reopened on the 6th
      owned('twice', '2025-03-02 10:00', 'ann', 'ben'),
      owned('twice', '2025-03-03 10:00', 'ben', null),
      closed('twice', { actor_id: 'cu', actor_kind: 'customer' }),
      event('twice', '2025-03-06 10:00', 'status', 'closed', 'open'),
      // nobody's until the 6th, when it is ann's
      owned('never', '2025-03-06 10:00', null, 'ann'),
      closed('never'),
      // north's until the 3rd, south's until the 6th, nobody's since
      event('moved', '2025-03-03 10:00', 'team', 'north', 'south'),
      event('moved', '2025-03-06 10:00', 'team', 'south', null),
      closed('moved', { actor_id: 'gone', actor_kind: 'agent' }),
      closed('still', {}),
      // before and at its creation it came to ann: it begins with her, and that was no transfer
      owned('begins', '2025-03-02 10:00', 'cis', 'ben'),
      owned('begins', '2025-03-03 10:00', 'ben', 'ann'),
      closed('begins'),
    ],
    message: [reply('moved', '2025-03-02 10:00'), reply('moved', '2025-03-04 10:00'), reply('let-go', '2025-03-06 10:00')],
    survey: [
      survey('v1', 'let-go', '2025-03-07 10:00', 5),
      survey('v2', 'twice', '2025-03-07 10:00', 5, { agent_id: 'ann' }),
      survey('v3', null, '2025-03-07 10:00', 5, { customer_id: 'cu' }),
    ],
  }),
};
const asked = (metric: string, id: string, groupBy: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [groupBy],
  filters: id === '' ? [] : only(id),
  sort: { by: 'name', direction: 'asc' },
  statistics: ['count'],
  timeZone: 'UTC',
  asOf: at('2025-03-20 00:00'),
  ...more,
});
const unowned = [['(unassigned)', 1]];

/** Who takes the credit, who had a ticket when, and whose it is. */
export const credit = rulesOf(CREDIT, MARCH, [
  { rule: 'a close credits the last owner before, where nobody owns the ticket then', ask: asked('closed', 'let-go', 'owner'), is: [['ann', 1]] },
  { rule: 'so does its time', ask: asked('time_to_close', 'let-go', 'owner'), is: [['ann', 1]] },
  { rule: 'its stages', ask: asked('time_in_stage', 'let-go', 'owner'), is: [['ann', 1]] },
  { rule: 'its rating', ask: asked('csat', 'let-go', 'owner'), is: [['ann', 1]] },
  { rule: 'however long before', ask: asked('closed', 'twice', 'owner'), is: [['ben', 1]] },
  { rule: 'where nobody had owned it until then: (unassigned)', ask: asked('closed', 'never', 'owner'), is: unowned },
  { rule: 'other metrics do not: nobody owned it at the reply', ask: asked('owner_reply_count', 'let-go', 'owner'), is: unowned },
  { rule: 'nor does the current owner', ask: asked('closed', 'let-go', 'owner', { ownerAt: 'current' }), is: unowned },
  {
    rule: 'survey.agent_id is the owner of a rating whatever ownerAt says',
    ask: asked('csat', 'twice', 'owner', { ownerAt: 'created' }),
    is: [['ann', 1]],
  },
  // +1 ann's at the creation, −1 credited to ben, +1 nobody's at the reopening
  {
    rule: 'net flow takes the owner at each of its events, and of a close the last before',
    ask: asked('net_flow', 'twice', 'owner', { statistics: ['sum'] }),
    is: [
      ['ann', 1],
      ['ben', -1],
      ['(unassigned)', 1],
    ],
  },
  // north 1 reply on the 2nd, south on the 4th
  {
    rule: 'the team is that of the event',
    ask: asked('owner_reply_count', 'moved', 'team'),
    is: [
      ['north', 1],
      ['south', 1],
    ],
  },
  {
    rule: 'or the current one, which the ticket itself says',
    ask: asked('owner_reply_count', 'moved', 'team', { ownerAt: 'current' }),
    is: [['south', 2]],
  },
  { rule: 'or that at creation', ask: asked('owner_reply_count', 'moved', 'team', { ownerAt: 'created' }), is: [['north', 2]] },
  { rule: 'the team that a close has is that of the close', ask: asked('closed', 'moved', 'team'), is: [['south', 1]] },
  { rule: 'a ticket without a team event has its current team', ask: asked('closed', 'still', 'team'), is: [['south', 1]] },
  {
    rule: 'of a state, the team at the instant',
    ask: asked('backlog', 'moved', 'team', { asOf: at('2025-03-02 10:00') }),
    is: [['north', 1]],
  },
  { rule: 'events not after the creation say whose it is at first', ask: asked('opened', 'begins', 'owner', { ownerAt: 'created' }), is: [['ann', 1]] },
  { rule: 'and are no transfer', ask: asked('transfers', 'begins', 'owner'), is: [] },
  {
    rule: 'closed_by is who closed: an id that no table has stays',
    ask: asked('closed', '', 'closed_by'),
    is: [
      ['Customer', 1],
      ['ben', 2],
      ['gone', 1],
      ['(none)', 2],
    ],
  },
  {
    rule: 'closed_by_kind is which kind that is',
    ask: asked('closed', '', 'closed_by_kind'),
    is: [
      ['(none)', 1],
      ['agent', 3],
      ['system', 1],
      ['customer', 1],
    ],
  },
  {
    rule: 'other metrics dated by a close have it too',
    ask: asked('time_in_stage', 'let-go', 'closed_by_kind'),
    is: [['system', 1]],
  },
  { rule: 'the organization is that of the requester', ask: asked('closed', 'let-go', 'organization'), is: [['Acme', 1]] },
  { rule: 'where the ticket has none of its own', ask: asked('closed', 'twice', 'organization'), is: [['other', 1]] },
  { rule: 'a customer whom no table has stays', ask: asked('closed', 'still', 'customer'), is: [['lost', 1]] },
  {
    rule: 'a rating without a ticket has its own customer’s',
    ask: asked('csat', '', 'organization', { filters: [{ field: 'ticket', op: 'is_empty', values: [] }] }),
    is: [['Acme', 1]],
  },
]);
