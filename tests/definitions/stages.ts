import { event, helpdesk, message, stage, ticket } from '../oracle/builders';
import type { TicketEventRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf, type Section } from './story';

const DAY = '2025-03-03';
const moves = (id: string, ...steps: Array<[time: string, to: string]>): TicketEventRow[] =>
  steps.map(([time, to], i) => event(id, `${DAY} ${time}`, 'stage', i === 0 ? 'new' : steps[i - 1][1], to));
const turns = (id: string, ...steps: Array<[time: string, to: string]>): TicketEventRow[] =>
  steps.map(([time, to], i) => event(id, `${DAY} ${time}`, 'status', i === 0 ? 'open' : steps[i - 1][1], to));
const says = (id: string, time: string, kind: 'customer' | 'agent' | 'bot' = 'agent', more: object = {}) => message(id, `${DAY} ${time}`, kind, more);
const IDS = ['plain', 'left', 'unsaid', 'silent', 'edges', 'said', 'skew', 'running', 'direct', 'noop', 'lost', 'noted', 'thrice', 'sharp', 'hasty'];

// All created at 08:00, stage "new" until the first event. Stages: new, work (open), wait (waiting_customer), done (closed).
const STAGES: Desk = {
  rows: helpdesk({
    stage: [stage('new', 'new'), stage('work', 'open'), stage('wait', 'waiting_customer'), stage('done', 'closed')],
    ticket: IDS.map((id) => ticket(id, `${DAY} 08:00`)),
    ticket_event: [
      // new 08–10; work 10–12 and 14–15; wait 12–14
      ...moves('plain', ['10:00', 'work'], ['12:00', 'wait'], ['14:00', 'work'], ['15:00', 'done']),
      // closed by its status at 16:00 while in work for the second time: that visit has no exit, the first has (10–11)
      ...moves('left', ['10:00', 'work'], ['11:00', 'wait'], ['13:00', 'work']),
      ...turns('left', ['16:00', 'closed']),
      // in done from 12:00 on; status closed 12:00, open 14:00, closed 18:00: the reopening left no stage event. Messages at 15:00 and 17:00
      ...moves('unsaid', ['10:00', 'work'], ['12:00', 'done']),
      ...turns('unsaid', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // likewise, but nobody wrote after the first close
      ...moves('silent', ['10:00', 'work'], ['12:00', 'done']),
      ...turns('silent', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // messages at the first close (not after it), and at the last (up to it)
      ...moves('edges', ['10:00', 'work'], ['12:00', 'done']),
      ...turns('edges', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // the reopening left an event: work 10–12 and 14–18
      ...moves('said', ['10:00', 'work'], ['12:00', 'done'], ['14:00', 'work'], ['18:00', 'done']),
      ...turns('said', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // an event before the creation says that the ticket begins in work: 08–12
      ...moves('skew', ['07:00', 'work'], ['12:00', 'done']),
      // reopened at 14:00 and open ever since
      ...moves('running', ['10:00', 'work'], ['12:00', 'done'], ['14:00', 'work']),
      // done from 11:30, closed at 12:00 with a message at that millisecond
      ...moves('sharp', ['10:00', 'work'], ['11:30', 'done']),
      ...turns('sharp', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // work until 13:00, then wait, though closed at 12:00; reopened without a stage event, and closed again
      ...moves('hasty', ['10:00', 'work'], ['13:00', 'wait']),
      ...turns('hasty', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // straight from new
      ...moves('direct', ['09:00', 'done']),
      // work to work is nothing: one visit
      ...moves('noop', ['10:00', 'work'], ['11:00', 'work'], ['12:00', 'done']),
      // a stage that no table has: nirvana 10–12; closed by its status
      ...moves('lost', ['10:00', 'nirvana'], ['12:00', 'work'], ['13:00', 'done']),
      ...turns('lost', ['13:00', 'closed']),
      // only a note and a bot wrote after the first close
      ...moves('noted', ['10:00', 'work'], ['12:00', 'done']),
      ...turns('noted', ['12:00', 'closed'], ['14:00', 'open'], ['18:00', 'closed']),
      // closed three times: 12:00, 15:00 and 18:00
      ...moves('thrice', ['10:00', 'work'], ['12:00', 'done']),
      ...turns('thrice', ['12:00', 'closed'], ['14:00', 'open'], ['15:00', 'closed'], ['16:00', 'open'], ['18:00', 'closed']),
    ],
    message: [
      says('unsaid', '11:00'),
      says('unsaid', '15:00', 'customer'),
      says('unsaid', '17:00'),
      says('unsaid', '19:00'),
      says('silent', '11:00'),
      says('hasty', '12:30'),
      says('edges', '12:00'),
      says('edges', '18:00', 'customer'),
      says('edges', '18:00:00.001'),
      says('sharp', '12:00'),
      says('said', '17:00'),
      says('noted', '15:00', 'agent', { visibility: 'internal', kind: 'note' }),
      says('noted', '16:00', 'bot'),
      // written before the second close only
      says('thrice', '14:30'),
    ],
  }),
};
const HOUR = 3600;
const stages = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: ['stage'],
  filters: [{ field: 'ticket', op: 'equals', values: [id] }],
  sort: { by: 'name', direction: 'asc' },
  timeZone: 'UTC',
  ...more,
});
const span = (id: string, more: object = {}) => stages('time_in_stage', id, more);
const dwell = (id: string, more: object = {}) => stages('stage_dwell', id, more);

/** docs/definitions.md, "Stages". */
export const STAGE_TIMES: Section = {
  title: 'Stages',
  rules: rulesOf(STAGES, MARCH, [
    {
      rule: 'span: last exit − first entry',
      ask: span('plain'),
      is: [
        ['new', 2 * HOUR],
        ['wait', 2 * HOUR],
        ['work', 5 * HOUR],
      ],
    },
    {
      rule: 'dwell: the sum of visits',
      ask: dwell('plain'),
      is: [
        ['new', 2 * HOUR],
        ['wait', 2 * HOUR],
        ['work', 3 * HOUR],
      ],
    },
    {
      rule: 'a visit without an exit contributes nothing',
      ask: span('left'),
      is: [
        ['new', 2 * HOUR],
        ['wait', 2 * HOUR],
        ['work', HOUR],
      ],
    },
    {
      rule: 'nor to the dwell',
      ask: dwell('left'),
      is: [
        ['new', 2 * HOUR],
        ['wait', 2 * HOUR],
        ['work', HOUR],
      ],
    },
    { rule: 'a stage never left has no row', ask: span('direct'), is: [['new', HOUR]] },
    {
      rule: 'closed again without a stage event for the reopening: the count resumes until the last message',
      ask: span('unsaid'),
      is: [
        ['new', 2 * HOUR],
        ['work', 7 * HOUR],
      ],
    },
    {
      rule: 'until the last message of then: at the first close it ended there',
      ask: span('unsaid', { asOf: at(`${DAY} 13:00`) }),
      is: [
        ['new', 2 * HOUR],
        ['work', 2 * HOUR],
      ],
    },
    {
      rule: 'nobody wrote: it ended with the first close',
      ask: span('silent'),
      is: [
        ['new', 2 * HOUR],
        ['work', 2 * HOUR],
      ],
    },
    {
      rule: 'after the earlier close, and up to the last',
      ask: span('edges'),
      is: [
        ['new', 2 * HOUR],
        ['work', 8 * HOUR],
      ],
    },
    {
      rule: 'a message at the earlier close is not after it',
      ask: span('sharp'),
      is: [
        ['new', 2 * HOUR],
        ['work', 1.5 * HOUR],
      ],
    },
    {
      rule: 'where the reopening left events, they say it',
      ask: span('said'),
      is: [
        ['done', 2 * HOUR],
        ['new', 2 * HOUR],
        ['work', 8 * HOUR],
      ],
    },
    {
      rule: 'and the dwell',
      ask: dwell('said'),
      is: [
        ['done', 2 * HOUR],
        ['new', 2 * HOUR],
        ['work', 6 * HOUR],
      ],
    },
    {
      rule: 'notes and bots resume nothing',
      ask: span('noted'),
      is: [
        ['new', 2 * HOUR],
        ['work', 2 * HOUR],
      ],
    },
    { rule: 'an event before the creation is no visit: it says how the ticket begins', ask: span('skew'), is: [['work', 4 * HOUR]] },
    // entered at 13:00, between a close and its quiet reopening; the only message after that close came at 12:30
    {
      rule: 'a negative visit drops the row',
      ask: span('hasty'),
      is: [
        ['new', 2 * HOUR],
        ['work', 3 * HOUR],
      ],
    },
    { rule: 'and is counted', ask: span('hasty'), tell: 'notices', is: ['1 row left out: the end lies before the start (clocks that disagree).'] },
    { rule: 'tickets closed now only', ask: span('running'), is: [] },
    {
      rule: 'as of when it was closed it is there',
      ask: span('running', { asOf: at(`${DAY} 13:00`) }),
      is: [
        ['new', 2 * HOUR],
        ['work', 2 * HOUR],
      ],
    },
    { rule: 'dated by the last close', ask: span('said'), period: [`${DAY} 18:00`, `${DAY} 18:00:00.001`], tell: 'n', is: [1, 1, 1] },
    {
      rule: 'an event from a stage to itself is nothing',
      ask: span('noop', {
        groupBy: [],
        statistics: ['count', 'sum'],
        filters: [
          { field: 'ticket', op: 'equals', values: ['noop'] },
          { field: 'stage', op: 'equals', values: ['work'] },
        ],
      }),
      is: [[1, 2 * HOUR]],
    },
    {
      rule: 'a stage that no table has stays, under its id',
      ask: span('lost'),
      is: [
        ['new', 2 * HOUR],
        ['work', HOUR],
        ['nirvana', 2 * HOUR],
      ],
    },
    // between the second close (15:00) and the third nobody wrote; after the first close somebody did (14:30)
    {
      rule: 'of three closes: the last message after an earlier close and up to the last',
      ask: span('thrice'),
      is: [
        ['new', 2 * HOUR],
        ['work', 4.5 * HOUR],
      ],
    },
  ]),
};
