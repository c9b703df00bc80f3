import { agent, calendar, clock, customer, priority, stage, type SlaTicket } from './story';

/** Which promise holds: the policy's version and priority at the moment when the clock ends, or now. */
export const AGREEMENTS: readonly SlaTicket[] = [
  // On Wednesday 12 March at 14:00 a new version of the policy halves the promises, or more. What ended before keeps the old one.
  // First reply, old 4h: Wed 10 + 4h → due Wed 14:00. Replied 13:30: 3h30 ≤ 4h, though the new 2h would be broken.
  // Next reply, new 1h: the customer wrote at 14:00 sharp, when the new version begins → due Wed 15:00. Replied 15:30: 1h30 > 1h,
  // though the old 4h would be kept.
  // Close, new 8h, from its own start: Wed 10–17 = 7h, 1h left → due Thu 10:00. Closed Thu 17:00: 15h > 8h. On Wed at 13:00 it is
  // still the old 16h: Wed 7h, Thu 8h (15h), 1h left → due Fri 10:00.
  {
    id: 'T15',
    story: 'the policy was changed while the ticket was open',
    created: 'Wed 12 Mar 10:00 CET',
    policy: 'versioned',
    steps: [agent('Wed 12 Mar 13:30 CET'), customer('Wed 12 Mar 14:00 CET'), agent('Wed 12 Mar 15:30 CET'), stage('Thu 13 Mar 17:00 CET', 'closed')],
    looks: [
      {
        now: 'Wed 12 Mar 13:00 CET',
        clocks: [
          clock('first_reply', 'Wed 12 Mar 10:00 CET', 'Wed 12 Mar 14:00 CET', null, '3h', '4h', 'pending'),
          clock('close', 'Wed 12 Mar 10:00 CET', 'Fri 14 Mar 10:00 CET', null, '3h', '16h', 'pending'),
        ],
      },
      {
        now: 'Fri 14 Mar 12:00 CET',
        clocks: [
          //     clock          started                 due                     stopped                 elapsed   target  outcome
          clock('first_reply', 'Wed 12 Mar 10:00 CET', 'Wed 12 Mar 14:00 CET', 'Wed 12 Mar 13:30 CET', '3h 30m', '4h', 'attained'),
          clock('next_reply', 'Wed 12 Mar 14:00 CET', 'Wed 12 Mar 15:00 CET', 'Wed 12 Mar 15:30 CET', '1h 30m', '1h', 'breached'),
          clock('close', 'Wed 12 Mar 10:00 CET', 'Thu 13 Mar 10:00 CET', 'Thu 13 Mar 17:00 CET', '15h', '8h', 'breached'),
        ],
      },
    ],
  },

  // Normal at first, urgent from Mon 09:30 to 14:00, then normal again. Next replies are promised for urgent tickets only.
  // First reply, 1h of urgent from its own start: Mon 09 + 1h → due Mon 10:00. Replied 11:00: 2h > 1h, though normal's 8h would be kept.
  // Next reply, 30m of urgent: the customer wrote 13:00 → due 13:30. Replied 13:20: 20m.
  // Next reply: answered 16:00, when the ticket was normal again: no promise, no clock.
  // Close, 24h of normal: Mon 8h, Tue 8h, Wed 8h → due Wed 17:00. Closed Tue 12:00: 8h + 3h = 11h.
  {
    id: 'T16',
    story: 'the priority changed twice, and only urgent tickets are promised a next reply',
    created: 'Mon 17 Mar 09:00 CET',
    policy: 'tiered',
    priority: 'normal',
    steps: [
      priority('Mon 17 Mar 09:30 CET', 'urgent'),
      agent('Mon 17 Mar 11:00 CET'),
      customer('Mon 17 Mar 13:00 CET'),
      agent('Mon 17 Mar 13:20 CET'),
      priority('Mon 17 Mar 14:00 CET', 'normal'),
      customer('Mon 17 Mar 14:30 CET'),
      agent('Mon 17 Mar 16:00 CET'),
      stage('Tue 18 Mar 12:00 CET', 'closed'),
    ],
    looks: [
      {
        now: 'Wed 19 Mar 12:00 CET',
        clocks: [
          clock('first_reply', 'Mon 17 Mar 09:00 CET', 'Mon 17 Mar 10:00 CET', 'Mon 17 Mar 11:00 CET', '2h', '1h', 'breached'),
          clock('next_reply', 'Mon 17 Mar 13:00 CET', 'Mon 17 Mar 13:30 CET', 'Mon 17 Mar 13:20 CET', '20m', '30m', 'attained'),
          clock('close', 'Mon 17 Mar 09:00 CET', 'Wed 19 Mar 17:00 CET', 'Tue 18 Mar 12:00 CET', '11h', '24h', 'attained'),
        ],
      },
    ],
  },

  // No policy, no promise: no clocks. The durations of the reports take the settings' default calendar in their SLA hours:
  // first response Fri 16:00 – Mon 10:00: 66h on the wall (Fri 8h, Sat 24h, Sun 24h, Mon 10h); in office hours Fri 1h + Mon 1h = 2h.
  // Close Fri 16:00 – Mon 11:00: 67h on the wall, Fri 1h + Mon 2h = 3h in office hours.
  // Without a default calendar there are no SLA hours: nothing is shown rather than 0, and the wall time stays.
  {
    id: 'T17',
    story: 'no policy: no clocks; SLA hours by the default calendar, or none',
    created: 'Fri 14 Mar 16:00 CET',
    policy: null,
    steps: [agent('Mon 17 Mar 10:00 CET'), stage('Mon 17 Mar 11:00 CET', 'closed')],
    looks: [
      {
        now: 'Mon 17 Mar 12:00 CET',
        clocks: [],
        reports: [
          { metric: 'time_to_first_response', hours: 'all', defaultCalendar: 'office', is: '66h' },
          { metric: 'time_to_first_response', hours: 'sla', defaultCalendar: 'office', is: '2h' },
          { metric: 'time_to_close', hours: 'all', defaultCalendar: 'office', is: '67h' },
          { metric: 'time_to_close', hours: 'sla', defaultCalendar: 'office', is: '3h' },
          { metric: 'time_to_first_response', hours: 'all', defaultCalendar: null, is: '66h' },
          { metric: 'time_to_first_response', hours: 'sla', defaultCalendar: null, is: null },
          { metric: 'time_to_close', hours: 'sla', defaultCalendar: null, is: null },
        ],
      },
    ],
  },

  // Moved to the New York team on Wednesday 11:00: each stretch by its own calendar. New York is open 09:00–17:00 EDT = 14:00–22:00 CET.
  // First reply, 4h: Amsterdam Tue 16–17 = 1h, Wed 09–11 = 2h (3h); 1h left, New York opens 14:00 CET + 1h → due Wed 15:00 CET.
  // Replied Wed 14:30: 3h30.
  // Close, 16h: Amsterdam 3h, New York Wed 14–22 = 8h (11h), 5h left, Thu 14:00 + 5h → due Thu 19:00 CET.
  // Closed Thu 20:00: 3h + 8h + 6h = 17h > 16h.
  // The report's SLA hours add up the same way: first response 3h30, close 17h.
  {
    id: 'T18',
    story: 'the calendar changed on the way: summed by stretch',
    created: 'Tue 18 Mar 16:00 CET',
    policy: 'standard',
    calendar: 'office',
    steps: [calendar('Wed 19 Mar 11:00 CET', 'new_york'), agent('Wed 19 Mar 14:30 CET'), stage('Thu 20 Mar 20:00 CET', 'closed')],
    looks: [
      {
        now: 'Fri 21 Mar 09:00 CET',
        clocks: [
          clock('first_reply', 'Tue 18 Mar 16:00 CET', 'Wed 19 Mar 15:00 CET', 'Wed 19 Mar 14:30 CET', '3h 30m', '4h', 'attained'),
          clock('close', 'Tue 18 Mar 16:00 CET', 'Thu 20 Mar 19:00 CET', 'Thu 20 Mar 20:00 CET', '17h', '16h', 'breached'),
        ],
        reports: [
          { metric: 'time_to_first_response', hours: 'sla', defaultCalendar: 'office', is: '3h 30m' },
          { metric: 'time_to_close', hours: 'sla', defaultCalendar: 'office', is: '17h' },
        ],
      },
    ],
  },
];
