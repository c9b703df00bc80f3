import type { Board } from '../board';
import { RECEIVED, SENT, WRITTEN } from '../query';
import { BAND_COLORS, BANDS } from './bands';
import { TO } from './destinations';
import { changed } from './key-number';

const DIRECTIONS = [
  ['sent', 'Sent', 'blue'],
  ['received', 'Received', 'orange'],
] as const;
/** By hour and weekday, both from the first. */
const clockwise = { view: 'totals', sort: { by: 'name', direction: 'asc' } } as const;

export const REPLIES: Board = {
  file: 'ticket-replies',
  ...TO.replies,
  description: {
    en: 'Who waits for whom, how many messages there are, and at what hours.',
    nl: 'Wie op wie wacht, hoeveel berichten er zijn, en op welke uren.',
  },
  sections: [
    {
      id: 100,
      title: { en: 'Key numbers', nl: 'Kerncijfers' },
      panels: [
        changed(1, 9, { metric: 'customer_wait_time', hours: '$hours' }, { title: { en: 'Customer wait, mean', nl: 'Wachttijd klant, gem.' } }),
        changed(
          5,
          9,
          { metric: 'customer_wait_time', hours: '$hours', statistics: ['within'], threshold: '8h' },
          { title: { en: 'Answered in 8 hours', nl: 'Beantwoord in 8 uur' } }
        ),
        changed(4, 6, { metric: 'owner_reply_count' }, { title: { en: 'Sent', nl: 'Verzonden' } }),
        changed(3, 9, { metric: 'customer_reply_time', hours: '$hours' }, { title: { en: 'Customer reply, mean', nl: 'Antwoord klant, gem.' } }),
        changed(7, 9, { metric: 'ticket_reply_count', filters: [RECEIVED] }, { title: { en: 'Messages received', nl: 'Ontvangen berichten' } }),
        changed(6, 6, { metric: 'owner_reply_count', statistics: ['tickets'] }, { title: { en: 'Answered', nl: 'Beantwoord' } }),
      ],
    },
    {
      id: 101,
      title: { en: 'Over time', nl: 'Over tijd' },
      panels: [
        { id: 10, kind: 'series', width: 12, queries: [{ metric: 'customer_wait_time', groupBy: [], hours: '$hours', statistics: ['mean', 'p90'] }] },
        {
          id: 11,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'ticket_reply_count', groupBy: ['direction'] }],
          title: { en: 'Messages sent and received', nl: 'Verzonden en ontvangen berichten' },
          colors: DIRECTIONS,
        },
        {
          id: 14,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'owner_reply_time', view: 'over_time', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'customer_reply_time', view: 'over_time', groupBy: [], hours: '$hours', unit: 'hours' },
          ],
          title: { en: 'Response times, mean', nl: 'Antwoordtijden, gem.' },
        },
        {
          id: 12,
          kind: 'series',
          width: 12,
          queries: [
            { metric: 'owner_reply_time', view: 'over_time', groupBy: [], hours: '$hours', unit: 'hours' },
            { metric: 'reply_time_since_assignment', view: 'over_time', groupBy: [], hours: '$hours', unit: 'hours' },
          ],
          title: { en: 'Our answers by start, mean', nl: 'Antwoorden per begin, gem.' },
          looks: [{ color: 'blue' }, { color: 'purple' }],
        },
        {
          id: 13,
          kind: 'columns',
          width: 12,
          queries: [{ metric: 'customer_wait_time', groupBy: ['duration_band'], hours: '$hours', statistics: ['count'], bands: BANDS }],
          title: { en: 'Our answers by duration', nl: 'Onze antwoorden naar duur' },
          colors: BAND_COLORS,
        },
      ],
    },
    {
      id: 102,
      title: { en: 'By person', nl: 'Per persoon' },
      panels: [
        {
          id: 22,
          kind: 'flip',
          width: 12,
          queries: [
            {
              metric: 'owner_reply_time',
              view: '$view',
              frequency: 'week',
              groupBy: ['author'],
              hours: '$hours',
              unit: 'hours',
              limit: 10,
              minN: 5,
              filters: [WRITTEN],
            },
          ],
          title: { en: 'Slowest owners, mean', nl: 'Traagste eigenaren, gem.' },
        },
        {
          id: 25,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'reply_time_since_assignment', view: 'totals', groupBy: ['author'], hours: '$hours', limit: 10, minN: 5, filters: [WRITTEN] }],
          title: { en: 'Since assignment, mean', nl: 'Sinds toewijzing, gem.' },
        },
        {
          id: 20,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'customer_wait_time', view: 'totals', groupBy: ['customer'], hours: '$hours', limit: 10, minN: 3 }],
          title: { en: 'Customers waiting, mean', nl: 'Wachtende klanten, gem.' },
        },
        {
          id: 21,
          kind: 'top',
          width: 12,
          queries: [{ metric: 'customer_reply_time', view: 'totals', groupBy: ['customer'], hours: '$hours', limit: 10, minN: 3 }],
          title: { en: 'Slowest customers, mean', nl: 'Traagste klanten, gem.' },
        },
        {
          id: 23,
          kind: 'flip',
          width: 24,
          isStacked: true,
          queries: [{ metric: 'owner_reply_count', view: '$view', frequency: 'week', groupBy: ['author'], limit: 10, filters: [WRITTEN] }],
          title: { en: 'Replies by owner: top ten', nl: 'Antwoorden per eigenaar: top tien' },
        },
      ],
    },
    {
      id: 104,
      title: { en: 'Tickets with the most messages', nl: 'Tickets met de meeste berichten' },
      panels: [
        {
          id: 24,
          kind: 'table',
          width: 12,
          height: 12,
          queries: [{ metric: 'ticket_reply_count', view: 'totals', groupBy: ['ticket'], limit: 10, filters: [SENT] }],
          title: { en: 'Most messages sent: top ten', nl: 'Meeste verzonden berichten: top tien' },
        },
        {
          id: 26,
          kind: 'table',
          width: 12,
          height: 12,
          queries: [{ metric: 'ticket_reply_count', view: 'totals', groupBy: ['ticket'], limit: 10, filters: [RECEIVED] }],
          title: { en: 'Most messages received: top ten', nl: 'Meeste ontvangen berichten: top tien' },
        },
      ],
    },
    {
      id: 103,
      title: { en: 'Time of day', nl: 'Tijd van de dag' },
      panels: [
        {
          id: 32,
          kind: 'beside',
          width: 24,
          queries: [{ metric: 'messages_by_hour', ...clockwise, groupBy: ['hour_of_day', 'direction'] }],
          title: { en: 'Messages by hour of the day', nl: 'Berichten per uur van de dag' },
          colors: DIRECTIONS,
        },
        {
          id: 30,
          kind: 'heat',
          width: 12,
          queries: [{ metric: 'messages_by_hour', ...clockwise, groupBy: ['hour_of_day', 'weekday'], filters: [RECEIVED] }],
          title: { en: 'Received, by weekday and hour', nl: 'Ontvangen, per weekdag en uur' },
        },
        {
          id: 31,
          kind: 'heat',
          width: 12,
          queries: [{ metric: 'messages_by_hour', ...clockwise, groupBy: ['hour_of_day', 'weekday'], filters: [SENT] }],
          title: { en: 'Sent, by weekday and hour', nl: 'Verzonden, per weekdag en uur' },
        },
      ],
    },
  ],
};
