import { agent, clock, customer, owner, stage, type SlaTicket } from './story';

/** What has become of a promise, as of a "now". */
export const OUTCOMES: readonly SlaTicket[] = [
  // Breached while still open and unanswered, and nobody's when it happened: Ben got the ticket half an hour after the deadline.
  // First reply, 4h: Thu 09 + 4h → due Thu 13:00. At 13:00 sharp the 4h are used up but not exceeded: not breached yet.
  // At 14:00: 5h > 4h, breached; it counts against nobody, the owner at the due instant.
  // Close, 16h: Thu 8h, Fri 8h → due Fri 17:00. At 13:00 4h, at 14:00 5h, Ben's by then.
  {
    id: 'T19',
    story: 'breached while unassigned and still open',
    created: 'Thu 13 Mar 09:00 CET',
    policy: 'standard',
    owner: null,
    steps: [owner('Thu 13 Mar 13:30 CET', 'ben')],
    looks: [
      {
        now: 'Thu 13 Mar 13:00 CET',
        clocks: [
          //     clock          started                 due                     stopped elapsed target outcome     owner
          clock('first_reply', 'Thu 13 Mar 09:00 CET', 'Thu 13 Mar 13:00 CET', null, '4h', '4h', 'at risk', '(unassigned)'),
          clock('close', 'Thu 13 Mar 09:00 CET', 'Fri 14 Mar 17:00 CET', null, '4h', '16h', 'pending', '(unassigned)'),
        ],
      },
      {
        now: 'Thu 13 Mar 14:00 CET',
        clocks: [
          clock('first_reply', 'Thu 13 Mar 09:00 CET', 'Thu 13 Mar 13:00 CET', null, '5h', '4h', 'breached', '(unassigned)'),
          clock('close', 'Thu 13 Mar 09:00 CET', 'Fri 14 Mar 17:00 CET', null, '5h', '16h', 'pending', 'Ben'),
        ],
      },
    ],
  },

  // "At risk within N minutes" means N minutes on the wall, the last of them included.
  // First reply, 1h of 24/7: Fri 13:15 + 1h → due Fri 14:15. At 13:44:59.999 that is 30 minutes and a millisecond ahead: pending;
  // at 13:45 it is 30 minutes: at risk; at 13:40 within 35 minutes likewise. Replied 14:00: 45m.
  // Close, 4h of the office: Fri 13:15–17:00 = 3h45, 15m left → due Mon 09:15. At Fri 16:55 only 20 office minutes are left
  // (3h40 elapsed), but the deadline is a weekend away: pending. At Mon 08:45, 30 minutes ahead and not open yet: at risk, 3h45 elapsed.
  {
    id: 'T20',
    story: 'at risk within N minutes',
    created: 'Fri 21 Mar 13:15 CET',
    policy: 'mixed',
    steps: [agent('Fri 21 Mar 14:00 CET')],
    looks: [
      {
        now: 'Fri 21 Mar 13:40 CET',
        withinMinutes: 35,
        clocks: [
          clock('first_reply', 'Fri 21 Mar 13:15 CET', 'Fri 21 Mar 14:15 CET', null, '25m', '1h', 'at risk'),
          clock('close', 'Fri 21 Mar 13:15 CET', 'Mon 24 Mar 09:15 CET', null, '25m', '4h', 'pending'),
        ],
      },
      {
        now: 'Fri 21 Mar 13:44:59.999 CET',
        clocks: [
          clock('first_reply', 'Fri 21 Mar 13:15 CET', 'Fri 21 Mar 14:15 CET', null, '29m 59.999s', '1h', 'pending'),
          clock('close', 'Fri 21 Mar 13:15 CET', 'Mon 24 Mar 09:15 CET', null, '29m 59.999s', '4h', 'pending'),
        ],
      },
      {
        now: 'Fri 21 Mar 13:45 CET',
        clocks: [
          clock('first_reply', 'Fri 21 Mar 13:15 CET', 'Fri 21 Mar 14:15 CET', null, '30m', '1h', 'at risk'),
          clock('close', 'Fri 21 Mar 13:15 CET', 'Mon 24 Mar 09:15 CET', null, '30m', '4h', 'pending'),
        ],
      },
      {
        now: 'Fri 21 Mar 16:55 CET',
        clocks: [
          clock('first_reply', 'Fri 21 Mar 13:15 CET', 'Fri 21 Mar 14:15 CET', 'Fri 21 Mar 14:00 CET', '45m', '1h', 'attained'),
          clock('close', 'Fri 21 Mar 13:15 CET', 'Mon 24 Mar 09:15 CET', null, '3h 40m', '4h', 'pending'),
        ],
      },
      {
        now: 'Mon 24 Mar 08:45 CET',
        clocks: [
          clock('first_reply', 'Fri 21 Mar 13:15 CET', 'Fri 21 Mar 14:15 CET', 'Fri 21 Mar 14:00 CET', '45m', '1h', 'attained'),
          clock('close', 'Fri 21 Mar 13:15 CET', 'Mon 24 Mar 09:15 CET', null, '3h 45m', '4h', 'at risk'),
        ],
      },
    ],
  },

  // Exactly the target is attained, a millisecond more is not.
  // First reply, 4h: Mon 10 + 4h → due Mon 14:00. Replied 14:00 sharp: 4h ≤ 4h.
  // Next reply, 2h: the customer wrote 14:30 → due 16:30. Replied a millisecond later: 2h and 1 ms > 2h.
  // Close, 16h: Mon 10–17 = 7h, Tue 8h (15h), 1h left → due Wed 10:00. Closed Wed 10:00 sharp: 16h ≤ 16h.
  {
    id: 'T21',
    story: 'exactly the target, and a millisecond more',
    created: 'Mon 24 Mar 10:00 CET',
    policy: 'standard',
    steps: [agent('Mon 24 Mar 14:00 CET'), customer('Mon 24 Mar 14:30 CET'), agent('Mon 24 Mar 16:30:00.001 CET'), stage('Wed 26 Mar 10:00 CET', 'closed')],
    looks: [
      {
        now: 'Wed 26 Mar 10:00 CET',
        clocks: [
          clock('first_reply', 'Mon 24 Mar 10:00 CET', 'Mon 24 Mar 14:00 CET', 'Mon 24 Mar 14:00 CET', '4h', '4h', 'attained'),
          clock('next_reply', 'Mon 24 Mar 14:30 CET', 'Mon 24 Mar 16:30 CET', 'Mon 24 Mar 16:30:00.001 CET', '2h 0.001s', '2h', 'breached'),
          clock('close', 'Mon 24 Mar 10:00 CET', 'Wed 26 Mar 10:00 CET', 'Wed 26 Mar 10:00 CET', '16h', '16h', 'attained'),
        ],
      },
    ],
  },

  // Reopened. The close clock runs from creation to the last close, and stands still while the ticket is closed.
  // First reply, 4h: Mon 09 + 4h → due Mon 13:00. Replied 10:00: 1h.
  // Close, 16h: Mon 8h, Tue 8h → due Tue 17:00, at closing. First closed Mon 12:00: 3h, attained as far as anyone knew on Tuesday.
  // Reopened by the customer's message Wed 10:00, with 13h left: Wed 10–17 = 7h, Thu 09 + 6h → due Thu 15:00. At Wed 14:00: 3h + 4h = 7h.
  // Closed again Wed 15:00: 8h, attained, one row and not two.
  // Next reply, 2h: Wed 10:00 → due Wed 12:00. Replied 11:00: 1h.
  {
    id: 'T22',
    story: 'closed in time, reopened, closed again: the days in between do not count',
    created: 'Mon 16 Jun 09:00 CEST',
    policy: 'standard',
    steps: [
      agent('Mon 16 Jun 10:00 CEST'),
      stage('Mon 16 Jun 12:00 CEST', 'closed'),
      customer('Wed 18 Jun 10:00 CEST'),
      stage('Wed 18 Jun 10:00 CEST', 'open'),
      agent('Wed 18 Jun 11:00 CEST'),
      stage('Wed 18 Jun 15:00 CEST', 'closed'),
    ],
    looks: [
      {
        now: 'Tue 17 Jun 18:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 16 Jun 09:00 CEST', 'Mon 16 Jun 13:00 CEST', 'Mon 16 Jun 10:00 CEST', '1h', '4h', 'attained'),
          clock('close', 'Mon 16 Jun 09:00 CEST', 'Tue 17 Jun 17:00 CEST', 'Mon 16 Jun 12:00 CEST', '3h', '16h', 'attained'),
        ],
      },
      {
        now: 'Wed 18 Jun 14:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 16 Jun 09:00 CEST', 'Mon 16 Jun 13:00 CEST', 'Mon 16 Jun 10:00 CEST', '1h', '4h', 'attained'),
          clock('next_reply', 'Wed 18 Jun 10:00 CEST', 'Wed 18 Jun 12:00 CEST', 'Wed 18 Jun 11:00 CEST', '1h', '2h', 'attained'),
          clock('close', 'Mon 16 Jun 09:00 CEST', 'Thu 19 Jun 15:00 CEST', null, '7h', '16h', 'pending'),
        ],
      },
      {
        now: 'Thu 19 Jun 09:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 16 Jun 09:00 CEST', 'Mon 16 Jun 13:00 CEST', 'Mon 16 Jun 10:00 CEST', '1h', '4h', 'attained'),
          clock('next_reply', 'Wed 18 Jun 10:00 CEST', 'Wed 18 Jun 12:00 CEST', 'Wed 18 Jun 11:00 CEST', '1h', '2h', 'attained'),
          clock('close', 'Mon 16 Jun 09:00 CEST', 'Thu 19 Jun 15:00 CEST', 'Wed 18 Jun 15:00 CEST', '8h', '16h', 'attained'),
        ],
      },
    ],
  },
];
