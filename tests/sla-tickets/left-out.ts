import { agent, clock, stage, type SlaTicket } from './story';

/** Tickets that are nobody's work. They are in no number, unless a query asks for them: then their clocks are worked like any other. */
export const LEFT_OUT: readonly SlaTicket[] = [
  // Merged into another ticket on Monday 12:00 without an answer of its own.
  // First reply: closed (merged is a closed state) without an answer: dropped.
  // Close, 16h: Mon 10–17 = 7h, Tue 8h (15h), 1h left → due Wed 10:00. Closed Mon 12:00: 2h.
  {
    id: 'T23',
    story: 'merged into another ticket',
    created: 'Mon 3 Mar 10:00 CET',
    policy: 'standard',
    leftOut: 'merged',
    steps: [stage('Mon 3 Mar 12:00 CET', 'merged')],
    looks: [
      {
        now: 'Tue 4 Mar 09:00 CET',
        clocks: [
          //     clock          started                due                    stopped                elapsed target  outcome
          clock('first_reply', 'Mon 3 Mar 10:00 CET', null, null, null, '4h', 'dropped'),
          clock('close', 'Mon 3 Mar 10:00 CET', 'Wed 5 Mar 10:00 CET', 'Mon 3 Mar 12:00 CET', '2h', '16h', 'attained'),
        ],
      },
    ],
  },

  // Spam: Anna asked what it was about at 16:30 and binned it at 16:45.
  // First reply, 4h: Tue 11 + 4h → due Tue 15:00. Replied 16:30: 5h30 > 4h, a breach that nobody should be blamed for.
  // Close, 16h: Tue 11–17 = 6h, Wed 8h (14h), 2h left → due Thu 11:00. Closed Tue 16:45: 5h45.
  {
    id: 'T24',
    story: 'spam',
    created: 'Tue 4 Mar 11:00 CET',
    policy: 'standard',
    leftOut: 'spam',
    steps: [agent('Tue 4 Mar 16:30 CET'), stage('Tue 4 Mar 16:45 CET', 'spam')],
    looks: [
      {
        now: 'Wed 5 Mar 09:00 CET',
        clocks: [
          clock('first_reply', 'Tue 4 Mar 11:00 CET', 'Tue 4 Mar 15:00 CET', 'Tue 4 Mar 16:30 CET', '5h 30m', '4h', 'breached'),
          clock('close', 'Tue 4 Mar 11:00 CET', 'Thu 6 Mar 11:00 CET', 'Tue 4 Mar 16:45 CET', '5h 45m', '16h', 'attained'),
        ],
      },
    ],
  },
];
