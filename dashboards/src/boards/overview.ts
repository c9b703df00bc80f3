import type { Board } from '../board';

const previous = { view: 'totals', groupBy: [], compare: 'previous_period' } as const;
const total = { view: 'totals', groupBy: [] } as const;

export const OVERVIEW: Board = {
  file: 'service-overview',
  uid: 'helpdesk-overview',
  title: { en: 'Service overview', nl: 'Serviceoverzicht' },
  description: {
    en: 'How the service is doing, at a glance: each number beside its change from the previous period.',
    nl: 'Hoe het met de service gaat, in één oogopslag: elk getal met de verandering ten opzichte van de vorige periode.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        {
          id: 1,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'csat', ...previous }],
          title: { en: 'Satisfaction', nl: 'Tevredenheid' },
          steps: [
            { from: null, color: 'red' },
            { from: 0.7, color: 'orange' },
            { from: 0.85, color: 'green' },
          ],
        },
        {
          id: 2,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'time_to_first_response', ...previous, hours: '$hours', statistics: ['median'] }],
          title: { en: 'First response, median', nl: 'Eerste reactie, mediaan' },
        },
        {
          id: 3,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'time_to_close', ...previous, hours: '$hours', statistics: ['median'] }],
          title: { en: 'Time to close, median', nl: 'Tijd tot sluiting, mediaan' },
        },
        {
          id: 4,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'sla_attainment', ...previous }],
          steps: [
            { from: null, color: 'red' },
            { from: 0.8, color: 'orange' },
            { from: 0.9, color: 'green' },
          ],
        },
        { id: 5, kind: 'number', width: 6, queries: [{ metric: 'support_volume', ...previous }] },
        { id: 6, kind: 'number', width: 6, queries: [{ metric: 'closed', ...previous }] },
        { id: 7, kind: 'number', width: 6, queries: [{ metric: 'backlog', ...total }], title: { en: 'Open now', nl: 'Nu open' } },
        { id: 8, kind: 'number', width: 6, queries: [{ metric: 'waiting_now', ...total }] },
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'In de tijd' },
      panels: [
        {
          id: 10,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'opened', groupBy: [] },
            { metric: 'closed', groupBy: [] },
          ],
          title: { en: 'Opened and closed', nl: 'Geopend en gesloten' },
        },
        { id: 11, kind: 'series', width: 12, queries: [{ metric: 'backlog', groupBy: [] }] },
        { id: 12, kind: 'series', width: 12, queries: [{ metric: 'csat', groupBy: [], compare: 'previous_period' }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'sla_attainment', groupBy: [], compare: 'previous_period' }] },
      ],
    },
  ],
};
