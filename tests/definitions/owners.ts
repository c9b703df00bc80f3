import { agent, event, helpdesk, survey } from '../oracle/builders';
import { type Desk, MARCH, only, rulesOf, type Section } from './story';
import { fields } from './owners-fields';
import { credit } from './owners-credit';
import { groups } from './owners-groups';
import { ranks, top } from './owners-ranks';
import { made, owned, reply } from './owners-tickets';
import { values } from './owners-values';

const OWNERS: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben'), agent('cis')],
    ticket: [
      made('late', { owner_id: 'ben' }),
      made('still', { owner_id: 'cis' }),
      made('dropped', { owner_id: 'ben' }),
      made('moved', { owner_id: 'cis' }),
      made('sharp', { owner_id: 'ben' }),
      made('rated', { owner_id: 'ben' }),
    ],
    ticket_event: [
      // nobody's at first, ann's from the 2nd, ben's from the 4th
      owned('late', '2025-03-02 10:00', null, 'ann'),
      owned('late', '2025-03-04 10:00', 'ann', 'ben'),
      // ann's at first, nobody's from the 2nd, though the ticket says ben
      owned('dropped', '2025-03-02 10:00', 'ann', null),
      // ann's at first (from_value), ben's from the 2nd, cis's from the 3rd
      owned('moved', '2025-03-02 10:00', 'ann', 'ben'),
      owned('moved', '2025-03-03 10:00', 'ben', 'cis'),
      event('late', '2025-03-03 10:00', 'team', null, 'north'),
      event('late', '2025-03-05 10:00', 'team', 'north', 'south'),
      event('dropped', '2025-03-06 10:00', 'team', 'north', null),
      event('dropped', '2025-03-06 11:00', 'team', null, 'north'),
      event('moved', '2025-03-06 10:00', 'team', 'south', 'north'),
      event('moved', '2025-03-06 10:00', 'team', 'north', 'south'),
      // ben's from the very millisecond of the reply
      owned('sharp', '2025-03-02 10:00', 'ann', 'ben'),
    ],
    message: [
      reply('late', '2025-03-01 12:00'),
      reply('late', '2025-03-03 10:00'),
      reply('still', '2025-03-02 10:00'),
      reply('dropped', '2025-03-01 12:00', 'cis'),
      reply('dropped', '2025-03-03 10:00'),
      reply('moved', '2025-03-02 12:00'),
      reply('sharp', '2025-03-02 10:00'),
    ],
    survey: [survey('v1', 'rated', '2025-03-02 10:00', 5, { agent_id: 'cis' }), survey('v2', 'moved', '2025-03-02 11:00', 5)],
  }),
};
const replies = (id: string, more: object = {}) => ({
  metric: 'owner_reply_count',
  view: 'totals',
  groupBy: ['owner'],
  filters: only(id),
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  ...more,
});
const owners = rulesOf(OWNERS, MARCH, [
  {
    rule: 'the owner is that of the event; unassigned stays (unassigned)',
    ask: replies('late'),
    is: [
      ['ann', 1],
      ['(unassigned)', 1],
    ],
  },
  { rule: 'ownerAt: current', ask: replies('late', { ownerAt: 'current' }), is: [['ben', 2]] },
  { rule: 'ownerAt: created', ask: replies('late', { ownerAt: 'created' }), is: [['(unassigned)', 2]] },
  { rule: 'a ticket without any owner event falls back to its current owner', ask: replies('still'), is: [['cis', 1]] },
  {
    rule: 'one that was let go does not',
    ask: replies('dropped'),
    is: [
      ['ann', 1],
      ['(unassigned)', 1],
    ],
  },
  { rule: 'before the first owner event its from_value', ask: replies('moved', { metric: 'opened', ownerAt: 'event' }), is: [['ann', 1]] },
  { rule: 'opened uses the current owner by default', ask: replies('moved', { metric: 'opened' }), is: [['cis', 1]] },
  {
    rule: 'the rows tell the owner that is counted by',
    ask: { kind: 'records', metric: 'opened', columns: ['ticket', 'owner'], filters: only('moved') },
    is: [['moved', 'cis']],
  },
  {
    rule: 'also another one',
    ask: { kind: 'records', metric: 'opened', columns: ['ticket', 'owner'], filters: only('moved'), ownerAt: 'event' },
    is: [['moved', 'ann']],
  },
  { rule: 'so does support volume', ask: replies('moved', { metric: 'support_volume' }), is: [['cis', 1]] },
  { rule: 'an owner event at the millisecond of the reply has happened', ask: replies('sharp'), is: [['ben', 1]] },
  { rule: 'first response has the owner at the reply', ask: replies('moved', { metric: 'time_to_first_response', statistics: ['count'] }), is: [['ben', 1]] },
  {
    rule: 'turns have the author, also after a transfer',
    ask: replies('moved', { metric: 'owner_reply_time', groupBy: ['author'], statistics: ['count'] }),
    is: [['ann', 1]],
  },
  { rule: 'turns have the owner too', ask: replies('moved', { metric: 'owner_reply_time', statistics: ['count'] }), is: [['ben', 1]] },
  { rule: 'survey.agent_id, where set, is the owner of a rating', ask: replies('rated', { metric: 'csat', statistics: ['count'] }), is: [['cis', 1]] },
  { rule: 'otherwise the owner when it was answered', ask: replies('moved', { metric: 'csat', statistics: ['count'] }), is: [['ben', 1]] },
  { rule: 'filters test the owner at the event', ask: replies('late', { filters: [...only('late'), { field: 'owner', op: 'in', values: ['ben'] }] }), is: [] },
  {
    rule: 'or the owner asked for',
    ask: replies('late', { ownerAt: 'current', filters: [...only('late'), { field: 'owner', op: 'in', values: ['ben'] }] }),
    is: [['ben', 2]],
  },
  // late −→ann (none), ann→ben (1); dropped ann→nobody (none); moved ann→ben, ben→cis (2); sharp ann→ben (1)
  {
    rule: 'it counts for the new owner, who is the owner at that millisecond',
    ask: { metric: 'transfers', view: 'totals', groupBy: ['owner'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['ben', 3],
      ['cis', 1],
    ],
  },
  // late: to north (none), north → south (1); dropped: north → none → north (none); moved: from_value south → north → south (2), at one millisecond
  {
    rule: 'a transfer of team is from one team to another',
    ask: { metric: 'team_transfers', view: 'totals', groupBy: ['ticket'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['late', 1],
      ['moved', 2],
    ],
  },
  {
    rule: 'it is dated by the change',
    ask: { metric: 'team_transfers', view: 'totals', groupBy: [] },
    period: ['2025-03-05 00:00', '2025-03-06 00:00'],
    is: 1,
  },
  {
    rule: 'and the owner’s are counted apart',
    ask: { metric: 'transfers', view: 'totals', groupBy: [] },
    period: ['2025-03-05 00:00', '2025-03-06 00:00'],
    is: 0,
  },
  { rule: 'a transfer is from somebody to somebody else', ask: { metric: 'transfers', view: 'totals', groupBy: [] }, is: 4 },
]);

export const OWNERS_AND_DIMENSIONS: Section = {
  title: 'Owner and other dimensions',
  rules: [...owners, ...credit, ...groups, ...fields, ...values, ...ranks, ...top],
};
