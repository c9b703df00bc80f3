import type { Board } from '../board';

const total = { view: 'totals', groupBy: [] } as const;

const STATES = [
  ['available', 'Available', 'green'],
  ['busy', 'Busy', 'orange'],
  ['away', 'Away', 'yellow'],
  ['offline', 'Offline', 'text'],
] as const;

export const SCHEDULING: Board = {
  file: 'scheduling',
  uid: 'helpdesk-scheduling',
  title: { en: 'Scheduling', nl: 'Planning' },
  description: { en: 'Who is available when, and when nobody is.', nl: 'Wie wanneer beschikbaar is, en wanneer niemand.' },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        { id: 1, kind: 'number', width: 6, queries: [{ metric: 'max_available_agents', ...total, compare: 'previous_period' }] },
        {
          id: 2,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'uncovered_hours', ...total }],
          steps: [
            { from: null, color: 'green' },
            { from: 1, color: 'red' },
          ],
        },
        { id: 3, kind: 'number', width: 6, queries: [{ metric: 'occupancy', ...total, compare: 'previous_period' }] },
        { id: 4, kind: 'number', width: 6, queries: [{ metric: 'agent_concurrency', ...total, compare: 'previous_period' }] },
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'In de tijd' },
      panels: [
        { id: 10, kind: 'columns', width: 12, queries: [{ metric: 'availability_hours', groupBy: ['in_hours'] }] },
        { id: 11, kind: 'series', width: 12, queries: [{ metric: 'max_available_agents', groupBy: [] }] },
        { id: 12, kind: 'columns', width: 12, queries: [{ metric: 'uncovered_hours', groupBy: [] }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'occupancy', groupBy: [] }] },
      ],
    },
    {
      id: 102,
      title: { en: 'By agent', nl: 'Per medewerker' },
      panels: [
        { id: 21, kind: 'bars', width: 24, queries: [{ metric: 'agent_status_time', view: 'totals', groupBy: ['agent', 'availability'] }], colors: STATES },
        {
          id: 20,
          kind: 'top',
          width: 8,
          queries: [{ metric: 'availability_hours', view: 'totals', groupBy: ['agent'], limit: 10 }],
          title: { en: 'Availability by agent', nl: 'Beschikbaarheid per medewerker' },
        },
        {
          id: 22,
          kind: 'top',
          width: 8,
          queries: [{ metric: 'occupancy', view: 'totals', groupBy: ['agent'], limit: 10 }],
          title: { en: 'Occupancy by agent', nl: 'Bezettingsgraad per medewerker' },
        },
        {
          id: 23,
          kind: 'top',
          width: 8,
          queries: [{ metric: 'agent_concurrency', view: 'totals', groupBy: ['agent'], limit: 10 }],
          title: { en: 'Chats at once by agent', nl: 'Gelijktijdige chats per medewerker' },
        },
      ],
    },
  ],
};
