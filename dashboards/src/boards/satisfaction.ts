import type { Board } from '../board';
import { LOW, OWNED } from '../query';
import { TO } from './destinations';
import { changed } from './key-number';

/** The higher the darker. Not red to green: 1 is the worst of five and the better of two, and one helpdesk may ask both ways. */
const RATINGS = [
  ['0', '0', 'super-light-purple'],
  ['1', '1', 'super-light-blue'],
  ['2', '2', 'light-blue'],
  ['3', '3', 'blue'],
  ['4', '4', 'semi-dark-blue'],
  ['5', '5', 'dark-blue'],
] as const;

export const SATISFACTION: Board = {
  file: 'customer-satisfaction',
  ...TO.satisfaction,
  description: {
    en: 'What customers think of the service: CSAT, NPS, effort, and how many answer.',
    nl: 'Wat klanten van de service vinden: CSAT, NPS, inspanning, en hoeveel er antwoorden.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        changed(1, 6, { metric: 'csat' }, { title: { en: 'CSAT', nl: 'CSAT' } }),
        changed(2, 6, { metric: 'nps' }, { title: { en: 'NPS', nl: 'NPS' } }),
        changed(3, 6, { metric: 'ces' }, { title: { en: 'CES', nl: 'CES' } }),
        changed(4, 6, { metric: 'csat_response_rate' }, { title: { en: 'CSAT response', nl: 'CSAT-respons' } }),
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'Over tijd' },
      panels: [
        { id: 10, kind: 'series', width: 12, queries: [{ metric: 'csat', groupBy: [], trend: 'linear' }] },
        {
          id: 11,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'csat', groupBy: ['rating'], statistics: ['count'] }],
          title: { en: 'Ratings', nl: 'Beoordelingen' },
          colors: RATINGS,
        },
        { id: 12, kind: 'series', width: 12, queries: [{ metric: 'nps', groupBy: [] }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'ces', groupBy: [] }] },
      ],
    },
    {
      id: 102,
      title: { en: 'Who and where', nl: 'Wie en waar' },
      panels: [
        {
          id: 20,
          kind: 'table',
          width: 8,
          queries: [
            {
              metric: 'csat',
              view: 'totals',
              groupBy: ['owner'],
              statistics: ['share', 'n'],
              filters: [OWNED],
              sort: { by: 'value', direction: 'asc' },
              limit: 10,
              minN: 5,
            },
          ],
          title: { en: 'Lowest CSAT, n ≥ 5', nl: 'Laagste CSAT, n ≥ 5' },
        },
        {
          id: 22,
          kind: 'top',
          width: 9,
          queries: [{ metric: 'csat', view: 'totals', groupBy: ['team'], sort: { by: 'value', direction: 'desc' } }],
          title: { en: 'CSAT by team', nl: 'CSAT per team' },
        },
        {
          id: 21,
          kind: 'top',
          width: 7,
          queries: [{ metric: 'csat', view: 'totals', groupBy: ['channel'], sort: { by: 'value', direction: 'desc' } }],
          title: { en: 'CSAT by channel', nl: 'CSAT per kanaal' },
        },
        {
          id: 23,
          kind: 'table',
          width: 24,
          height: 12,
          queries: [
            {
              kind: 'records',
              metric: 'csat',
              columns: ['answered_at', 'ticket', 'score', 'scale', 'comment', 'customer', 'owner'],
              filters: [LOW],
              sort: { by: 'value', direction: 'asc' },
              limit: 25,
            },
          ],
          title: { en: 'Low ratings, with comments', nl: 'Lage scores, met toelichting' },
        },
      ],
    },
  ],
};
