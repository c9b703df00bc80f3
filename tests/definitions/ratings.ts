import { agent, helpdesk, survey, ticket } from '../oracle/builders';
import type { SurveyRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf, said, type Section } from './story';

const ids = ['blank', 'twice', 'forms', 'tie', 'numbers', 'kinds', 'again', 'flagged', 'back'];
const rated = (id: string, ticketId: string | null, when: string, score: number, given: Partial<SurveyRow> = {}) => survey(id, ticketId, when, score, given);

// Which ratings count. All on 1–5, csat.
const LAST: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    ticket: ids.map((id) => ticket(id, '2025-03-01 00:00', { is_spam: id === 'flagged' })),
    survey: [
      // 5 in March, 1 in April: the last is April's, so March has none of this ticket
      rated('a1', 'twice', '2025-03-05 10:00', 5),
      rated('a2', 'twice', '2025-04-05 10:00', 1),
      // two forms, each with its own last: 1 then 5 of form f, 2 of form g, and 3 then 4 of none
      rated('b1', 'forms', '2025-03-05 10:00', 1, { form_id: 'f' }),
      rated('b2', 'forms', '2025-03-06 10:00', 5, { form_id: 'f' }),
      rated('b3', 'forms', '2025-03-05 11:00', 2, { form_id: 'g' }),
      rated('b4', 'forms', '2025-03-05 10:00', 3),
      rated('b5', 'forms', '2025-03-06 10:00', 4),
      // at one millisecond by survey_id: 10 after 9 where both are digits alone, and "s9" after "s10" as text
      rated('9', 'numbers', '2025-03-05 10:00', 2),
      rated('10', 'numbers', '2025-03-05 10:00', 5),
      rated('s9', 'tie', '2025-03-05 10:00', 2),
      rated('s10', 'tie', '2025-03-05 10:00', 5),
      // another kind is another last
      rated('k1', 'kinds', '2025-03-05 10:00', 4),
      rated('k2', 'kinds', '2025-03-06 10:00', 9, { kind: 'nps', scale_min: 0, scale_max: 10 }),
      // without a ticket each counts
      rated('n1', null, '2025-03-05 10:00', 1),
      rated('n2', null, '2025-03-06 10:00', 5),
      // answered without a score, later than the score
      rated('o1', 'blank', '2025-03-05 10:00', 4),
      { ...rated('o2', 'blank', '2025-03-06 10:00', 0), score: null },
      // sent again and not answered: the answer stands
      rated('r1', 'again', '2025-03-05 10:00', 5, { sent_at: at('2025-03-04 10:00') }),
      { ...rated('r2', 'again', '2025-03-07 10:00', 5), answered_at: null, score: null, sent_at: at('2025-03-06 10:00') },
    ],
  }),
};
const csat = (id: string | null, more: object = {}) => ({
  metric: 'csat',
  view: 'totals',
  groupBy: [],
  statistics: ['mean', 'count'],
  timeZone: 'UTC',
  filters: id === null ? [{ field: 'ticket', op: 'is_empty' }] : [{ field: 'ticket', op: 'equals', values: [id] }],
  ...more,
});
const last = rulesOf(LAST, MARCH, [
  { rule: 'the last rating wins before the range: a later one elsewhere takes it away', ask: csat('twice'), is: [[null, 0]] },
  { rule: 'and counts where it is', ask: csat('twice'), period: ['2025-04-01 00:00', '2025-05-01 00:00'], is: [[1, 1]] },
  // 5 of f, 2 of g, 4 of no form
  { rule: 'last per ticket, kind and form; no form is one form', ask: csat('forms'), is: [[3.666666667, 3]] },
  { rule: 'at one millisecond by survey_id, as whole numbers where they are digits alone', ask: csat('numbers'), is: [[5, 1]] },
  { rule: 'and as text where they are not', ask: csat('tie'), is: [[2, 1]] },
  { rule: 'another kind does not replace it', ask: csat('kinds'), is: [[4, 1]] },
  { rule: 'without a ticket each counts', ask: csat(null), is: [[3, 2]] },
  { rule: 'an answer without a score is no rating, and replaces none', ask: csat('blank'), is: [[4, 1]] },
  { rule: 'a survey that was not answered replaces nothing', ask: csat('again'), is: [[5, 1]] },
  // sent on the 4th (answered on the 5th) and on the 6th (never)
  {
    rule: 'response rate: answered ÷ sent, dated by when they were sent',
    ask: { ...csat('again'), metric: 'csat_response_rate', statistics: ['share'] },
    is: 0.5,
  },
  { rule: 'its n is the surveys sent', ask: { ...csat('again'), metric: 'csat_response_rate', statistics: ['share'] }, tell: 'n', is: 2 },
  { rule: 'answered as of then', ask: { ...csat('again'), metric: 'csat_response_rate', statistics: ['share'], asOf: at('2025-03-05 09:00') }, is: 0 },
  {
    rule: 'a survey that was never sent is in no response rate',
    ask: { ...csat('tie'), metric: 'csat_response_rate', statistics: ['share'] },
    tell: 'n',
    is: 0,
  },
]);

const on = (id: string, min: number, max: number, score: number, kind: SurveyRow['kind'] = 'csat') =>
  rated(id, null, '2025-03-05 10:00', score, { scale_min: min, scale_max: max, kind, form_id: `${kind} ${min}-${max}` });
// Every scale with its lowest positive rating and the one below: the highest of 2 or 3 points, the two highest of 4 to 7, the three highest of 10 or 11
const SCALES: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-01 00:00')],
    survey: [
      on('a0', 0, 1, 0),
      on('a1', 0, 1, 1), // good/bad
      on('b3', 1, 5, 3),
      on('b4', 1, 5, 4),
      on('b5', 1, 5, 5),
      on('b2', 1, 5, 2),
      on('c1', 0, 2, 1),
      on('c2', 0, 2, 2),
      on('d5', 1, 7, 5),
      on('d6', 1, 7, 6),
      on('d7', 1, 7, 7),
      on('e7', 0, 10, 7),
      on('e8', 0, 10, 8),
      // NPS: 9 and 10 promote, 0–6 detract, 7 and 8 only count
      on('n0', 0, 10, 0, 'nps'),
      on('n6', 0, 10, 6, 'nps'),
      on('n7', 0, 10, 7, 'nps'),
      on('n8', 0, 10, 8, 'nps'),
      on('n9', 0, 10, 9, 'nps'),
      on('n10', 0, 10, 10, 'nps'),
      on('n10b', 0, 10, 10, 'nps'),
      on('n10c', 0, 10, 10, 'nps'),
      on('z5', 1, 7, 5, 'ces'),
      on('z6', 1, 7, 6, 'ces'),
      on('z7', 1, 7, 7, 'ces'),
      on('z1', 1, 7, 1, 'ces'),
    ],
  }),
};
const STRICT: Desk = { ...SCALES, settings: { topBox: { '1-5': 1, '0-2': 0.5 } } };
const share = (scale: string, metric = 'csat', more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: [],
  timeZone: 'UTC',
  filters: [{ field: 'scale', op: 'equals', values: [scale] }],
  ...more,
});
const scales = rulesOf(SCALES, MARCH, [
  { rule: 'good of good/bad', ask: share('0-1'), is: 0.5 },
  { rule: '4–5 of 1–5; neutral stays in the denominator', ask: share('1-5'), is: 0.5 },
  { rule: '2 of 0–2', ask: share('0-2'), is: 0.5 },
  { rule: '6–7 of 1–7', ask: share('1-7'), is: 0.666666667 },
  { rule: '8–10 of 0–10', ask: share('0-10'), is: 0.5 },
  // positive: 1 + 2 + 1 + 2 + 1 = 7 of 13
  { rule: 'the share may run over several scales', ask: { ...share(''), filters: [] }, is: 0.538461538 },
  {
    rule: 'a mean over several scales is an error that asks for a filter or the scale',
    ask: { ...share(''), filters: [], statistics: ['mean'] },
    is: expect.stringMatching(/^400: .*scale/) as string,
  },
  { rule: 'a median likewise', ask: { ...share(''), filters: [], statistics: ['median'] }, is: said(/^400: .*scale/) },
  {
    rule: 'with the scale as dimension it is not',
    ask: { ...share(''), filters: [], statistics: ['mean'], groupBy: ['scale'], sort: { by: 'name', direction: 'asc' } },
    is: [
      ['0-1', 0.5],
      ['0-10', 7.5],
      ['0-2', 1.5],
      ['1-5', 3.5],
      ['1-7', 6],
    ],
  },
  { rule: 'nor with a filter on one', ask: share('1-5', 'csat', { statistics: ['mean'] }), is: 3.5 },
  {
    rule: 'the distribution is the count by rating',
    ask: share('1-5', 'csat', { statistics: ['count'], groupBy: ['rating'], sort: { by: 'name', direction: 'asc' } }),
    is: [
      ['2', 1],
      ['3', 1],
      ['4', 1],
      ['5', 1],
    ],
  },
  {
    rule: 'below the middle of its scale a rating is in the lower half, above it in the upper',
    ask: share('1-5', 'csat', { statistics: ['count'], groupBy: ['scale_half'], sort: { by: 'name', direction: 'asc' } }),
    is: [
      ['Lower half', 1],
      ['Middle', 1],
      ['Upper half', 2],
    ],
  },
  // 0 of 0–1 and 2 of 1–5
  { rule: 'whatever the scale', ask: { ...share(''), statistics: ['count'], filters: [{ field: 'scale_half', op: 'in', values: ['lower'] }] }, is: 2 },
  {
    rule: 'between on ratings compares numbers',
    ask: { ...share('0-10', 'nps'), statistics: ['count'], filters: [{ field: 'rating', op: 'between', values: ['9', '10'] }] },
    is: 4,
  },
  // 4 of 8 promote, 2 detract
  { rule: 'NPS: share 9–10 minus share 0–6, −100…100', ask: share('0-10', 'nps'), is: 25 },
  { rule: 'whose n is all its ratings', ask: share('0-10', 'nps'), tell: 'n', is: 8 },
  { rule: 'CES is a mean by default', ask: share('1-7', 'ces'), is: 4.75 },
  { rule: 'its share is the top box', ask: share('1-7', 'ces', { statistics: ['share', 'hits'] }), is: [[0.5, 2]] },
  { rule: 'nps has no hits', ask: share('0-10', 'nps', { statistics: ['hits'] }), is: said(/^400: "nps" has no statistic "hits"/) },
]);
// Scales by their number of points, each with its lowest positive rating and the one below.
const POINTS: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-01 00:00')],
    survey: [
      ...[on('p2', 1, 4, 2), on('p3', 1, 4, 3), on('p4', 1, 4, 4)],
      ...[on('q8', 1, 10, 8), on('q7', 1, 10, 7)],
      // nobody has said what is positive of eight points, of a hundred, or of halves
      ...[on('r8', 1, 8, 8), on('s90', 0, 100, 90), on('s91', 0, 100, 91), on('h', 0.5, 4.5, 4.5)],
    ],
  }),
};
const HUNDRED: Desk = { ...POINTS, settings: { topBox: { '0-100': 0.91 } } };
const pointed = (more: object = {}) => ({ metric: 'csat', view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const points = rulesOf(POINTS, MARCH, [
  { rule: 'the two highest of 4 points: 3 and 4 of 2, 3 and 4', ask: share('1-4'), is: 0.666666667 },
  { rule: 'the three highest of 10 points: 8 of 7 and 8', ask: share('1-10'), is: 0.5 },
  { rule: 'on a scale without a top box no rating is positive or negative: they are left out', ask: share('0-100'), is: null },
  { rule: 'of n too', ask: share('0-100'), tell: 'n', is: 0 },
  // 3 and 4 of 1–4, 8 of 1–10: 3 of 5
  { rule: 'of several scales those that have one count', ask: pointed({ statistics: ['share', 'hits', 'n'] }), is: [[0.6, 3, 5]] },
  {
    rule: 'and a notice counts the others, by scale, and asks for their top box',
    ask: pointed(),
    tell: 'notices',
    is: ['0-100', '0.5-4.5', '1-8'].map((scale) =>
      said(new RegExp(`^${scale === '0-100' ? 2 : 1} rows? on the scale "${scale}" left out of the share: .*topBox`))
    ),
  },
  { rule: 'not where they would not have been in the answer', ask: share('1-4'), tell: 'notices', is: [] },
  { rule: 'nor where no share is asked for', ask: share('0-100', 'csat', { statistics: ['mean'] }), tell: 'notices', is: [] },
  { rule: 'count counts every rating', ask: pointed({ statistics: ['count'] }), is: 9 },
  { rule: 'and n is that of the first statistic asked', ask: pointed({ statistics: ['count', 'share'] }), tell: 'n', is: 9 },
  {
    rule: 'its records are every rating',
    ask: { kind: 'records', metric: 'csat', columns: ['score'], filters: [{ field: 'scale', op: 'equals', values: ['0-100'] }] },
    is: [[90], [91]],
  },
]);
const hundred = rulesOf(HUNDRED, MARCH, [
  { rule: 'with a top box of its own it counts as others do', ask: share('0-100', 'csat', { statistics: ['share', 'hits', 'n'] }), is: [[0.5, 1, 2]] },
]);
const strict = rulesOf(STRICT, MARCH, [
  { rule: 'hits of csat are its positive ratings', ask: share('1-5', 'csat', { statistics: ['hits', 'n'] }), is: [[1, 4]] },
  { rule: 'the top box is configurable per scale: 5 alone of 1–5', ask: share('1-5'), is: 0.25 },
  { rule: '1–2 of 0–2', ask: share('0-2'), is: 1 },
  { rule: 'the others stay as they were', ask: share('1-7'), is: 0.666666667 },
  { rule: 'and it is used over several scales too: 1 + 1 + 2 + 2 + 1 of 13', ask: { ...share(''), filters: [] }, is: 0.538461538 },
]);

/** docs/definitions.md, "Ratings". */
export const RATINGS: Section = { title: 'Ratings', rules: [...last, ...scales, ...points, ...hundred, ...strict] };
