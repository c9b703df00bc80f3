import { agent, helpdesk, survey, ticket } from '../oracle/builders';
import type { SurveyRow } from '../oracle/model';
import { at, type Desk, MARCH, rulesOf, type Section } from './story';

const ids = ['blank', 'twice', 'forms', 'tie', 'kinds', 'again', 'flagged', 'back'];
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
      // at one millisecond by survey_id as text: "s9" after "s10"
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
  { rule: 'at one millisecond by survey_id as text', ask: csat('tie'), is: [[2, 1]] },
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
// Every scale with its lowest positive rating and the one below: (score − min) ÷ (max − min) ≥ 0.75
const SCALES: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-01 00:00')],
    survey: [
      on('a0', 0, 1, 0),
      on('a1', 0, 1, 1), // good/bad
      on('b3', 1, 5, 3),
      on('b4', 1, 5, 4),
      on('b5', 1, 5, 5),
      on('b2', 1, 5, 2), // 3 → 0.5, 4 → 0.75
      on('c1', 0, 2, 1),
      on('c2', 0, 2, 2), // 1 → 0.5
      on('d5', 1, 7, 5),
      on('d6', 1, 7, 6),
      on('d7', 1, 7, 7), // 5 → 0.667, 6 → 0.833
      on('e7', 0, 10, 7),
      on('e8', 0, 10, 8), // 7 → 0.7
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
    rule: 'between on ratings compares numbers',
    ask: { ...share('0-10', 'nps'), statistics: ['count'], filters: [{ field: 'rating', op: 'between', values: ['9', '10'] }] },
    is: 4,
  },
  // 4 of 8 promote, 2 detract
  { rule: 'NPS: share 9–10 minus share 0–6, −100…100', ask: share('0-10', 'nps'), is: 25 },
  { rule: 'whose n is all its ratings', ask: share('0-10', 'nps'), tell: 'n', is: 8 },
  { rule: 'CES is a mean by default', ask: share('1-7', 'ces'), is: 4.75 },
  { rule: 'its share is the top box', ask: share('1-7', 'ces', { statistics: ['share'] }), is: 0.5 },
]);
// 5 and 1 on 1–5; a 3 on a scale that has nothing but a 3.
const FLAT: Desk = {
  rows: helpdesk({
    ticket: [ticket('t', '2025-03-01 00:00')],
    survey: [on('f5', 1, 5, 5), on('f1', 1, 5, 1), on('f3', 3, 3, 3), on('p9', 0, 10, 9, 'nps'), on('p7', 7, 7, 7, 'nps')],
  }),
};
const flatly = (more: object = {}) => ({ metric: 'csat', view: 'totals', groupBy: [], timeZone: 'UTC', ...more });
const flat = rulesOf(FLAT, MARCH, [
  { rule: 'a rating on a scale that ends where it begins is neither good nor bad: it is left out', ask: flatly(), is: 0.5 },
  { rule: 'so n is the denominator', ask: flatly(), tell: 'n', is: 2 },
  { rule: 'of every statistic', ask: flatly({ statistics: ['mean', 'count'] }), is: [[3, 2]] },
  { rule: 'and counted', ask: flatly(), tell: 'notices', is: ['1 row left out: their scale ends where it begins (scale_min = scale_max).'] },
  { rule: 'where it would have been in the answer', ask: flatly({ filters: [{ field: 'scale', op: 'equals', values: ['1-5'] }] }), tell: 'notices', is: [] },
  { rule: 'of nps likewise', ask: flatly({ metric: 'nps', statistics: ['score', 'n'] }), is: [[100, 1]] },
  { rule: 'its records are those of the number', ask: { kind: 'records', metric: 'csat', columns: ['score'] }, is: [[1], [5]] },
  { rule: 'it is no low rating', ask: { kind: 'events', events: ['low_rating'] }, tell: 'notices', is: [] },
]);
const strict = rulesOf(STRICT, MARCH, [
  { rule: 'the top box is configurable per scale: 5 alone of 1–5', ask: share('1-5'), is: 0.25 },
  { rule: '1–2 of 0–2', ask: share('0-2'), is: 1 },
  { rule: 'the others stay as they were', ask: share('1-7'), is: 0.666666667 },
  { rule: 'and it is used over several scales too: 1 + 1 + 2 + 2 + 1 of 13', ask: { ...share(''), filters: [] }, is: 0.538461538 },
]);

/** docs/definitions.md, "Ratings". */
export const RATINGS: Section = { title: 'Ratings', rules: [...last, ...scales, ...flat, ...strict] };
