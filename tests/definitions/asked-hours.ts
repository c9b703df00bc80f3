import { agent, event, helpdesk, message, ticket } from '../oracle/builders';
import type { ChatSessionRow, Helpdesk } from '../oracle/model';
import { at, type Desk, MARCH, only, rulesOf } from './story';

// Monday 3 March 2025; office hours 09:00–17:00 UTC by default; the policy's first reply is 24/7, its next reply by the office
const DAY = '2025-03-03';
const says = (id: string, time: string, kind: 'agent' | 'bot' | 'customer' = 'agent', handover = false) =>
  message(id, time.length > 8 ? time : `${DAY} ${time}`, kind, { author_id: kind === 'agent' ? 'ann' : null, handover });
const session = (id: string, ended: string, answered: string | null = null): ChatSessionRow => ({
  session_id: id,
  ticket_id: id,
  started_at: at(`${DAY} 08:00`),
  first_agent_at: answered === null ? null : at(`${DAY} ${answered}`),
  ended_at: at(`${DAY} ${ended}`),
  ended_by: null,
});
const ROWS: Partial<Helpdesk> = {
  agent: [agent('ann')],
  calendar: [{ calendar_id: 'office', name: 'Office', time_zone: 'UTC' }],
  calendar_hours: [1, 2, 3, 4, 5].map((weekday) => ({ calendar_id: 'office', weekday, start: '09:00', end: '17:00', valid_from: null, valid_to: null })),
  sla_target: (['first_reply', 'next_reply'] as const).map((clock) => ({
    policy_id: 'always',
    clock,
    priority: null,
    valid_from: null,
    target_seconds: 3600,
    calendar_id: clock === 'first_reply' ? null : 'office',
    pauses: false,
  })),
  ticket: [
    ticket('nine', `${DAY} 09:00`),
    ticket('five', `${DAY} 17:00`),
    ticket('handed', `${DAY} 08:00`),
    ...['late-policy', 'night', 'scheduled'].map((id) => ticket(id, `${DAY} 03:00`)),
    ...['gone', 'gone-handed', 'met'].map((id) => ticket(id, `${DAY} 08:00`, { channel: 'chat' })),
    ticket('back', `${DAY} 10:00`),
  ],
  ticket_sla: [{ ticket_id: 'late-policy', policy_id: 'always', from: at(`${DAY} 03:30`), to: null }],
  message: [
    says('nine', '09:30'),
    says('five', '2025-03-04 09:30'),
    says('handed', '09:10', 'bot', true),
    says('handed', '09:20'),
    says('late-policy', '04:00'),
    says('night', '09:30'),
    says('scheduled', '09:30'),
    says('gone-handed', '09:05', 'bot', true),
    says('back', '18:00'),
  ],
  chat_session: [session('gone', '08:30'), session('gone-handed', '09:30'), session('met', '09:30', '09:10')],
  ticket_event: [
    // 24/7 until 05:00
    event('scheduled', `${DAY} 05:00`, 'schedule', null, 'office'),
    // closed from 16:00 to 17:30: an hour of the office's
    event('back', `${DAY} 16:00`, 'status', 'open', 'closed'),
    event('back', `${DAY} 17:30`, 'status', 'closed', 'open'),
  ],
};
const OFFICE: Desk = { settings: { defaultCalendar: 'office' }, rows: helpdesk(ROWS) };
const NOWHERE: Desk = { rows: helpdesk(ROWS) };
const by = (metric: string, id: string, more: object = {}) => ({
  metric,
  view: 'totals',
  groupBy: ['asked_in_hours'],
  statistics: ['sum', 'n'],
  filters: only(id),
  timeZone: 'UTC',
  ...more,
});
const first = (id: string) => by('time_to_first_response', id, { hours: 'sla' });
const INSIDE = 'Inside working hours';
const OUTSIDE = 'Outside working hours';

/** Whether somebody asked in the hours, and which hours a wait is measured in. */
export const askedInHours = [
  ...rulesOf(OFFICE, MARCH, [
    { rule: 'asked at the opening: inside', ask: first('nine'), is: [[INSIDE, 1800, 1]] },
    { rule: 'asked at the closing: outside', ask: first('five'), is: [[OUTSIDE, 1800, 1]] },
    { rule: 'asked when it was handed over', ask: first('handed'), is: [[INSIDE, 600, 1]] },
    { rule: 'the calendar of the policy in force at the reply; 24/7 is inside', ask: first('late-policy'), is: [[INSIDE, 3600, 1]] },
    { rule: 'that of the turn’s own clock', ask: by('customer_wait_time', 'late-policy', { hours: 'sla' }), is: [[OUTSIDE, 0, 1]] },
    { rule: 'without a policy the default calendar', ask: first('night'), is: [[OUTSIDE, 1800, 1]] },
    // 24/7 from 03:00 to 05:00, then the office from 09:00 on
    { rule: 'of a schedule the calendar of then', ask: first('scheduled'), is: [[INSIDE, 9000, 1]] },
    { rule: 'an unanswered chat: its start', ask: by('chat_abandonment', 'gone', { statistics: ['n'] }), is: [[OUTSIDE, 1]] },
    { rule: 'or last handover', ask: by('chat_abandonment', 'gone-handed', { statistics: ['n'] }), is: [[INSIDE, 1]] },
    { rule: 'an answered one likewise', ask: by('chat_wait_time', 'met', { hours: 'sla' }), is: [[OUTSIDE, 600, 1]] },
    {
      rule: 'it filters too',
      ask: by('time_to_first_response', 'nine', { filters: [...only('nine'), { field: 'asked_in_hours', op: 'in', values: ['outside'] }] }),
      is: [],
    },
    // 10:00–17:00 less 16:00–17:00
    { rule: 'closed time is no business time either', ask: first('back'), is: [[INSIDE, 6 * 3600, 1]] },
    { rule: 'nor of a turn', ask: by('owner_reply_time', 'back', { hours: 'sla' }), is: [[INSIDE, 6 * 3600, 1]] },
    // 8 h less 1.5
    { rule: 'in 24/7 it is the whole of it', ask: by('owner_reply_time', 'back'), is: [[INSIDE, 6.5 * 3600, 1]] },
  ]),
  ...rulesOf(NOWHERE, MARCH, [
    { rule: 'without a default calendar no hours are set', ask: by('time_to_first_response', 'nine'), is: [['No hours set', 1800, 1]] },
  ]),
];
