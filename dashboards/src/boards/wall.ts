import type { Board } from '../board';
import { OWNERLESS, TOTAL } from '../query';
import { TO } from './destinations';
import { NEXT_DUE, OVERDUE } from './overdue';

export const WALL: Board = {
  file: 'wall-board',
  ...TO.wall,
  description: {
    en: 'What is open now and how the last 24 hours went, for a screen on a wall: large numbers, nothing to choose.',
    nl: 'Wat er nu open staat en hoe de afgelopen 24 uur waren, voor een scherm aan de muur: grote cijfers, niets te kiezen.',
  },
  isWall: true,
  events: [],
  sections: [
    {
      id: 100,
      title: { en: 'Now, and in the last 24 hours', nl: 'Nu, en in de afgelopen 24 uur' },
      panels: [
        { id: 1, kind: 'large', width: 6, queries: [{ metric: 'backlog', ...TOTAL }], title: { en: 'Open', nl: 'Open' } },
        {
          id: 2,
          kind: 'large',
          width: 6,
          queries: [{ metric: 'backlog', ...TOTAL, filters: [OWNERLESS] }],
          title: { en: 'Unassigned', nl: 'Niet toegewezen' },
        },
        { id: 3, kind: 'large', width: 6, queries: [{ metric: 'waiting_now', ...TOTAL }], title: { en: 'Waiting', nl: 'Wachtend' } },
        { id: 4, kind: 'large', width: 6, queries: [OVERDUE], title: { en: 'Overdue', nl: 'Te laat' } },
        { id: 5, kind: 'large', width: 8, queries: [NEXT_DUE], title: { en: 'Next due in, 24/7', nl: 'Eerstvolgende over, 24/7' } },
        {
          id: 6,
          kind: 'large',
          width: 9,
          queries: [{ metric: 'time_to_first_response', ...TOTAL, statistics: ['median'] }],
          title: { en: 'First response, median, 24/7', nl: 'Eerste reactie, mediaan, 24/7' },
        },
        { id: 7, kind: 'large', width: 7, queries: [{ metric: 'sla_attainment', ...TOTAL }] },
      ],
    },
    {
      id: 101,
      title: { en: 'Last 24 hours', nl: 'Afgelopen 24 uur' },
      panels: [
        {
          id: 10,
          kind: 'series',
          width: 12,
          height: 7,
          queries: [
            { metric: 'opened', groupBy: [], frequency: 'hour' },
            { metric: 'closed', groupBy: [], frequency: 'hour' },
          ],
          title: { en: 'Opened and closes, by hour', nl: 'Geopend en sluitingen, per uur' },
          looks: [
            { name: { en: 'Opened', nl: 'Geopend' }, color: 'blue' },
            { name: { en: 'Closes', nl: 'Sluitingen' }, color: 'green' },
          ],
        },
        { id: 11, kind: 'series', width: 12, height: 7, queries: [{ metric: 'waiting_now', groupBy: [], frequency: 'hour' }] },
      ],
    },
  ],
};
