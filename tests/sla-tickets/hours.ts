import { agent, clock, stage, type SlaTicket } from './story';

/** When a clock ticks: opening hours, weekends, holidays, nights, closing time, summer and winter time. Calendars and targets: agreement.ts. */
export const HOURS: readonly SlaTicket[] = [
  // Office hours. The clock starts on Friday at 16:00: one hour until closing at 17:00, nothing on Saturday and Sunday.
  // First reply, 4h: Fri 16–17 = 1h, 3h left, Mon 09 + 3h → due Mon 12:00. Replied Mon 12:30: 1h + 3h30 = 4h30 > 4h.
  // Close, 16h: Fri 1h, Mon 8h = 9h, 7h left, Tue 09 + 7h → due Tue 16:00. Closed Mon 16:45: 1h + 7h45 = 8h45.
  {
    id: 'T01',
    story: 'a request on Friday afternoon, answered half an hour late on Monday',
    created: 'Fri 7 Mar 16:00 CET',
    policy: 'standard',
    steps: [agent('Mon 10 Mar 12:30 CET'), stage('Mon 10 Mar 16:45 CET', 'closed')],
    looks: [
      {
        now: 'Tue 11 Mar 09:00 CET',
        clocks: [
          //     clock          started                due                     stopped                 elapsed   target  outcome
          clock('first_reply', 'Fri 7 Mar 16:00 CET', 'Mon 10 Mar 12:00 CET', 'Mon 10 Mar 12:30 CET', '4h 30m', '4h', 'breached'),
          clock('close', 'Fri 7 Mar 16:00 CET', 'Tue 11 Mar 16:00 CET', 'Mon 10 Mar 16:45 CET', '8h 45m', '16h', 'attained'),
        ],
      },
    ],
  },

  // A holiday. Created Friday 15:00; Monday 5 May is closed ("holidays close the intervals that open on that date").
  // First reply, 4h: Fri 15–17 = 2h, Mon 0h, 2h left, Tue 09 + 2h → due Tue 11:00. Replied Tue 10:59: 2h + 1h59 = 3h59.
  // Close, 16h: Fri 2h, Tue 8h = 10h, 6h left, Wed 09 + 6h → due Wed 15:00. At Tue 12:00: 2h + 3h = 5h, still open.
  {
    id: 'T02',
    story: 'a holiday on the Monday moves every deadline by a day',
    created: 'Fri 2 May 15:00 CEST',
    policy: 'standard',
    steps: [agent('Tue 6 May 10:59 CEST')],
    looks: [
      {
        now: 'Tue 6 May 12:00 CEST',
        clocks: [
          clock('first_reply', 'Fri 2 May 15:00 CEST', 'Tue 6 May 11:00 CEST', 'Tue 6 May 10:59 CEST', '3h 59m', '4h', 'attained'),
          clock('close', 'Fri 2 May 15:00 CEST', 'Wed 7 May 15:00 CEST', null, '5h', '16h', 'pending'),
        ],
      },
    ],
  },

  // A night shift and a holiday. Thursday 1 May is a holiday of the night team: the shift that opened on Wednesday evening runs to its
  // end at 06:00 all the same, the one of Thursday evening is off ("a holiday does not cut last night's shift").
  // Created Wed 20:00, two hours before opening. First reply, 6h: Wed 22:00 + 6h → due Thu 04:00. Replied Thu 05:00: 22–05 = 7h > 6h.
  // Close, 12h: Wed night 8h, Thu night none, Fri 22:00 + 4h → due Sat 02:00. Closed Sat 01:30: 8h + 3h30 = 11h30.
  {
    id: 'T03',
    story: 'the night team: the shift before a holiday counts, the holiday’s own does not',
    created: 'Wed 30 Apr 20:00 CEST',
    policy: 'night',
    steps: [agent('Thu 1 May 05:00 CEST'), stage('Sat 3 May 01:30 CEST', 'closed')],
    looks: [
      {
        now: 'Sat 3 May 09:00 CEST',
        clocks: [
          clock('first_reply', 'Wed 30 Apr 20:00 CEST', 'Thu 1 May 04:00 CEST', 'Thu 1 May 05:00 CEST', '7h', '6h', 'breached'),
          clock('close', 'Wed 30 Apr 20:00 CEST', 'Sat 3 May 02:00 CEST', 'Sat 3 May 01:30 CEST', '11h 30m', '12h', 'attained'),
        ],
      },
    ],
  },

  // A deadline exactly at closing "stays at closing", it is not the next morning's opening.
  // First reply, 4h: Tue 13–17 = 4h → due Tue 17:00. Nothing more elapses that evening: at 16:45 3h45 have, due in 15 minutes, at
  // 20:00 4h have, which is not more than 4h: overdue on the wall, but not breached ("elapsed > target is breached"). Replied at 21:15
  // from home: 4h ≤ 4h, attained.
  // Close, 16h: Tue 4h, Wed 8h = 12h, Thu 09 + 4h → due Thu 13:00. At Tue 16:45 3h45, Tue 20:00 4h, Wed 10:00 5h.
  {
    id: 'T04',
    story: 'a deadline exactly at closing time, kept in the evening',
    created: 'Tue 11 Mar 13:00 CET',
    policy: 'standard',
    steps: [agent('Tue 11 Mar 21:15 CET')],
    looks: [
      {
        now: 'Tue 11 Mar 16:45 CET',
        clocks: [
          clock('first_reply', 'Tue 11 Mar 13:00 CET', 'Tue 11 Mar 17:00 CET', null, '3h 45m', '4h', 'at risk'),
          clock('close', 'Tue 11 Mar 13:00 CET', 'Thu 13 Mar 13:00 CET', null, '3h 45m', '16h', 'pending'),
        ],
      },
      {
        now: 'Tue 11 Mar 20:00 CET',
        clocks: [
          clock('first_reply', 'Tue 11 Mar 13:00 CET', 'Tue 11 Mar 17:00 CET', null, '4h', '4h', 'at risk'),
          clock('close', 'Tue 11 Mar 13:00 CET', 'Thu 13 Mar 13:00 CET', null, '4h', '16h', 'pending'),
        ],
      },
      {
        now: 'Wed 12 Mar 10:00 CET',
        clocks: [
          clock('first_reply', 'Tue 11 Mar 13:00 CET', 'Tue 11 Mar 17:00 CET', 'Tue 11 Mar 21:15 CET', '4h', '4h', 'attained'),
          clock('close', 'Tue 11 Mar 13:00 CET', 'Thu 13 Mar 13:00 CET', null, '5h', '16h', 'pending'),
        ],
      },
    ],
  },

  // Summer time begins on Sunday 30 March: 02:00 becomes 03:00, so Saturday's shift 22:00–06:00 has 7 real hours, not 8.
  // First reply, 6h: 22, 23, 00, 01 = 4h until the jump, then 03:00 CEST + 2h → due Sun 05:00 CEST. Replied Sun 05:30: 6h30 > 6h.
  // (A count by the clock on the wall would have said due 04:00 and 7h30 elapsed.)
  // Close, 12h: Sat night 7h, 5h left, Sun 22:00 + 5h → due Mon 03:00. Closed Mon 02:00: 7h + 4h = 11h.
  {
    id: 'T05',
    story: 'the night that loses an hour: summer time begins',
    created: 'Sat 29 Mar 21:00 CET',
    policy: 'night',
    steps: [agent('Sun 30 Mar 05:30 CEST'), stage('Mon 31 Mar 02:00 CEST', 'closed')],
    looks: [
      {
        now: 'Mon 31 Mar 09:00 CEST',
        clocks: [
          clock('first_reply', 'Sat 29 Mar 21:00 CET', 'Sun 30 Mar 05:00 CEST', 'Sun 30 Mar 05:30 CEST', '6h 30m', '6h', 'breached'),
          clock('close', 'Sat 29 Mar 21:00 CET', 'Mon 31 Mar 03:00 CEST', 'Mon 31 Mar 02:00 CEST', '11h', '12h', 'attained'),
        ],
      },
    ],
  },

  // Winter time begins on Sunday 26 October: 02:00–03:00 comes twice, so Saturday's shift 22:00–06:00 has 9 real hours.
  // First reply, 6h: 22, 23, 00, 01, the first 02 and the second 02 = 6h → due Sun 03:00 CET. Replied at the second 02:30: 5h30.
  // Close, 12h: Sat night 9h, 3h left, Sun 22:00 + 3h → due Mon 01:00 CET. At Mon 00:45: 9h + 2h45 = 11h45, due in 15 minutes.
  {
    id: 'T06',
    story: 'the night that gains an hour: winter time begins',
    created: 'Sat 25 Oct 21:00 CEST',
    policy: 'night',
    steps: [agent('Sun 26 Oct 02:30 CET')],
    looks: [
      {
        now: 'Mon 27 Oct 00:45 CET',
        clocks: [
          clock('first_reply', 'Sat 25 Oct 21:00 CEST', 'Sun 26 Oct 03:00 CET', 'Sun 26 Oct 02:30 CET', '5h 30m', '6h', 'attained'),
          clock('close', 'Sat 25 Oct 21:00 CEST', 'Mon 27 Oct 01:00 CET', null, '11h 45m', '12h', 'at risk'),
        ],
      },
    ],
  },
];
