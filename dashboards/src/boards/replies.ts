import type { Board } from '../board';
import { BAND_COLORS, BANDS } from './bands';

const previous = { view: 'totals', groupBy: [], compare: 'previous_period' } as const;

export const REPLIES: Board = {
  file: 'ticket-replies',
  uid: 'helpdesk-ticket-replies',
  title: { en: 'Ticket replies', nl: 'Ticketreacties' },
  description: {
    en: 'Who waits for whom, how many messages there are, and at what hours.',
    nl: 'Wie op wie wacht, hoeveel berichten er zijn, en op welke uren.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        { id: 1, kind: 'number', width: 6, queries: [{ metric: 'customer_wait_time', ...previous, hours: '$hours' }] },
        { id: 2, kind: 'number', width: 6, queries: [{ metric: 'owner_reply_time', ...previous, hours: '$hours' }] },
        { id: 3, kind: 'number', width: 6, queries: [{ metric: 'customer_reply_time', ...previous, hours: '$hours' }] },
        {
          id: 4,
          kind: 'number',
          width: 6,
          queries: [{ metric: 'owner_reply_count', ...previous }],
          title: { en: 'Replies sent', nl: 'Verstuurde antwoorden' },
        },
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'In de tijd' },
      panels: [
        { id: 10, kind: 'series', width: 12, queries: [{ metric: 'customer_wait_time', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        {
          id: 11,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'ticket_reply_count', groupBy: ['direction'] }],
          title: { en: 'Messages sent and received', nl: 'Verzonden en ontvangen berichten' },
        },
        {
          id: 12,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'owner_reply_time', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'reply_time_since_assignment', groupBy: [], hours: '$hours', unit: 'hours' },
          ],
          title: { en: 'Our answers: since the question, since assignment', nl: 'Onze antwoorden: sinds de vraag, sinds de toewijzing' },
        },
        {
          id: 13,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'customer_wait_time', groupBy: ['duration_band'], hours: '$hours', statistics: ['count'], bands: BANDS }],
          title: { en: 'Our answers by how long they took', nl: 'Onze antwoorden naar hoelang ze duurden' },
          colors: BAND_COLORS,
        },
      ],
    },
    {
      id: 102,
      title: { en: 'Top ten', nl: 'Top tien' },
      panels: [
        {
          id: 20,
          kind: 'top',
          width: 6,
          queries: [{ metric: 'customer_wait_time', view: 'totals', groupBy: ['customer'], hours: '$hours', limit: 10, minN: 3 }],
          title: { en: 'Customers who wait longest', nl: 'Langst wachtende klanten' },
        },
        {
          id: 21,
          kind: 'top',
          width: 6,
          queries: [{ metric: 'customer_reply_time', view: 'totals', groupBy: ['customer'], hours: '$hours', limit: 10, minN: 3 }],
          title: { en: 'Slowest customers', nl: 'Traagste klanten' },
        },
        {
          id: 22,
          kind: 'top',
          width: 6,
          queries: [{ metric: 'owner_reply_time', view: 'totals', groupBy: ['author'], hours: '$hours', limit: 10 }],
          title: { en: 'Owner response time', nl: 'Reactietijd per medewerker' },
        },
        {
          id: 25,
          kind: 'top',
          width: 6,
          queries: [{ metric: 'reply_time_since_assignment', view: 'totals', groupBy: ['author'], hours: '$hours', limit: 10 }],
          title: { en: 'Since assignment', nl: 'Sinds de toewijzing' },
        },
      ],
    },
    {
      id: 103,
      title: { en: 'When, and who is busiest', nl: 'Wanneer, en wie het drukst is' },
      panels: [
        {
          id: 30,
          kind: 'heat',
          width: 14,
          queries: [{ metric: 'messages_by_hour', view: 'totals', groupBy: ['hour_of_day', 'weekday'], sort: { by: 'name', direction: 'asc' } }],
          title: { en: 'Messages by weekday and hour', nl: 'Berichten per weekdag en uur' },
        },
        {
          id: 23,
          kind: 'top',
          width: 10,
          height: 13,
          queries: [{ metric: 'owner_reply_count', view: 'totals', groupBy: ['author'], limit: 10 }],
          title: { en: 'Replies by owner', nl: 'Reacties per medewerker' },
        },
        {
          id: 24,
          kind: 'table',
          width: 10,
          height: 13,
          queries: [{ metric: 'ticket_reply_count', view: 'totals', groupBy: ['ticket', 'direction'], limit: 10 }],
          title: { en: 'Tickets with the most messages', nl: 'Tickets met de meeste berichten' },
        },
      ],
    },
  ],
};
