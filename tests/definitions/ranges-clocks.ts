import { helpdesk, ticket } from '../oracle/builders';
import { type Desk, rulesOf } from './story';

const CLOCKS: Desk = {
  rows: helpdesk({
    ticket: [
      // Amsterdam, 30 March 2025: 23 hours, from 29 March 23:00 UTC to 30 March 22:00 UTC; 01:59:59.999 is followed by 03:00
      ticket('a1', '2025-03-29 22:59:59.999'),
      ticket('a2', '2025-03-29 23:00'),
      ticket('a3', '2025-03-30 00:59:59.999'),
      ticket('a4', '2025-03-30 01:00'),
      ticket('a5', '2025-03-30 21:59:59.999'),
      ticket('a6', '2025-03-30 22:00'),
      // Amsterdam, 26 October 2025: 25 hours, from 25 October 22:00 UTC to 26 October 23:00 UTC; 02:00 comes twice
      ticket('b1', '2025-10-25 21:59:59.999'),
      ticket('b2', '2025-10-25 22:00'),
      ticket('b3', '2025-10-26 00:30'),
      ticket('b4', '2025-10-26 01:30'),
      ticket('b5', '2025-10-26 22:59:59.999'),
      ticket('b6', '2025-10-26 23:00'),
      // Santiago, 7 September 2025: no midnight, the day starts at 01:00 local, 04:00 UTC
      ticket('c1', '2025-09-07 03:59:59.999'),
      ticket('c2', '2025-09-07 04:00'),
      // Havana, 2 November 2025: midnight at 04:00 UTC and again at 05:00 UTC
      ticket('d1', '2025-11-02 03:59:59.999'),
      ticket('d2', '2025-11-02 04:00'),
      ticket('d3', '2025-11-02 05:00'),
      ticket('d4', '2025-11-03 04:59:59.999'),
      // Apia has no 30 December 2011: the 29th ends at 10:00 UTC of the 30th, and the 31st begins
      ticket('e1', '2011-12-30 09:59:59.999'),
      ticket('e2', '2011-12-30 10:00'),
      // Kolkata is five and a half hours ahead: its hours turn at half past
      ticket('f1', '2025-06-10 00:29:59.999'),
      ticket('f2', '2025-06-10 00:30'),
      ticket('f3', '2025-06-10 18:29:59.999'),
      ticket('f4', '2025-06-10 18:30'),
    ],
  }),
};
const daily = (timeZone: string, frequency = 'day') => ({ metric: 'opened', frequency, groupBy: [], timeZone });
/** Buckets around clock changes. */
export const clocks = rulesOf(
  CLOCKS,
  ['2025-03-28 23:00', '2025-03-31 22:00'],
  [
    {
      rule: 'a day that loses an hour is 23 hours long',
      ask: daily('Europe/Amsterdam'),
      is: [
        ['2025-03-28 23:00', 1],
        ['2025-03-29 23:00', 4],
        ['2025-03-30 22:00', 1],
      ],
    },
    {
      rule: 'hour buckets last one real hour: after 01:00 comes 03:00',
      ask: daily('Europe/Amsterdam', 'hour'),
      period: ['2025-03-29 23:00', '2025-03-30 02:00'],
      is: [
        ['2025-03-29 23:00', 1],
        ['2025-03-30 00:00', 1],
        ['2025-03-30 01:00', 1],
      ],
    },
    {
      rule: 'a day that gains an hour is 25 hours long',
      ask: daily('Europe/Amsterdam'),
      period: ['2025-10-24 22:00', '2025-10-27 23:00'],
      is: [
        ['2025-10-24 22:00', 1],
        ['2025-10-25 22:00', 4],
        ['2025-10-26 23:00', 1],
      ],
    },
    {
      rule: 'the doubled hour is two buckets',
      ask: daily('Europe/Amsterdam', 'hour'),
      period: ['2025-10-25 23:00', '2025-10-26 03:00'],
      is: [
        ['2025-10-25 23:00', 0],
        ['2025-10-26 00:00', 1],
        ['2025-10-26 01:00', 1],
        ['2025-10-26 02:00', 0],
      ],
    },
    {
      rule: 'half hours start at every local :00 and :30: Kathmandu is five hours and three quarters ahead',
      ask: daily('Asia/Kathmandu', '30m'),
      period: ['2025-06-10 00:00', '2025-06-10 01:00'],
      is: [
        ['2025-06-09 23:45', 0],
        ['2025-06-10 00:15', 2],
        ['2025-06-10 00:45', 0],
      ],
    },
    // local 00:00, 02:00 (its first), 04:00: the second bucket is three hours long
    {
      rule: 'of two hours, a doubled hour belongs to one bucket: its edge is the first time that the clock shows it',
      ask: daily('Europe/Amsterdam', '2h'),
      period: ['2025-10-25 22:00', '2025-10-26 04:00'],
      is: [
        ['2025-10-25 22:00', 1],
        ['2025-10-26 00:00', 2],
        ['2025-10-26 03:00', 0],
      ],
    },
    // local 00:00 and 04:00: 02:00 does not exist
    {
      rule: 'a missing edge joins two',
      ask: daily('Europe/Amsterdam', '2h'),
      period: ['2025-03-29 23:00', '2025-03-30 04:00'],
      is: [
        ['2025-03-29 23:00', 3],
        ['2025-03-30 02:00', 0],
      ],
    },
    // local 12:00 of the 6th, 01:00 (the first instant) and 12:00 of the 7th
    {
      rule: 'half days start at noon and at the day’s first instant',
      ask: daily('America/Santiago', '12h'),
      period: ['2025-09-07 03:00', '2025-09-08 03:00'],
      is: [
        ['2025-09-06 16:00', 1],
        ['2025-09-07 04:00', 1],
        ['2025-09-07 15:00', 0],
      ],
    },
    {
      rule: 'a day whose midnight does not exist starts at its first instant',
      ask: daily('America/Santiago'),
      period: ['2025-09-06 04:00', '2025-09-08 03:00'],
      is: [
        ['2025-09-06 04:00', 1],
        ['2025-09-07 04:00', 1],
      ],
    },
    {
      rule: 'a doubled midnight is its first',
      ask: daily('America/Havana'),
      period: ['2025-11-01 04:00', '2025-11-03 05:00'],
      is: [
        ['2025-11-01 04:00', 1],
        ['2025-11-02 04:00', 3],
      ],
    },
    {
      rule: 'a day that a country skips is no bucket',
      ask: daily('Pacific/Apia'),
      period: ['2011-12-29 10:00', '2011-12-31 10:00'],
      is: [
        ['2011-12-29 10:00', 1],
        ['2011-12-30 10:00', 1],
      ],
    },
    {
      rule: 'a week with a skipped day is six days long',
      ask: daily('Pacific/Apia', 'week'),
      period: ['2011-12-26 10:00', '2012-01-08 10:00'],
      tell: 'starts',
      is: ['2011-12-26 10:00', '2012-01-01 10:00', '2012-01-08 10:00'],
    },
    {
      rule: 'hours start at local :00, which may be half past in UTC',
      ask: daily('Asia/Kolkata', 'hour'),
      period: ['2025-06-10 00:00', '2025-06-10 02:00'],
      is: [
        ['2025-06-09 23:30', 1],
        ['2025-06-10 00:30', 1],
        ['2025-06-10 01:30', 0],
      ],
    },
    {
      rule: 'and so do days',
      ask: daily('Asia/Kolkata'),
      period: ['2025-06-09 18:30', '2025-06-11 18:30'],
      is: [
        ['2025-06-09 18:30', 3],
        ['2025-06-10 18:30', 1],
      ],
    },
    // Lord Howe Island moves by half an hour: 01:00 +11 is followed by 02:00 +10:30 after ninety minutes, and in spring 01:00 +10:30 by 03:00 +11
    {
      rule: 'where clocks move by half an hour, an hour bucket lasts until the next local :00',
      ask: daily('Australia/Lord_Howe', 'hour'),
      period: ['2025-04-05 13:00', '2025-04-05 16:30'],
      tell: 'starts',
      is: ['2025-04-05 13:00', '2025-04-05 14:00', '2025-04-05 15:30', '2025-04-05 16:30'],
    },
    {
      rule: 'in spring too',
      ask: daily('Australia/Lord_Howe', 'hour'),
      period: ['2025-10-04 13:30', '2025-10-04 17:00'],
      tell: 'starts',
      is: ['2025-10-04 13:30', '2025-10-04 14:30', '2025-10-04 16:00', '2025-10-04 17:00'],
    },
    {
      rule: 'quarters are local',
      ask: daily('Europe/Amsterdam', 'quarter'),
      period: ['2025-02-01 00:00', '2025-10-26 23:00'],
      tell: 'starts',
      is: ['2024-12-31 23:00', '2025-03-31 22:00', '2025-06-30 22:00', '2025-09-30 22:00', '2025-12-31 23:00'],
    },
    {
      rule: 'years are local',
      ask: daily('Europe/Amsterdam', 'year'),
      period: ['2024-12-31 22:00', '2025-12-31 23:00'],
      tell: 'starts',
      is: ['2023-12-31 23:00', '2024-12-31 23:00', '2025-12-31 23:00'],
    },
    {
      rule: 'months are local',
      ask: daily('Europe/Amsterdam', 'month'),
      period: ['2025-02-28 23:00', '2025-04-30 22:00'],
      tell: 'starts',
      is: ['2025-02-28 23:00', '2025-03-31 22:00', '2025-04-30 22:00'],
    },
    {
      rule: 'a range may begin and end between two midnights of one',
      ask: daily('America/Havana'),
      period: ['2025-11-02 04:30', '2025-11-02 05:30'],
      is: [['2025-11-02 04:00', 1]],
    },
  ]
);

// The settings' zone and week start serve a request that brings none: an alert rule's. Sunday 2 March begins in Kolkata at 1 March 18:30 UTC.
const SET: Desk = {
  rows: helpdesk({ ticket: [ticket('a', '2025-03-01 18:29:59.999'), ticket('b', '2025-03-01 18:30')] }),
  settings: { timeZone: 'Asia/Kolkata', weekStart: 'sunday' },
};
/** The settings’ zone and start of the week. */
export const set = rulesOf(
  SET,
  ['2025-02-23 00:00', '2025-03-08 00:00'],
  [
    {
      rule: 'zone and week start of the settings, where the request brings none',
      ask: { metric: 'opened', frequency: 'week', groupBy: [] },
      is: [
        ['2025-02-22 18:30', 1],
        ['2025-03-01 18:30', 1],
      ],
    },
    {
      rule: 'for an alert rule too',
      ask: { metric: 'opened', frequency: 'week', groupBy: [] },
      by: { fromAlert: true },
      is: [
        ['2025-02-22 18:30', 1],
        ['2025-03-01 18:30', 1],
      ],
    },
    {
      rule: 'those of the request where it does',
      ask: { metric: 'opened', frequency: 'week', groupBy: [], timeZone: 'UTC', weekStart: 'saturday' },
      is: [
        ['2025-02-22 00:00', 0],
        ['2025-03-01 00:00', 2],
      ],
    },
  ]
);

// One ticket, open from 1 March 10:00 to 3 March 10:00; two more, created on the 2nd at 18:00 and on the 3rd at 12:00.
