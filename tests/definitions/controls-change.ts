import { helpdesk, survey, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';

const rated = (id: string, when: string, score: number, kind: 'csat' | 'nps' = 'csat') => ({
  ticket: ticket(id, '2025-03-01 00:00'),
  survey: survey(id, id, when, score, kind === 'csat' ? {} : { kind, scale_min: 0, scale_max: 10 }),
});

// In the first week 1 of 2 ratings is good, in the second 3 of 4; of the NPS one promoter of two and one detractor, then one promoter alone.
const ALL = [
  rated('a1', '2025-03-03 10:00', 5),
  rated('a2', '2025-03-04 10:00', 1),
  rated('b1', '2025-03-10 10:00', 5),
  rated('b2', '2025-03-11 10:00', 5),
  rated('b3', '2025-03-12 10:00', 4),
  rated('b4', '2025-03-13 10:00', 1),
  rated('c1', '2025-03-03 10:00', 10, 'nps'),
  rated('c2', '2025-03-04 10:00', 1, 'nps'),
  rated('c3', '2025-03-10 10:00', 10, 'nps'),
];
const WEEKS: Desk = { rows: helpdesk({ ticket: ALL.map((one) => one.ticket), survey: ALL.map((one) => one.survey) }) };
const compared = (metric: string, more: object = {}) => ({ metric, view: 'totals', groupBy: [], compare: 'previous_period', timeZone: 'UTC', ...more });

/** In what a change is told. */
export const changes = rulesOf(
  WEEKS,
  ['2025-03-10 00:00', '2025-03-17 00:00'],
  [
    { rule: 'a share changes in points', ask: compared('csat'), is: [[0.75, 0.5, 0.25, '▲ +25.0 pts']] },
    { rule: 'a score does', ask: compared('nps'), is: [[100, 0, 100, '▲ +100.0 pts']] },
    { rule: 'a count in percent of before', ask: compared('csat', { statistics: ['count'] }), is: [[4, 2, 2, '▲ +100.0 %']] },
    { rule: 'in the reader’s language', ask: compared('csat', { locale: 'nl-NL' }), is: [[0.75, 0.5, 0.25, '▲ +25,0 pt']] },
    {
      rule: 'from nothing there is no change',
      ask: compared('csat'),
      period: ['2025-03-03 00:00', '2025-03-10 00:00'],
      is: [[0.5, null, null, null]],
    },
  ]
);
