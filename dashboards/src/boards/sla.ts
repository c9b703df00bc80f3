import { type Board, HOLIDAYS } from '../board';
import { OWNERLESS, TOTAL } from '../query';
import { TO } from './destinations';
import { NEXT_DUE, OVERDUE } from './overdue';
import { changed } from './key-number';

export const SLA: Board = {
  file: 'sla-backlog',
  ...TO.sla,
  description: {
    en: 'Which promises are kept, which are about to be broken, and what is still open.',
    nl: 'Welke afspraken worden nagekomen, welke bijna niet meer, en wat er nog open staat.',
  },
  events: [HOLIDAYS, { kind: 'sla_breach', color: 'red', isOn: false }],
  sections: [
    {
      id: 100,
      title: { en: 'Now', nl: 'Nu' },
      panels: [
        { id: 7, kind: 'number', width: 5, queries: [OVERDUE], title: { en: 'Overdue', nl: 'Te laat' } },
        changed(1, 6, { metric: 'sla_attainment' }),
        {
          id: 2,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'sla_at_risk', ...TOTAL }],
          title: { en: 'Due in 30 min', nl: 'Binnen 30 min' },
        },
        { id: 3, kind: 'number', width: 7, queries: [{ ...NEXT_DUE, hours: '$hours' }], title: { en: 'Next due', nl: 'Volgende' } },
        { id: 6, kind: 'number', width: 5, queries: [{ metric: 'backlog', ...TOTAL }], title: { en: 'Open', nl: 'Open' } },
        {
          id: 8,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'backlog', ...TOTAL, filters: [OWNERLESS] }],
          title: { en: 'Unassigned', nl: 'Niet toegewezen' },
        },
        { id: 4, kind: 'number', width: 6, queries: [{ metric: 'waiting_now', ...TOTAL }], title: { en: 'Waiting', nl: 'Wachtend' } },
        { id: 5, kind: 'number', width: 7, queries: [{ metric: 'longest_wait', ...TOTAL }] },
      ],
    },
    {
      id: 101,
      title: { en: 'Promises', nl: 'Afspraken' },
      panels: [
        {
          id: 10,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'sla_attainment', groupBy: ['clock'] }],
          title: { en: 'SLA attainment by clock', nl: 'SLA-naleving per klok' },
        },
        { id: 11, kind: 'columns', width: 12, queries: [{ metric: 'sla_breaches', groupBy: ['clock'] }] },
        {
          id: 12,
          kind: 'top',
          width: 9,
          queries: [{ metric: 'sla_attainment', view: 'totals', groupBy: ['team'], sort: { by: 'value', direction: 'desc' } }],
          title: { en: 'SLA by team', nl: 'SLA per team' },
        },
        {
          id: 15,
          kind: 'table',
          width: 7,
          queries: [{ metric: 'sla_attainment', view: 'totals', groupBy: ['priority'], statistics: ['share', 'n'], sort: { by: 'value', direction: 'asc' } }],
          title: { en: 'SLA by priority', nl: 'SLA per prioriteit' },
        },
        {
          id: 13,
          kind: 'top',
          width: 8,
          queries: [{ metric: 'sla_at_risk', view: 'totals', groupBy: ['owner'], limit: 10, withinMinutes: 1440 }],
          title: { en: 'Due within a day, by owner', nl: 'Binnen 24 u per eigenaar' },
        },
      ],
    },
    {
      id: 102,
      title: { en: 'Backlog', nl: 'Openstaande tickets' },
      panels: [
        { id: 20, kind: 'series', width: 12, queries: [{ metric: 'backlog', groupBy: ['team'] }] },
        { id: 21, kind: 'series', width: 12, queries: [{ metric: 'backlog_age', groupBy: [], statistics: ['median', 'p90'] }] },
        { id: 22, kind: 'columns', width: 12, queries: [{ metric: 'net_flow', groupBy: [] }] },
        { id: 23, kind: 'series', width: 12, queries: [{ metric: 'waiting_now', groupBy: [] }] },
        {
          id: 24,
          kind: 'table',
          width: 24,
          height: 11,
          queries: [
            {
              kind: 'records',
              metric: 'longest_wait',
              columns: ['ticket', 'subject', 'customer', 'owner', 'team', 'waited_from_at', 'duration', 'next_due_at'],
              sort: { by: 'value', direction: 'desc' },
              limit: 10,
            },
          ],
          title: { en: 'Customers who wait longest now', nl: 'Klanten die nu het langst wachten' },
        },
      ],
    },
  ],
};
