import { agent, automatic, bot, chat, clock, customer, forward, handover, note, stage, type SlaTicket } from './story';

/** What starts and what stops a reply clock. Only a public reply of a person stops one. */
export const CONVERSATION: readonly SlaTicket[] = [
  // Around the clock, on a Saturday night. Messages of one side in a row are one turn; its clock starts at the first of them.
  // First reply, 1h: created Sat 23:30 → due Sun 00:30. The customer's second message (23:40) is the same turn. Replied 00:15: 45m.
  // Next reply, 30m: the customer wrote 01:00 and again 01:20 → started 01:00, due 01:30. Replied 01:40: 40m > 30m. Anna's 01:45 adds nothing.
  // Next reply, 30m: the customer wrote 02:00 → due 02:30. Replied 02:10: 10m.
  // Next reply: the customer's "thank you" at 02:20 had no answer when the ticket was closed at 02:30: dropped.
  // Close, 8h: Sat 23:30 + 8h → due Sun 07:30. Closed Sun 02:30: 3h.
  {
    id: 'T10',
    story: 'around the clock, several messages in a row',
    created: 'Sat 1 Mar 23:30 CET',
    policy: 'always',
    steps: [
      customer('Sat 1 Mar 23:40 CET'),
      agent('Sun 2 Mar 00:15 CET'),
      customer('Sun 2 Mar 01:00 CET'),
      customer('Sun 2 Mar 01:20 CET'),
      agent('Sun 2 Mar 01:40 CET'),
      agent('Sun 2 Mar 01:45 CET'),
      customer('Sun 2 Mar 02:00 CET'),
      agent('Sun 2 Mar 02:10 CET'),
      customer('Sun 2 Mar 02:20 CET'),
      stage('Sun 2 Mar 02:30 CET', 'closed'),
    ],
    looks: [
      {
        now: 'Sun 2 Mar 12:00 CET',
        clocks: [
          //     clock          started                due                    stopped                elapsed target  outcome
          clock('first_reply', 'Sat 1 Mar 23:30 CET', 'Sun 2 Mar 00:30 CET', 'Sun 2 Mar 00:15 CET', '45m', '1h', 'attained'),
          clock('next_reply', 'Sun 2 Mar 01:00 CET', 'Sun 2 Mar 01:30 CET', 'Sun 2 Mar 01:40 CET', '40m', '30m', 'breached'),
          clock('next_reply', 'Sun 2 Mar 02:00 CET', 'Sun 2 Mar 02:30 CET', 'Sun 2 Mar 02:10 CET', '10m', '30m', 'attained'),
          clock('next_reply', 'Sun 2 Mar 02:20 CET', null, null, null, '30m', 'dropped'),
          clock('close', 'Sat 1 Mar 23:30 CET', 'Sun 2 Mar 07:30 CET', 'Sun 2 Mar 02:30 CET', '3h', '8h', 'attained'),
        ],
      },
    ],
  },

  // Neither the system's receipt (09:00:05), nor the bot (09:10), nor the note (09:30), nor the forward (10:00) is a reply.
  // First reply, 4h: Mon 09 + 4h → due Mon 13:00. Replied by Anna 13:30: 4h30 > 4h.
  // Next reply, 2h: the customer wrote 14:00 → due 16:00. Bot 14:05 and note 14:30 do not count. Replied by Anna 15:30: 1h30.
  // Close, 16h: Mon 8h, Tue 8h → due Tue 17:00, at closing. At Mon 16:00: 7h, still open.
  {
    id: 'T11',
    story: 'a receipt, a bot, a note and a forward do not stop the clock',
    created: 'Mon 10 Mar 09:00 CET',
    policy: 'standard',
    steps: [
      automatic('Mon 10 Mar 09:00:05 CET'),
      bot('Mon 10 Mar 09:10 CET'),
      note('Mon 10 Mar 09:30 CET'),
      forward('Mon 10 Mar 10:00 CET'),
      agent('Mon 10 Mar 13:30 CET'),
      customer('Mon 10 Mar 14:00 CET'),
      bot('Mon 10 Mar 14:05 CET'),
      note('Mon 10 Mar 14:30 CET'),
      agent('Mon 10 Mar 15:30 CET'),
    ],
    looks: [
      {
        now: 'Mon 10 Mar 16:00 CET',
        clocks: [
          clock('first_reply', 'Mon 10 Mar 09:00 CET', 'Mon 10 Mar 13:00 CET', 'Mon 10 Mar 13:30 CET', '4h 30m', '4h', 'breached'),
          clock('next_reply', 'Mon 10 Mar 14:00 CET', 'Mon 10 Mar 16:00 CET', 'Mon 10 Mar 15:30 CET', '1h 30m', '2h', 'attained'),
          clock('close', 'Mon 10 Mar 09:00 CET', 'Tue 11 Mar 17:00 CET', null, '7h', '16h', 'pending'),
        ],
      },
    ],
  },

  // An agent wrote first: nobody waited for a first reply, so there is no such clock. The customer's answer starts a next-reply clock.
  // Next reply, 2h: the customer wrote Tue 14:00 → due Tue 16:00. Replied 15:00: 1h.
  // Close, 16h: Tue 10–17 = 7h, Wed 8h (15h), 1h left → due Thu 10:00. Closed Wed 17:00: 15h.
  {
    id: 'T12',
    story: 'opened by an agent: no first-reply clock',
    created: 'Tue 11 Mar 10:00 CET',
    by: 'agent',
    policy: 'standard',
    steps: [agent('Tue 11 Mar 10:00 CET'), customer('Tue 11 Mar 14:00 CET'), agent('Tue 11 Mar 15:00 CET'), stage('Wed 12 Mar 17:00 CET', 'closed')],
    looks: [
      {
        now: 'Thu 13 Mar 09:00 CET',
        clocks: [
          clock('next_reply', 'Tue 11 Mar 14:00 CET', 'Tue 11 Mar 16:00 CET', 'Tue 11 Mar 15:00 CET', '1h', '2h', 'attained'),
          clock('close', 'Tue 11 Mar 10:00 CET', 'Thu 13 Mar 10:00 CET', 'Wed 12 Mar 17:00 CET', '15h', '16h', 'attained'),
        ],
      },
    ],
  },

  // Closed without a reply. First reply, 4h: Tue 09 + 4h → due Tue 13:00.
  // At Tue 14:00 it is open and unanswered, 5h > 4h: breached. It stays so when it is closed at 15:00, after 6h: it was due by then.
  // Close, 16h: Tue 8h, Wed 8h → due Wed 17:00. At Tue 14:00 5h; closed Tue 15:00: 6h.
  {
    id: 'T13',
    story: 'closed without ever being answered',
    created: 'Tue 25 Mar 09:00 CET',
    policy: 'standard',
    steps: [stage('Tue 25 Mar 15:00 CET', 'closed')],
    looks: [
      {
        now: 'Tue 25 Mar 14:00 CET',
        clocks: [
          clock('first_reply', 'Tue 25 Mar 09:00 CET', 'Tue 25 Mar 13:00 CET', null, '5h', '4h', 'breached'),
          clock('close', 'Tue 25 Mar 09:00 CET', 'Wed 26 Mar 17:00 CET', null, '5h', '16h', 'pending'),
        ],
      },
      {
        now: 'Tue 25 Mar 16:00 CET',
        clocks: [
          clock('first_reply', 'Tue 25 Mar 09:00 CET', 'Tue 25 Mar 13:00 CET', null, '6h', '4h', 'breached'),
          clock('close', 'Tue 25 Mar 09:00 CET', 'Wed 26 Mar 17:00 CET', 'Tue 25 Mar 15:00 CET', '6h', '16h', 'attained'),
        ],
      },
    ],
  },

  // A chat. The bot answers at once and hands over to people at 10:50; Anna writes at 11:05.
  // The handover starts the first reply's clock anew: 1h from 10:50 → due 11:50. Replied 11:05: 15m.
  // So do the durations of the reports: first response and chat wait are 10:50–11:05 = 15m.
  // At 10:20 nobody knows of the handover: due 11:00, 20m elapsed.
  // Close, 8h: 10:00 + 8h → due 18:00. Closed 11:30: 1h30.
  {
    id: 'T14',
    story: 'a chat handed over by a bot: the promise runs from the handover, as the reported wait does',
    created: 'Mon 24 Mar 10:00 CET',
    channel: 'chat',
    policy: 'always',
    steps: [
      chat('Mon 24 Mar 10:00 CET', 'Mon 24 Mar 11:05 CET', 'Mon 24 Mar 11:30 CET'),
      bot('Mon 24 Mar 10:00:10 CET'),
      handover('Mon 24 Mar 10:50 CET'),
      agent('Mon 24 Mar 11:05 CET'),
      stage('Mon 24 Mar 11:30 CET', 'closed'),
    ],
    looks: [
      {
        now: 'Mon 24 Mar 10:20 CET',
        clocks: [
          clock('first_reply', 'Mon 24 Mar 10:00 CET', 'Mon 24 Mar 11:00 CET', null, '20m', '1h', 'pending'),
          clock('close', 'Mon 24 Mar 10:00 CET', 'Mon 24 Mar 18:00 CET', null, '20m', '8h', 'pending'),
        ],
      },
      {
        now: 'Mon 24 Mar 12:00 CET',
        clocks: [
          clock('first_reply', 'Mon 24 Mar 10:50 CET', 'Mon 24 Mar 11:50 CET', 'Mon 24 Mar 11:05 CET', '15m', '1h', 'attained'),
          clock('close', 'Mon 24 Mar 10:00 CET', 'Mon 24 Mar 18:00 CET', 'Mon 24 Mar 11:30 CET', '1h 30m', '8h', 'attained'),
        ],
        reports: [
          { metric: 'time_to_first_response', hours: 'all', defaultCalendar: 'office', is: '15m' },
          { metric: 'chat_wait_time', hours: 'all', defaultCalendar: 'office', is: '15m' },
        ],
      },
    ],
  },

  // Closed at 10:00 without a reply, which Anna sends at 12:30 all the same, before anybody reopens the ticket.
  // First reply, 4h: Mon 09 + 4h → due Mon 13:00. At 11:00 there is nothing to say of it; replied 12:30: 3h30.
  // Close, 16h: Mon 8h, Tue 8h → due Tue 17:00. Closed Mon 10:00: 1h.
  {
    id: 'T25',
    story: 'closed first, answered in time all the same',
    created: 'Mon 7 Apr 09:00 CEST',
    policy: 'standard',
    steps: [stage('Mon 7 Apr 10:00 CEST', 'closed'), agent('Mon 7 Apr 12:30 CEST')],
    looks: [
      {
        now: 'Mon 7 Apr 11:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 7 Apr 09:00 CEST', null, null, null, '4h', 'dropped'),
          clock('close', 'Mon 7 Apr 09:00 CEST', 'Tue 8 Apr 17:00 CEST', 'Mon 7 Apr 10:00 CEST', '1h', '16h', 'attained'),
        ],
      },
      {
        now: 'Mon 7 Apr 18:00 CEST',
        clocks: [
          clock('first_reply', 'Mon 7 Apr 09:00 CEST', 'Mon 7 Apr 13:00 CEST', 'Mon 7 Apr 12:30 CEST', '3h 30m', '4h', 'attained'),
          clock('close', 'Mon 7 Apr 09:00 CEST', 'Tue 8 Apr 17:00 CEST', 'Mon 7 Apr 10:00 CEST', '1h', '16h', 'attained'),
        ],
      },
    ],
  },
];
