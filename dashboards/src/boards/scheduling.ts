import type { Board } from '../board';
import { type PanelFilter, RECEIVED, TOTAL } from '../query';
import { TO } from './destinations';
import { STATES } from './states';
import { changed } from './key-number';

/** By hour of the day, from midnight. */
const byHour = { view: 'totals', groupBy: ['hour_of_day'], sort: { by: 'name', direction: 'asc' } } as const;

/** And by weekday: a place of the week is at one place in every panel of this shape. */
const byWeek = { ...byHour, groupBy: ['hour_of_day', 'weekday'] } as const;

/** The group of statuses that one looks into. */
const CHOSEN: PanelFilter = { field: 'availability', op: 'in', values: ['$availability'], origin: 'variable' };

export const SCHEDULING: Board = {
  file: 'scheduling',
  ...TO.scheduling,
  description: { en: 'Who is available when, and when nobody is.', nl: 'Wie wanneer beschikbaar is, en wanneer niemand.' },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        changed(1, 6, { metric: 'max_available_agents' }, { title: { en: 'Most available', nl: 'Beschikbaar' } }),
        {
          id: 2,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'uncovered_hours', ...TOTAL }],
          title: { en: 'Uncovered', nl: 'Onbezet' },
        },
        changed(3, 6, { metric: 'occupancy' }),
        changed(4, 6, { metric: 'agent_concurrency' }),
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'Over tijd' },
      panels: [
        { id: 10, kind: 'columns', width: 12, queries: [{ metric: 'availability_hours', groupBy: ['in_hours'], unit: 'hours' }] },
        {
          id: 11,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'max_available_agents', groupBy: [] }],
          title: { en: 'Maximum available agents over time', nl: 'Maximum beschikbaar over tijd' },
        },
        { id: 12, kind: 'columns', width: 12, queries: [{ metric: 'uncovered_hours', groupBy: [] }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'occupancy', groupBy: [] }] },
      ],
    },
    {
      id: 103,
      title: { en: 'In the course of the day', nl: 'In de loop van de dag' },
      panels: [
        {
          id: 30,
          kind: 'profile',
          width: 24,
          queries: [
            { metric: 'max_available_agents', ...byHour },
            { metric: 'messages_by_hour', ...byHour, filters: [RECEIVED] },
          ],
          title: {
            en: 'Agents and messages by hour',
            nl: 'Beschikbaar en berichten, per uur',
          },
          looks: [
            { name: { en: 'Maximum available agents', nl: 'Maximum beschikbaar' }, color: 'green' },
            { name: { en: 'Messages received (right)', nl: 'Ontvangen berichten (rechts)' }, color: 'orange' },
          ],
        },
        {
          id: 31,
          kind: 'heat',
          width: 12,
          queries: [{ metric: 'messages_by_hour', ...byWeek, filters: [RECEIVED] }],
          title: { en: 'Demand, by weekday and hour', nl: 'Vraag, per weekdag en uur' },
        },
        {
          id: 32,
          kind: 'heat',
          width: 12,
          queries: [{ metric: 'max_available_agents', ...byWeek, statistics: ['mean'] }],
          title: { en: 'Mean cover, by weekday and hour', nl: 'Gem. dekking, per weekdag en uur' },
        },
      ],
    },
    {
      id: 102,
      title: { en: 'By agent', nl: 'Per vertegenwoordiger' },
      panels: [
        {
          id: 21,
          kind: 'bars',
          width: 24,
          queries: [{ metric: 'agent_status_time', view: 'totals', groupBy: ['agent', 'availability'], unit: 'hours' }],
          colors: STATES,
          chooses: { variable: 'availability', title: { en: 'Show its statuses below', nl: 'Toon de statussen ervan hieronder' } },
        },
        {
          id: 24,
          kind: 'bars',
          width: 24,
          queries: [{ metric: 'agent_status_time', view: 'totals', groupBy: ['agent', 'status'], unit: 'hours', filters: [CHOSEN] }],
          title: { en: 'Statuses in detail: ${availability:text}', nl: 'Statussen in detail: ${availability:text}' },
        },
        {
          id: 20,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'availability_hours', view: 'totals', groupBy: ['agent'], unit: 'hours', limit: 10 }],
          title: { en: 'Availability: top ten', nl: 'Beschikbaarheid: top tien' },
        },
        {
          id: 22,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'occupancy', view: 'totals', groupBy: ['agent'], limit: 10 }],
          title: { en: 'Occupancy: top ten', nl: 'Bezettingsgraad: top tien' },
        },
      ],
    },
  ],
};
