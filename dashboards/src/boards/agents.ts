import type { Board } from '../board';
import type { Text } from '../language';
import type { PanelSpec } from '../panels/spec';
import { ofAgent, OWNED, type PanelColumn, type PanelQuery } from '../query';
import { TO } from './destinations';
import { changed } from './key-number';
import { STATES } from './states';

/** What an agent or a team is known by, in the order of a ticket’s life. */
export const COLUMNS: readonly PanelColumn[] = [
  { metric: 'support_volume' },
  { metric: 'owner_reply_count' },
  { metric: 'time_to_first_response', statistic: 'median', hours: '$hours' },
  { metric: 'time_to_close', statistic: 'median', hours: '$hours' },
  { metric: 'csat', n: true },
  { metric: 'sla_attainment' },
  { metric: 'reopen_rate' },
];

/** What the columns are called: the panel’s title says whose hours count. */
const HEADS: NonNullable<PanelSpec['heads']> = {
  support_volume: { en: 'Tickets', nl: 'Tickets' },
  owner_reply_count: { en: 'Replies on them', nl: 'Antwoorden erop' },
  time_to_first_response: { en: 'First response', nl: 'Eerste reactie' },
  time_to_close: { en: 'To close', nl: 'Tot sluiting' },
  csat: { en: 'CSAT', nl: 'CSAT' },
  csat_n: { en: 'n', nl: 'n' },
  sla_attainment: { en: 'SLA', nl: 'SLA' },
  reopen_rate: { en: 'Reopened', nl: 'Heropend' },
};

const AGENT = '${agent:text}';

/** A number of the chosen agent, with its change. */
const number = (id: number, width: number, query: PanelQuery, title: Text): PanelSpec => changed(id, width, ofAgent(query), { title });

/** One person has few rows a day. */
const WEEKLY = { groupBy: [], frequency: 'week' } as const;

/** The agent’s line beside everybody’s. */
const beside = (id: number, query: PanelQuery, title: Text): PanelSpec => ({
  id,
  kind: 'series',
  width: 12,
  queries: [ofAgent({ ...query, ...WEEKLY }), { ...query, ...WEEKLY }],
  title,
  looks: [
    { name: { en: AGENT, nl: AGENT }, color: 'blue' },
    { name: { en: 'Everybody', nl: 'Iedereen' }, color: '#8e95a5' },
  ],
});

const MEDIAN = { hours: '$hours', statistics: ['median'] } as const;

export const AGENTS: Board = {
  file: 'agents',
  ...TO.agents,
  description: {
    en: 'Every agent in one row, and a page for the one whose name is clicked.',
    nl: 'Elke vertegenwoordiger in één rij, en een pagina voor degene op wiens naam wordt geklikt.',
  },
  isOfPersons: true,
  sections: [
    {
      id: 100,
      title: { en: 'All agents', nl: 'Alle vertegenwoordigers' },
      panels: [
        {
          id: 1,
          kind: 'scorecard',
          width: 24,
          queries: [{ kind: 'scorecard', metrics: COLUMNS, groupBy: ['owner'], filters: [OWNED], sort: { column: 'support_volume', direction: 'desc' } }],
          title: { en: 'Owners: medians', nl: 'Eigenaren: medianen' },
          heads: HEADS,
          chooses: { variable: 'agent', title: { en: 'Show their page below', nl: 'Toon de pagina hieronder' } },
        },
      ],
    },
    {
      id: 101,
      title: { en: `One agent: ${AGENT}`, nl: `Eén vertegenwoordiger: ${AGENT}` },
      panels: [
        number(12, 12, { metric: 'time_to_first_response', ...MEDIAN }, { en: 'First response, median', nl: 'Eerste reactie, mediaan' }),
        number(13, 12, { metric: 'time_to_close', ...MEDIAN }, { en: 'Time to close, median', nl: 'Tijd tot sluiting, mediaan' }),
        number(10, 8, { metric: 'support_volume' }, { en: 'Support volume', nl: 'Supportvolume' }),
        // on whoever's tickets
        changed(11, 8, ofAgent({ metric: 'owner_reply_count' }, 'author'), { title: { en: 'Replies sent', nl: 'Verzonden antwoorden' } }),
        number(17, 8, { metric: 'availability_hours', unit: 'hours' }, { en: 'Available', nl: 'Beschikbaar' }),
        number(14, 8, { metric: 'csat' }, { en: 'Satisfaction (CSAT)', nl: 'Tevredenheid (CSAT)' }),
        number(15, 8, { metric: 'sla_attainment' }, { en: 'SLA attainment', nl: 'SLA-naleving' }),
        number(16, 8, { metric: 'reopen_rate' }, { en: 'Reopen rate', nl: 'Percentage heropend' }),
        {
          id: 20,
          kind: 'scorecard',
          width: 24,
          height: 8,
          queries: [{ kind: 'scorecard', metrics: COLUMNS, groupBy: ['team'], sort: { by: 'name', direction: 'asc' } }],
          title: { en: 'Teams: medians', nl: 'Teams: medianen' },
          heads: HEADS,
        },
      ],
    },
    {
      id: 102,
      title: { en: `Over time: ${AGENT} beside everybody`, nl: `Over tijd: ${AGENT} naast iedereen` },
      panels: [
        beside(30, { metric: 'csat' }, { en: 'Satisfaction (CSAT)', nl: 'Tevredenheid (CSAT)' }),
        beside(31, { metric: 'sla_attainment' }, { en: 'SLA attainment', nl: 'SLA-naleving' }),
        beside(32, { metric: 'time_to_first_response', ...MEDIAN, unit: 'hours' }, { en: 'First response, median', nl: 'Eerste reactie, mediaan' }),
        beside(33, { metric: 'time_to_close', ...MEDIAN, unit: 'hours' }, { en: 'Time to close, median', nl: 'Tijd tot sluiting, mediaan' }),
        {
          id: 34,
          kind: 'columns',
          width: 12,
          queries: [ofAgent({ metric: 'support_volume', view: 'over_time', groupBy: [] })],
          title: { en: 'Support volume', nl: 'Supportvolume' },
        },
        {
          id: 35,
          kind: 'columns',
          width: 12,
          queries: [ofAgent({ metric: 'agent_status_time', view: 'over_time', groupBy: ['availability'], unit: 'hours' })],
          title: { en: 'Availability by status', nl: 'Beschikbaarheid per status' },
          colors: STATES,
        },
      ],
    },
  ],
};
