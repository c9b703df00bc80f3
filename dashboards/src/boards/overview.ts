import type { Board } from '../board';
import { OWNERLESS, TOTAL } from '../query';
import { TO } from './destinations';
import { OVERDUE } from './overdue';
import { changed } from './key-number';

export const OVERVIEW: Board = {
  file: 'service-overview',
  ...TO.overview,
  description: {
    en: 'How the service is doing, at a glance: each number beside its change from the previous period.',
    nl: 'Hoe het met de service gaat, in één oogopslag: elk getal met de verandering ten opzichte van de vorige periode.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        changed(1, 6, { metric: 'csat' }, { title: { en: 'Satisfaction', nl: 'Tevredenheid' }, to: TO.satisfaction }),
        changed(4, 6, { metric: 'sla_attainment' }, { to: TO.sla }),
        changed(5, 6, { metric: 'support_volume' }, { to: TO.performance }),
        changed(6, 6, { metric: 'closed' }, { title: { en: 'Closes', nl: 'Sluitingen' }, to: TO.performance }),
        changed(
          2,
          12,
          { metric: 'time_to_first_response', hours: '$hours', statistics: ['median'] },
          { title: { en: 'First response, median', nl: 'Eerste reactie, mediaan' }, to: TO.performance }
        ),
        changed(
          3,
          12,
          { metric: 'time_to_close', hours: '$hours', statistics: ['median'] },
          { title: { en: 'Time to close, median', nl: 'Tijd tot sluiting, mediaan' }, to: TO.performance }
        ),
      ],
    },
    {
      id: 102,
      title: { en: 'Now', nl: 'Nu' },
      panels: [
        { id: 7, kind: 'number', width: 6, queries: [{ metric: 'backlog', ...TOTAL }], title: { en: 'Open', nl: 'Open' }, to: TO.sla },
        {
          id: 14,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'backlog', ...TOTAL, filters: [OWNERLESS] }],
          title: { en: 'Unassigned', nl: 'Niet toegewezen' },
          to: TO.sla,
        },
        { id: 8, kind: 'number', width: 6, queries: [{ metric: 'waiting_now', ...TOTAL }], title: { en: 'Waiting', nl: 'Wachtend' }, to: TO.sla },
        { id: 15, kind: 'number', width: 6, queries: [OVERDUE], title: { en: 'Overdue', nl: 'Te laat' }, to: TO.sla },
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'Over tijd' },
      panels: [
        {
          id: 10,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'opened', groupBy: [] },
            { metric: 'closed', groupBy: [] },
            { metric: 'net_flow', groupBy: [] },
          ],
          title: { en: 'Opened, closes and net flow', nl: 'Geopend, sluitingen en netto' },
          looks: [
            { name: { en: 'Opened', nl: 'Geopend' }, color: 'blue' },
            { name: { en: 'Closes', nl: 'Sluitingen' }, color: 'green' },
            { name: { en: 'Net flow: opened and reopened, less closes', nl: 'Netto: geopend en heropend, min sluitingen' }, color: 'text', isBars: true },
          ],
        },
        { id: 11, kind: 'series', width: 12, queries: [{ metric: 'backlog', groupBy: [] }] },
        { id: 12, kind: 'series', width: 12, queries: [{ metric: 'csat', groupBy: [], compare: 'previous_period' }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'sla_attainment', groupBy: [], compare: 'previous_period' }] },
      ],
    },
  ],
};
