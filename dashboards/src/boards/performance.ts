import type { Board } from '../board';
import { OWNED, WRITTEN } from '../query';
import { TO } from './destinations';
import { STAGE_TIME } from './stage-time';
import { BAND_COLORS, BANDS } from './bands';
import { changed } from './key-number';

/** Both clocks in one picture: side by side their scales would differ. */
const CLOCKS = [
  { name: { en: '24/7', nl: '24/7' }, color: 'blue' },
  { name: { en: 'SLA hours', nl: 'SLA-uren' }, color: 'orange' },
] as const;

const SPREAD = ['mean', 'median', 'p90'] as const;

export const PERFORMANCE: Board = {
  file: 'team-performance',
  ...TO.performance,
  description: {
    en: 'How fast tickets are answered and closed, around the clock and in SLA hours, and who handles them.',
    nl: 'Hoe snel tickets worden beantwoord en gesloten, dag en nacht en in SLA-uren, en wie ze behandelt.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        changed(2, 9, { metric: 'time_to_first_response', hours: '$hours' }, { title: { en: 'First response, mean', nl: 'Eerste reactie, gem.' } }),
        changed(
          5,
          9,
          { metric: 'time_to_first_response', hours: '$hours', statistics: ['within'], threshold: '8h' },
          { title: { en: 'Answered in 8 hours', nl: 'Beantwoord in 8 uur' } }
        ),
        changed(4, 6, { metric: 'support_volume' }),
        changed(1, 9, { metric: 'time_to_close', hours: '$hours' }),
        changed(7, 9, { metric: 'resolution_time', hours: '$hours' }),
        changed(8, 6, { metric: 'support_volume', statistics: ['customers'] }, { title: { en: 'Customers', nl: 'Klanten' } }),
        changed(6, 9, { metric: 'time_to_assignment', hours: '$hours' }, { title: { en: 'Assignment, mean', nl: 'Toewijzing, gem.' } }),
        changed(3, 9, { metric: 'chat_wait_time', hours: '$hours' }),
        changed(28, 6, { metric: 'reopen_rate' }, { title: { en: 'Reopened', nl: 'Heropend' } }),
      ],
    },
    {
      id: 101,
      title: { en: '24/7 beside SLA hours', nl: '24/7 naast SLA-uren' },
      panels: [
        {
          id: 10,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'time_to_close', groupBy: [], statistics: ['mean'], unit: 'hours' },
            { metric: 'time_to_close', groupBy: [], statistics: ['mean'], unit: 'hours', hours: 'sla' },
          ],
          title: { en: 'Time to close, mean: 24/7 and SLA', nl: 'Tijd tot sluiting, gem.: 24/7 en SLA' },
          looks: CLOCKS,
        },
        {
          id: 12,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'time_to_first_response', groupBy: [], statistics: ['mean'], unit: 'hours' },
            { metric: 'time_to_first_response', groupBy: [], statistics: ['mean'], unit: 'hours', hours: 'sla' },
          ],
          title: { en: 'First response, mean: 24/7 and SLA', nl: 'Eerste reactie, gem.: 24/7 en SLA' },
          looks: CLOCKS,
        },
        { id: 11, kind: 'series', width: 12, queries: [{ metric: 'time_to_close', groupBy: [], hours: '$hours', statistics: SPREAD, unit: 'hours' }] },
        { id: 13, kind: 'series', width: 12, queries: [{ metric: 'time_to_first_response', groupBy: [], hours: '$hours', statistics: SPREAD, unit: 'hours' }] },
      ],
    },
    {
      id: 106,
      title: { en: 'Support volume', nl: 'Supportvolume' },
      panels: [
        {
          id: 20,
          kind: 'top',
          width: 8,
          queries: [{ metric: 'support_volume', view: 'totals', groupBy: ['owner'], limit: 10, filters: [OWNED] }],
          title: { en: 'Volume by owner: top ten', nl: 'Volume, top 10 eigenaren' },
        },
        {
          id: 50,
          kind: 'columns',
          width: 8,
          height: 9,
          queries: [{ metric: 'support_volume', view: 'over_time', groupBy: ['owner'], limit: 5, filters: [OWNED] }],
          title: { en: 'Volume by owner: top five', nl: 'Volume, top 5 eigenaren' },
        },
        {
          id: 51,
          kind: 'series',
          width: 8,
          height: 9,
          queries: [{ metric: 'support_volume', view: 'over_time', groupBy: [], trend: 'linear' }],
          title: { en: 'Volume and its trend', nl: 'Volume en de trend' },
        },
      ],
    },
    STAGE_TIME,
    {
      id: 105,
      title: { en: 'First response', nl: 'Eerste reactie' },
      panels: [
        {
          id: 40,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: ['duration_band'], hours: '$hours', statistics: ['count'], bands: BANDS }],
          title: { en: 'Responses by duration', nl: 'Reacties naar duur' },
          colors: BAND_COLORS,
        },
        {
          id: 41,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: ['asked_in_hours'], statistics: ['median'] }],
          title: { en: 'Response by when asked, median', nl: 'Reactie naar vraagtijd, mediaan' },
        },
        {
          id: 26,
          kind: 'top',
          width: 12,
          queries: [
            {
              metric: 'time_to_first_response',
              view: 'totals',
              hours: 'sla',
              statistics: ['p90'],
              groupBy: ['team'],
              sort: { by: 'value', direction: 'desc' },
            },
          ],
          title: { en: 'Response by team, p90, SLA hours', nl: 'Reactie per team, p90, SLA-uren' },
        },
        {
          id: 42,
          kind: 'top',
          width: 12,
          queries: [
            {
              metric: 'time_to_first_response',
              view: 'totals',
              groupBy: ['author'],
              hours: '$hours',
              statistics: ['median'],
              limit: 10,
              minN: 5,
              filters: [WRITTEN],
            },
          ],
          title: { en: 'Slowest agents, median', nl: 'Traagsten, mediaan' },
        },
      ],
    },
    {
      id: 103,
      title: { en: 'Chats', nl: 'Chats' },
      panels: [
        { id: 14, kind: 'series', width: 12, queries: [{ metric: 'chat_wait_time', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        { id: 16, kind: 'series', width: 12, queries: [{ metric: 'chat_duration', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        {
          id: 15,
          kind: 'series',
          width: 12,
          height: 9,
          queries: [
            { metric: 'chat_abandonment', groupBy: [] },
            { metric: 'bot_resolution_rate', groupBy: [] },
          ],
          title: { en: 'Abandoned, and solved by the bot', nl: 'Afgebroken, en opgelost door de bot' },
          looks: [{ color: 'orange' }, { color: 'green' }],
        },
        {
          id: 17,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'chat_duration', view: 'totals', groupBy: ['author'], limit: 10, minN: 5, filters: [WRITTEN] }],
          title: { en: 'Longest chats by agent, mean', nl: 'Langste chats per persoon, gem.' },
        },
      ],
    },
    {
      id: 104,
      title: { en: 'Work', nl: 'Werk' },
      panels: [
        {
          id: 33,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'time_to_close', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'resolution_time', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'requester_wait_time', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'agent_work_time', groupBy: [], hours: '$hours', unit: 'hours' },
          ],
          title: {
            en: 'Whose time it was, mean',
            nl: 'Van wie die tijd was, gem.',
          },
          looks: [{ color: 'blue' }, { color: 'green' }, { color: 'orange' }, { color: 'purple' }],
        },
        { id: 32, kind: 'series', width: 12, queries: [{ metric: 'time_to_assignment', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        {
          id: 34,
          kind: 'top',
          width: 12,
          queries: [
            {
              metric: 'time_with_owner',
              view: 'totals',
              groupBy: ['owner'],
              hours: '$hours',
              statistics: ['mean'],
              unit: 'hours',
              limit: 10,
              minN: 5,
              filters: [OWNED],
            },
          ],
          title: { en: 'Longest with owner, mean', nl: 'Langst bij eigenaar, gem.' },
        },
        {
          id: 35,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'time_with_team', view: 'totals', groupBy: ['team'], hours: '$hours', unit: 'hours', sort: { by: 'value', direction: 'desc' } }],
        },
        { id: 30, kind: 'columns', width: 12, height: 9, queries: [{ metric: 'time_spent', groupBy: ['activity'] }] },
        {
          id: 31,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'time_spent', view: 'totals', groupBy: ['agent'], limit: 10 }],
          title: { en: 'Time spent: top ten', nl: 'Bestede tijd: top tien' },
        },
      ],
    },
    {
      id: 102,
      title: { en: 'How it was solved', nl: 'Hoe het is opgelost' },
      panels: [
        {
          id: 23,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'one_touch_rate', groupBy: [] },
            { metric: 'first_contact_resolution', groupBy: [] },
            { metric: 'reopen_rate', groupBy: [] },
          ],
          title: { en: 'Solved at once, and reopened', nl: 'Meteen opgelost, en heropend' },
        },
        { id: 24, kind: 'series', width: 12, queries: [{ metric: 'replies_to_resolution', groupBy: [] }] },
        {
          id: 25,
          kind: 'columns',
          width: 12,
          queries: [
            { metric: 'transfers', groupBy: [] },
            { metric: 'team_transfers', groupBy: [] },
          ],
          title: { en: 'Transfers: owners and teams', nl: 'Overdrachten: eigenaren en teams' },
        },
        {
          id: 27,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'closed', groupBy: ['closed_by_kind'] }],
          title: { en: 'Closed by whom', nl: 'Door wie gesloten' },
        },
      ],
    },
  ],
};
