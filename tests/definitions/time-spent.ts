import { agent, event, helpdesk, ticket } from '../oracle/builders';
import type { TimeEntryRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf } from './story';

const DAY = '2025-03-03';
const entry = (entry_id: string, ticket_id: string, time: string, seconds: number, given: Partial<TimeEntryRow> = {}): TimeEntryRow => ({
  entry_id,
  ticket_id,
  agent_id: 'ann',
  at: at(`${DAY} ${time}`),
  seconds,
  activity: 'answering',
  ...given,
});
const WORK: Desk = {
  rows: helpdesk({
    agent: [agent('ann'), agent('ben')],
    ticket: [ticket('one', `${DAY} 10:00`, { owner_id: 'ben' }), ticket('two', `${DAY} 10:00`), ticket('junk', `${DAY} 10:00`, { is_spam: true })],
    ticket_event: [event('one', `${DAY} 11:00`, 'owner', 'ann', 'ben')],
    time_entry: [
      entry('1', 'one', '10:30', 600),
      entry('2', 'one', '11:00', 300.5, { agent_id: 'ben', activity: null }),
      entry('3', 'two', '12:00', 0),
      // somebody whom no table has
      entry('4', 'two', '13:00', 60, { agent_id: 'zed', activity: 'phone' }),
      entry('5', 'two', '14:00', 90, { agent_id: null, activity: 'phone' }),
      entry('6', 'junk', '12:00', 1000),
      entry('7', 'lost', '12:00', 1000),
    ],
  }),
};
const spent = (more: object = {}) => ({ metric: 'time_spent', view: 'totals', groupBy: [], sort: { by: 'name', direction: 'asc' }, timeZone: 'UTC', ...more });

/** Time that people enter. */
export const TIME_SPENT = rulesOf(WORK, MARCH, [
  { rule: 'time spent: the sum, the mean and the count of entries', ask: spent({ statistics: ['sum', 'mean', 'count'] }), is: [[1050.5, 210.1, 5]] },
  { rule: 'the sum unless asked otherwise; entries follow their ticket’s flags', ask: spent({ include: ['spam'] }), is: 2050.5 },
  { rule: 'dated by the entry', ask: spent(), period: [`${DAY} 10:30`, `${DAY} 11:00`], is: 600 },
  {
    rule: 'by agent; one that no table has is shown as its id',
    ask: spent({ groupBy: ['agent'] }),
    is: [
      ['ann', 600],
      ['ben', 300.5],
      ['zed', 60],
      ['(none)', 90],
    ],
  },
  {
    rule: 'by activity',
    ask: spent({ groupBy: ['activity'] }),
    is: [
      ['answering', 600],
      ['phone', 150],
      ['(none)', 300.5],
    ],
  },
  {
    rule: 'the owner is that of the instant',
    ask: spent({ groupBy: ['owner'] }),
    is: [
      ['ann', 600],
      ['ben', 300.5],
      ['(unassigned)', 150],
    ],
  },
  {
    rule: 'an entry whose ticket is missing is counted in a notice',
    ask: spent(),
    tell: 'notices',
    is: ['1 row left out: their ticket is missing (time_entry).'],
  },
]);
