import { SURVEY_DIMENSIONS } from '../bindings';
import { metric } from '../metric';

const rated = {
  topic: 'satisfaction',
  fact: 'survey_fact',
  at: 'answered_at',
  datedBy: 'when the survey was answered',
  dimensions: SURVEY_DIMENSIONS,
  needs: ['survey'],
  columns: ['answered_at', 'ticket', 'customer', 'owner', 'team', 'score', 'scale', 'survey_form', 'has_comment', 'comment'],
} as const;

const LAST_RATING = 'The last rating of a ticket and form counts; a rating without a comment counts. Dated by when the survey was answered.';

/** Customer satisfaction: CSAT, NPS and CES. */
export const satisfaction = [
  metric({
    ...rated,
    id: 'csat',
    label: 'Customer satisfaction (CSAT)',
    question: 'How satisfied are customers?',
    better: 'higher',
    unit: 'percentunit',
    about: `The share of ratings that are positive: 4–5 of 1–5, good of good/bad (configurable per scale). Neutral ratings stay in the denominator. ${LAST_RATING}`,
    measure: { kind: 'rating', survey: 'csat' },
    where: [
      { column: 'kind', word: 'csat' },
      { column: 'is_last', is: true },
    ],
    statistics: ['share', 'mean', 'median', 'count', 'n'],
  }),
  metric({
    ...rated,
    id: 'nps',
    label: 'Net promoter score (NPS)',
    question: 'Would customers recommend us?',
    better: 'higher',
    unit: 'none',
    about: `The share of 9–10 minus the share of 0–6, from −100 to 100. ${LAST_RATING}`,
    measure: { kind: 'rating', survey: 'nps' },
    where: [
      { column: 'kind', word: 'nps' },
      { column: 'is_last', is: true },
    ],
    statistics: ['score', 'mean', 'median', 'count', 'n'],
  }),
  metric({
    ...rated,
    id: 'ces',
    label: 'Customer effort score (CES)',
    question: 'How easy was it for customers?',
    better: 'higher',
    unit: 'none',
    about: `The mean score, or the share in the top box (6–7 of 1–7). ${LAST_RATING}`,
    measure: { kind: 'rating', survey: 'ces' },
    where: [
      { column: 'kind', word: 'ces' },
      { column: 'is_last', is: true },
    ],
    statistics: ['mean', 'share', 'median', 'count', 'n'],
  }),
  metric({
    ...rated,
    id: 'csat_response_rate',
    label: 'CSAT response rate',
    question: 'How many customers answer our survey?',
    better: 'higher',
    unit: 'percentunit',
    about: 'Satisfaction surveys answered of those sent. Dated by when the survey was sent.',
    at: 'sent_at',
    datedBy: 'when the survey was sent',
    dimensions: { ...SURVEY_DIMENSIONS, owner: { column: 'sent_owner_ix' }, team: { column: 'sent_team_ix' } },
    measure: { kind: 'share', positive: 'was_answered' },
    where: [{ column: 'kind', word: 'csat' }],
    statistics: ['share', 'count', 'n'],
    columns: ['sent_at', 'answered_at', 'ticket', 'customer', 'owner', 'team', 'score', 'scale', 'survey_form'],
  }),
];
