import type { Board } from '../board';
import { BAND_COLORS, BANDS } from './bands';

const previous = { view: 'totals', groupBy: [], compare: 'previous_period' } as const;

/** Of panels with a bar a pipeline stage, and of their neighbour: a helpdesk has eleven or so. */
const STAGES = 10;

export const PERFORMANCE: Board = {
  file: 'team-performance',
  uid: 'helpdesk-team-performance',
  title: { en: 'Team performance', nl: 'Teamprestaties' },
  description: {
    en: 'How fast tickets are answered and closed, around the clock and in SLA hours, and who handles them.',
    nl: 'Hoe snel tickets worden beantwoord en gesloten, dag en nacht en in SLA-uren, en wie ze behandelt.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        { id: 2, kind: 'number', width: 6, queries: [{ metric: 'time_to_first_response', ...previous, hours: '$hours' }] },
        {
          id: 5,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'time_to_first_response', ...previous, hours: '$hours', statistics: ['within'], threshold: '8h' }],
          title: { en: 'Answered within 8 hours', nl: 'Beantwoord binnen 8 uur' },
        },
        { id: 6, kind: 'number', width: 6, queries: [{ metric: 'time_to_assignment', ...previous, hours: '$hours' }] },
        { id: 3, kind: 'number', width: 6, queries: [{ metric: 'chat_wait_time', ...previous }] },
        { id: 1, kind: 'number', width: 6, queries: [{ metric: 'time_to_close', ...previous, hours: '$hours' }] },
        { id: 7, kind: 'number', width: 6, queries: [{ metric: 'resolution_time', ...previous, hours: '$hours' }] },
        { id: 4, kind: 'number', width: 6, queries: [{ metric: 'support_volume', ...previous }] },
        {
          id: 8,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'support_volume', ...previous, statistics: ['customers'] }],
          title: { en: 'Customers with a ticket', nl: 'Klanten met een ticket' },
        },
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
          queries: [{ metric: 'time_to_close', groupBy: [], statistics: ['mean', 'median', 'p90'], unit: 'hours' }],
          title: { en: 'Time to close, 24/7', nl: 'Tijd tot sluiting, 24/7' },
        },
        {
          id: 11,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'time_to_close', groupBy: [], hours: 'sla', statistics: ['mean', 'median', 'p90'], unit: 'hours' }],
          title: { en: 'Time to close, SLA hours', nl: 'Tijd tot sluiting, SLA-uren' },
        },
        {
          id: 12,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: [], statistics: ['mean', 'median', 'p90'], unit: 'hours' }],
          title: { en: 'Time to first response, 24/7', nl: 'Tijd tot eerste reactie, 24/7' },
        },
        {
          id: 13,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: [], hours: 'sla', statistics: ['mean', 'median', 'p90'], unit: 'hours' }],
          title: { en: 'Time to first response, SLA hours', nl: 'Tijd tot eerste reactie, SLA-uren' },
        },
      ],
    },
    {
      id: 105,
      title: { en: 'First response', nl: 'Eerste reactie' },
      panels: [
        {
          id: 40,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: ['duration_band'], hours: '$hours', statistics: ['count'], bands: BANDS }],
          title: { en: 'First responses by how long they took', nl: 'Eerste reacties naar hoelang ze duurden' },
          colors: BAND_COLORS,
        },
        {
          id: 41,
          kind: 'series',
          width: 12,
          queries: [{ metric: 'time_to_first_response', groupBy: ['asked_in_hours'], statistics: ['median'] }],
          title: { en: 'Median first response: asked in or outside working hours', nl: 'Eerste reactie, mediaan: gevraagd binnen of buiten werktijd' },
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
          title: { en: 'Slowest first responses by team: 90th percentile, SLA hours', nl: 'Traagste eerste reacties per team: 90e percentiel, SLA-uren' },
        },
        {
          id: 42,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'time_to_first_response', view: 'totals', groupBy: ['author'], hours: '$hours', statistics: ['median'], limit: 10, minN: 5 }],
          title: { en: 'Median first response by agent: the slowest', nl: 'Eerste reactie per medewerker, mediaan: de traagste' },
        },
      ],
    },
    {
      id: 103,
      title: { en: 'Chats', nl: 'Chats' },
      panels: [
        { id: 14, kind: 'series', width: 12, queries: [{ metric: 'chat_wait_time', groupBy: [], statistics: ['mean', 'p90'] }] },
        { id: 16, kind: 'series', width: 12, queries: [{ metric: 'chat_duration', groupBy: [], statistics: ['mean', 'p90'] }] },
        {
          id: 15,
          kind: 'series',
          width: 12,
          height: 9,
          queries: [
            { metric: 'chat_abandonment', groupBy: [] },
            { metric: 'bot_resolution_rate', groupBy: [] },
          ],
          title: { en: 'Abandoned, and solved by the bot alone', nl: 'Afgebroken, en door de bot alleen opgelost' },
        },
        {
          id: 17,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'chat_duration', view: 'totals', groupBy: ['author'], limit: 10, minN: 5 }],
          title: { en: 'Chat duration by agent', nl: 'Chatduur per medewerker' },
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
            en: 'Time to close, and whose time it was',
            nl: 'Tijd tot sluiting, en van wie die tijd was',
          },
        },
        { id: 32, kind: 'series', width: 12, queries: [{ metric: 'time_to_assignment', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        {
          id: 34,
          kind: 'top',
          width: 12,
          queries: [
            { metric: 'time_with_owner', view: 'totals', groupBy: ['owner'], hours: '$hours', statistics: ['mean'], unit: 'hours', limit: 10, minN: 5 },
          ],
          title: { en: 'Time with owner: the longest', nl: 'Tijd bij eigenaar: de langste' },
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
          title: { en: 'Time spent by agent', nl: 'Bestede tijd per medewerker' },
        },
      ],
    },
    {
      id: 102,
      title: { en: 'Who and where', nl: 'Wie en waar' },
      panels: [
        {
          id: 20,
          kind: 'top',
          width: 8,
          height: STAGES,
          queries: [{ metric: 'support_volume', view: 'totals', groupBy: ['owner'], limit: 10 }],
          title: { en: 'Support volume by owner: top ten', nl: 'Aantal tickets per eigenaar: top tien' },
        },
        {
          id: 21,
          kind: 'top',
          width: 8,
          height: STAGES,
          queries: [{ metric: 'time_in_stage', view: 'totals', groupBy: ['stage'], hours: '$hours', unit: 'hours', sort: { by: 'value', direction: 'desc' } }],
          title: { en: 'Time in pipeline stage', nl: 'Tijd in pijplijnfase' },
        },
        {
          id: 22,
          kind: 'top',
          width: 8,
          height: STAGES,
          queries: [{ metric: 'stage_dwell', view: 'totals', groupBy: ['stage'], hours: '$hours', unit: 'hours', sort: { by: 'value', direction: 'desc' } }],
        },
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
          title: { en: 'Transfers between owners and between teams', nl: 'Overdrachten tussen eigenaren en tussen teams' },
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
