import { agent, clock, customer, stage, type SlaTicket } from './story';

/**
 * Waiting for the customer: the stage "waiting" pauses a clock if its target says so. Of the standard policy only the close target
 * does; the reply targets go on.
 */
export const PAUSES: readonly SlaTicket[] = [
  // A pause inside the office hours: Mon 10:00–14:00.
  // First reply, 4h: Mon 09 + 4h → due Mon 13:00. Replied 09:30: 30m.
  // Next reply, 2h: the customer wrote Mon 14:00 → due Mon 16:00. Replied 15:00: 1h.
  // Close, 16h: Mon 09–10 = 1h, paused 10–14, Mon 14–17 = 3h (4h), Tue 8h (12h), 4h left, Wed 09 + 4h → due Wed 13:00.
  // Closed Tue 17:00: 1h + 3h + 8h = 12h.
  {
    id: 'T07',
    story: 'a pause in the middle of the day',
    created: 'Mon 2 Jun 09:00 CEST',
    policy: 'standard',
    steps: [
      agent('Mon 2 Jun 09:30 CEST'),
      stage('Mon 2 Jun 10:00 CEST', 'waiting'),
      customer('Mon 2 Jun 14:00 CEST'),
      stage('Mon 2 Jun 14:00 CEST', 'open'),
      agent('Mon 2 Jun 15:00 CEST'),
      stage('Tue 3 Jun 17:00 CEST', 'closed'),
    ],
    looks: [
      {
        now: 'Wed 4 Jun 09:00 CEST',
        clocks: [
          //     clock          started                 due                      stopped                  elapsed target  outcome
          clock('first_reply', 'Mon 2 Jun 09:00 CEST', 'Mon 2 Jun 13:00 CEST', 'Mon 2 Jun 09:30 CEST', '30m', '4h', 'attained'),
          clock('next_reply', 'Mon 2 Jun 14:00 CEST', 'Mon 2 Jun 16:00 CEST', 'Mon 2 Jun 15:00 CEST', '1h', '2h', 'attained'),
          clock('close', 'Mon 2 Jun 09:00 CEST', 'Wed 4 Jun 13:00 CEST', 'Tue 3 Jun 17:00 CEST', '12h', '16h', 'attained'),
        ],
      },
    ],
  },

  // A pause over closing time: Tue 16:00 – Wed 11:00. Only its open hours are taken off: Tue 16–17 and Wed 09–11, not the night.
  // First reply, 4h: Tue 10 + 4h → due Tue 14:00. Replied 11:00: 1h.
  // Next reply, 2h: the customer wrote Wed 10:30, while the ticket was still marked as waiting; the target does not pause
  // → due Wed 12:30. Replied 12:00: 1h30.
  // Close, 16h: Tue 10–16 = 6h, Wed 11–17 = 6h (12h), 4h left, Thu 09 + 4h → due Thu 13:00.
  // Closed Thu 14:00: 6h + 6h + 5h = 17h > 16h.
  {
    id: 'T08',
    story: 'a pause over closing time takes off its open hours only',
    created: 'Tue 3 Jun 10:00 CEST',
    policy: 'standard',
    steps: [
      agent('Tue 3 Jun 11:00 CEST'),
      stage('Tue 3 Jun 16:00 CEST', 'waiting'),
      customer('Wed 4 Jun 10:30 CEST'),
      stage('Wed 4 Jun 11:00 CEST', 'open'),
      agent('Wed 4 Jun 12:00 CEST'),
      stage('Thu 5 Jun 14:00 CEST', 'closed'),
    ],
    looks: [
      {
        now: 'Thu 5 Jun 15:00 CEST',
        clocks: [
          clock('first_reply', 'Tue 3 Jun 10:00 CEST', 'Tue 3 Jun 14:00 CEST', 'Tue 3 Jun 11:00 CEST', '1h', '4h', 'attained'),
          clock('next_reply', 'Wed 4 Jun 10:30 CEST', 'Wed 4 Jun 12:30 CEST', 'Wed 4 Jun 12:00 CEST', '1h 30m', '2h', 'attained'),
          clock('close', 'Tue 3 Jun 10:00 CEST', 'Thu 5 Jun 13:00 CEST', 'Thu 5 Jun 14:00 CEST', '17h', '16h', 'breached'),
        ],
      },
    ],
  },

  // A pause that has not ended: nobody knows when the close is due, so it is neither at risk nor breached, however long it takes.
  // First reply, 4h: Wed 09 + 4h → due Wed 13:00. Replied 10:00: 1h.
  // Close, 16h: Wed 09–12 = 3h, then paused. Ten days later still 3h.
  {
    id: 'T09',
    story: 'the customer never came back: the close clock stands still',
    created: 'Wed 4 Jun 09:00 CEST',
    policy: 'standard',
    steps: [agent('Wed 4 Jun 10:00 CEST'), stage('Wed 4 Jun 12:00 CEST', 'waiting')],
    looks: [
      {
        now: 'Sat 14 Jun 12:00 CEST',
        clocks: [
          clock('first_reply', 'Wed 4 Jun 09:00 CEST', 'Wed 4 Jun 13:00 CEST', 'Wed 4 Jun 10:00 CEST', '1h', '4h', 'attained'),
          clock('close', 'Wed 4 Jun 09:00 CEST', null, null, null, '16h', 'paused'),
        ],
      },
    ],
  },

  // A pause that a close ends, and a reopening.
  // First reply, 4h: Mon 09 + 4h → due Mon 13:00. Replied 09:30: 30m.
  // Close, 16h: Mon 09–10 = 1h, paused 10–12, closed until Tue 10:00, 15h left: Tue 10–17 = 7h, Wed 8h → due Wed 17:00.
  // At Mon 11:00 it is paused, due nobody knows when; at Tue 11:00 2h. Closed again Tue 16:00: 1h + 6h = 7h.
  {
    id: 'T26',
    story: 'paused, closed in the pause and reopened',
    created: 'Mon 9 Jun 09:00 CEST',
    policy: 'standard',
    steps: [
      agent('Mon 9 Jun 09:30 CEST'),
      stage('Mon 9 Jun 10:00 CEST', 'waiting'),
      stage('Mon 9 Jun 12:00 CEST', 'closed'),
      stage('Tue 10 Jun 10:00 CEST', 'open'),
      stage('Tue 10 Jun 16:00 CEST', 'closed'),
    ],
    looks: [
      {
        now: 'Mon 9 Jun 11:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 9 Jun 09:00 CEST', 'Mon 9 Jun 13:00 CEST', 'Mon 9 Jun 09:30 CEST', '30m', '4h', 'attained'),
          clock('close', 'Mon 9 Jun 09:00 CEST', null, null, null, '16h', 'paused'),
        ],
      },
      {
        now: 'Tue 10 Jun 11:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 9 Jun 09:00 CEST', 'Mon 9 Jun 13:00 CEST', 'Mon 9 Jun 09:30 CEST', '30m', '4h', 'attained'),
          clock('close', 'Mon 9 Jun 09:00 CEST', 'Wed 11 Jun 17:00 CEST', null, '2h', '16h', 'pending'),
        ],
      },
      {
        now: 'Tue 10 Jun 18:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 9 Jun 09:00 CEST', 'Mon 9 Jun 13:00 CEST', 'Mon 9 Jun 09:30 CEST', '30m', '4h', 'attained'),
          clock('close', 'Mon 9 Jun 09:00 CEST', 'Wed 11 Jun 17:00 CEST', 'Tue 10 Jun 16:00 CEST', '7h', '16h', 'attained'),
        ],
      },
    ],
  },
];
