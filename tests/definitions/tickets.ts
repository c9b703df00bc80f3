import { agent, event, helpdesk, stage, ticket } from '../oracle/builders';
import type { TicketRow } from '../oracle/model';
import { at, type Desk, MARCH, type Rule, rulesOf, type Section } from './story';
import { flags, orphans } from './tickets-rows';
import { states } from './tickets-states';

const CREATED = '2025-03-01 10:00';
const made = (id: string, given: Partial<TicketRow> = {}) => ticket(id, CREATED, given);
const status = (id: string, when: string, from: string | null, to: string) => event(id, when, 'status', from, to);
const staged = (id: string, when: string, from: string | null, to: string) => event(id, when, 'stage', from, to);

const HISTORIES: Desk = {
  rows: helpdesk({
    stage: [stage('s_new', 'new'), stage('s_open', 'open'), stage('s_done', 'closed')],
    agent: [agent('ann'), agent('ben')],
    ticket: [
      made('by-status', { closed_at: at('2025-03-09 10:00') }),
      made('by-stage', { closed_at: at('2025-03-09 10:00') }),
      made('by-column', { closed_at: at('2025-03-04 10:00') }),
      made('owner-only', { closed_at: at('2025-03-04 10:00') }),
      made('open-stages', { closed_at: at('2025-03-04 10:00') }),
      made('open-status', { closed_at: at('2025-03-04 10:00') }),
      made('merged'),
      made('spammed'),
      made('born-closed'),
      made('liar'),
      made('noop-first'),
      made('noop-open'),
      made('texts'),
      made('numbers'),
      made('mixed'),
      made('nowhere'),
      made('reopened'),
      made('handed'),
    ],
    ticket_event: [
      // the status says 2 March, the stage the 5th, the column the 9th
      status('by-status', '2025-03-02 10:00', 'open', 'closed'),
      staged('by-status', '2025-03-05 10:00', 's_open', 's_done'),
      // without a status event the stage's kind decides: the 3rd
      staged('by-stage', '2025-03-02 10:00', 's_new', 's_open'),
      staged('by-stage', '2025-03-03 10:00', 's_open', 's_done'),
      // an event of another field says nothing about the state
      event('owner-only', '2025-03-02 10:00', 'owner', null, 'ann'),
      // these two histories end open, on the 2nd; closed_at is later, and nothing says that they are open
      staged('open-stages', '2025-03-02 10:00', 's_new', 's_open'),
      status('open-status', '2025-03-02 10:00', 'new', 'open'),
      // closed on the 2nd, merged on the 3rd (no close), open on the 5th (a reopening), closed on the 6th
      status('merged', '2025-03-02 10:00', 'open', 'closed'),
      status('merged', '2025-03-03 10:00', 'closed', 'merged'),
      status('merged', '2025-03-05 10:00', 'merged', 'open'),
      status('merged', '2025-03-06 10:00', 'open', 'closed'),
      // spam on the 2nd is the close; what was spam and becomes closed on the 4th was closed before
      status('spammed', '2025-03-02 10:00', 'open', 'spam'),
      status('spammed', '2025-03-04 10:00', 'spam', 'closed'),
      // before the first event the state is its from_value: closed until the 5th, open until the 7th
      status('born-closed', '2025-03-05 10:00', 'closed', 'open'),
      status('born-closed', '2025-03-07 10:00', 'open', 'closed'),
      // only to_value counts: the second event's "open" is not true, nothing happens on the 4th
      status('liar', '2025-03-02 10:00', 'open', 'closed'),
      status('liar', '2025-03-04 10:00', 'open', 'merged'),
      // an event to the state that the ticket is in is nothing. from_value is read on the first event alone, no-op or not: closed from the start
      status('noop-first', '2025-03-02 10:00', 'closed', 'closed'),
      status('noop-first', '2025-03-04 10:00', 'open', 'closed'),
      // and it is not read on the second: whatever that says, it leaves the ticket open
      status('noop-open', '2025-03-02 10:00', 'new', 'closed'),
      status('noop-open', '2025-03-03 10:00', 'open', 'open'),
      // at one millisecond, by event_id as text: "e10" (open), then "e9" (closed)
      event('texts', '2025-03-02 10:00', 'status', 'new', 'closed', { event_id: 'e9' }),
      event('texts', '2025-03-02 10:00', 'status', 'new', 'open', { event_id: 'e10' }),
      // as whole numbers: 9 (open), then 10 (closed)
      event('numbers', '2025-03-02 10:00', 'status', 'open', 'closed', { event_id: '10' }),
      event('numbers', '2025-03-02 10:00', 'status', 'new', 'open', { event_id: '9' }),
      // digits come before text: 99 (open), then "+1" (closed), though "+" sorts before "9"
      event('mixed', '2025-03-02 10:00', 'status', 'open', 'closed', { event_id: '+1' }),
      event('mixed', '2025-03-02 10:00', 'status', 'new', 'open', { event_id: '99' }),
      // closed on the 2nd, reopened on the 3rd, and open ever since
      status('reopened', '2025-03-02 10:00', 'open', 'closed'),
      status('reopened', '2025-03-03 10:00', 'closed', 'open'),
      // the owner changes at the millisecond of the close, and again a millisecond later
      event('handed', '2025-03-02 10:00', 'owner', 'ann', 'ben'),
      status('handed', '2025-03-02 10:00', 'open', 'closed'),
      event('handed', '2025-03-02 10:00:00.001', 'owner', 'ben', 'ann'),
    ],
  }),
};
const of = (id: string) => [{ field: 'ticket', op: 'in', values: [id] }];
const day = 86_400;
/** The last close of one ticket, as seconds since its creation. */
const closeOf = (rule: string, id: string, is: number | null, more: object = {}) => ({
  rule,
  ask: { metric: 'time_to_close', view: 'totals', groupBy: [], filters: of(id), timeZone: 'UTC', ...more },
  is,
});
const total = (metric: string, id: string, more: object = {}) => ({ metric, view: 'totals', groupBy: [], filters: of(id), timeZone: 'UTC', ...more });
const histories = rulesOf(HISTORIES, MARCH, [
  closeOf('the state comes from status events', 'by-status', day),
  closeOf('without any, from stage events through the stage’s kind', 'by-stage', 2 * day),
  closeOf('without either, from closed_at', 'by-column', 3 * day),
  closeOf('events of other fields do not hide closed_at', 'owner-only', 3 * day),
  closeOf('a closed_at later than stage events that end open is a close', 'open-stages', 3 * day),
  closeOf('or than such status events', 'open-status', 3 * day),
  {
    rule: 'so neither is open',
    ask: total('backlog', 'open-status', { filters: [{ field: 'ticket', op: 'in', values: ['open-status', 'open-stages'] }] }),
    is: 0,
  },
  closeOf('moving between closed states is no close', 'spammed', day),
  closeOf('closed, merged, reopened and closed: the last close', 'merged', 5 * day),
  { rule: 'that is two closes', ask: total('closed', 'merged'), is: 2 },
  { rule: 'and one reopening: +1 +1 −2', ask: total('net_flow', 'merged'), is: 0 },
  {
    rule: 'of records as of net flow, each dated by its own event',
    ask: total('net_flow', 'merged', { view: 'over_time', frequency: 'day' }),
    period: ['2025-03-01 00:00', '2025-03-07 00:00'],
    is: [
      ['2025-03-01 00:00', 1],
      ['2025-03-02 00:00', -1],
      ['2025-03-03 00:00', 0],
      ['2025-03-04 00:00', 0],
      ['2025-03-05 00:00', 1],
      ['2025-03-06 00:00', -1],
    ],
  },
  closeOf('first_close: dated by the first', 'merged', day, { close: 'first' }),
  {
    rule: 'first_close is in no day but the first close’s',
    ask: { ...total('time_to_close', 'merged', { close: 'first', view: 'over_time', frequency: 'day', statistics: ['count'] }) },
    period: ['2025-03-02 00:00', '2025-03-07 00:00'],
    is: [
      ['2025-03-02 00:00', 1],
      ['2025-03-03 00:00', 0],
      ['2025-03-04 00:00', 0],
      ['2025-03-05 00:00', 0],
      ['2025-03-06 00:00', 0],
    ],
  },
  closeOf('a ticket that is open again is out of the last close', 'reopened', null),
  closeOf('but in the first', 'reopened', day, { close: 'first' }),
  closeOf('as of a time when it was closed it is in the last', 'reopened', day, { asOf: '2025-03-02T12:00:00Z' }),
  {
    rule: 'it is no longer one of the tickets closed now at the millisecond of the reopening',
    ask: total('time_to_close', 'reopened', { asOf: '2025-03-03T10:00:00Z' }),
    is: null,
  },
  closeOf('as of then the earlier close is the last', 'merged', day, { asOf: '2025-03-04T00:00:00Z' }),
  {
    rule: 'before the first event the state is its from_value: not in the backlog',
    ask: total('backlog', 'born-closed'),
    period: ['2025-03-01 00:00', '2025-03-04 00:00'],
    is: 0,
  },
  { rule: 'then it is', ask: total('backlog', 'born-closed'), period: ['2025-03-01 00:00', '2025-03-06 00:00'], is: 1 },
  { rule: 'it has a close at its creation, and another', ask: total('closed', 'born-closed'), is: 2 },
  { rule: 'created + reopened − closed, as it was never in the backlog before', ask: total('net_flow', 'born-closed'), is: 0 },
  closeOf('only to_value counts: closed twice is closed once', 'liar', day),
  { rule: 'and is no reopening', ask: total('reopen_rate', 'liar'), is: 0 },
  closeOf('a first event from a state to itself says what the state was before: closed, since the creation', 'noop-first', 0),
  closeOf('a later from_value is not read: an event to another state than the present one is a change', 'noop-open', null),
  closeOf('at one millisecond events are in the order of their ids as text', 'texts', day),
  closeOf('or as whole numbers, where both are: 9 comes before 10', 'numbers', day),
  closeOf('digits come before text', 'mixed', day),
  { rule: 'so that ticket is closed', ask: total('backlog', 'texts'), is: 0 },
  { rule: 'a ticket without any event or close is open', ask: total('backlog', 'nowhere'), is: 1 },
  {
    rule: 'an event at the millisecond of the close has happened: the owner',
    ask: total('time_to_close', 'handed', { groupBy: ['owner'], statistics: ['count'] }),
    is: [['ben', 1]],
  },
  // ever closed, by first close: by-status, by-stage, by-column, owner-only, open-stages, open-status, merged, spammed, born-closed, liar, noop-first,
  // noop-open, texts, numbers, mixed, reopened, handed = 17
  // ever reopened: merged, born-closed, noop-open, reopened = 4
  { rule: 'reopen rate: tickets ever reopened ÷ ever closed', ask: { metric: 'reopen_rate', view: 'totals', groupBy: [], timeZone: 'UTC' }, is: 0.235294118 },
  { rule: 'its n is the denominator', ask: { metric: 'reopen_rate', view: 'totals', groupBy: [], timeZone: 'UTC' }, tell: 'n' as Rule['tell'], is: 17 },
  // first closes on the 2nd: by-status, merged, spammed, liar, noop-open, texts, numbers, mixed, reopened, handed = 10, of which merged, noop-open and reopened came back
  {
    rule: 'dated by the first close',
    ask: { metric: 'reopen_rate', view: 'totals', groupBy: [], timeZone: 'UTC' },
    period: ['2025-03-02 00:00', '2025-03-03 00:00'],
    is: 0.3,
  },
]);

/** docs/definitions.md, "Tickets". */
export const TICKETS: Section = { title: 'Tickets', rules: [...histories, ...states, ...flags, ...orphans] };
