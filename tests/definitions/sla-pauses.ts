import { agent, event, helpdesk, message, stage, ticket } from '../oracle/builders';
import { HOUR } from './sla-desk';
import { at, type Desk, MARCH, rulesOf, totalOf } from './story';

// every ticket is created on Monday 3 March at 08:00 and promised a close within 4 hours, around the clock
const made = (id: string) => ticket(id, '2025-03-03 08:00');
const status = (id: string, time: string, from: string, to: string) => event(id, `2025-03-03 ${time}`, 'status', from, to);
const moved = (id: string, time: string, from: string, to: string) => event(id, `2025-03-03 ${time}`, 'stage', from, to);
const IDS = ['waits', 'held', 'staged', 'shelved', 'strict', 'plain'];

const ROWS = helpdesk({
  agent: [agent('ann')],
  stage: [stage('work', 'open'), stage('wait', 'waiting_customer', true), stage('shelf', 'closed', true)],
  sla_target: ['pausing', 'strict'].map((policy_id) => ({
    policy_id,
    clock: 'close' as const,
    priority: null,
    valid_from: null,
    target_seconds: 4 * HOUR,
    calendar_id: null,
    pauses: policy_id === 'pausing',
  })),
  ticket: IDS.map(made),
  ticket_sla: IDS.map((ticket_id) => ({ ticket_id, policy_id: ticket_id === 'strict' ? 'strict' : 'pausing', from: null, to: null })),
  ticket_event: [
    // open 08–10, waiting 10–12, open 12–13:30
    ...['waits', 'strict'].flatMap((id) => [
      status(id, '10:00', 'open', 'waiting_customer'),
      status(id, '12:00', 'waiting_customer', 'open'),
      status(id, '13:30', 'open', 'closed'),
    ]),
    status('held', '10:00', 'open', 'on_hold'),
    // its stages pause from 08:30 to 09:30, its status says 10:00 to 12:00
    moved('staged', '08:30', 'work', 'wait'),
    moved('staged', '09:30', 'wait', 'work'),
    status('staged', '10:00', 'open', 'waiting_customer'),
    status('staged', '12:00', 'waiting_customer', 'open'),
    status('staged', '13:30', 'open', 'closed'),
    // laid aside at 09:00 in a stage of a closed kind, while its status says that it is open
    moved('shelved', '09:00', 'work', 'shelf'),
    status('shelved', '14:00', 'open', 'closed'),
  ],
});
// clocks disagree: the customer writes at 06:00, two hours before the creation; a reply is promised within 2 hours
const SKEWED: Desk = {
  rows: helpdesk({
    agent: [agent('ann')],
    stage: [stage('work', 'open'), stage('wait', 'waiting_customer', true)],
    sla_target: [{ policy_id: 'reply', clock: 'first_reply', priority: null, valid_from: null, target_seconds: 2 * HOUR, calendar_id: null, pauses: true }],
    ticket: ['paused', 'begun', 'said', 'free'].map(made),
    ticket_sla: ['paused', 'begun', 'said', 'free'].map((ticket_id) => ({ ticket_id, policy_id: 'reply', from: null, to: null })),
    message: ['paused', 'begun', 'said', 'free'].flatMap((id) => [
      message(id, '2025-03-03 06:00', 'customer'),
      message(id, '2025-03-03 12:00', 'agent', { author_id: 'ann' }),
    ]),
    ticket_event: [
      moved('paused', '10:00', 'wait', 'work'),
      moved('begun', '07:00', 'work', 'wait'),
      moved('begun', '10:00', 'wait', 'work'),
      status('said', '10:00', 'on_hold', 'open'),
      moved('free', '10:00', 'work', 'wait'),
    ],
  }),
};
const early = (metric: string, id: string, more: object = {}) => totalOf(metric, id, { asOf: at('2025-03-03 07:30'), ...more });
const DESK: Desk = { rows: ROWS };
const HELD: Desk = { rows: ROWS, settings: { pausingStatuses: ['on_hold'] } };
const NEVER: Desk = { rows: ROWS, settings: { pausingStatuses: [] } };
const elapsed = (id: string) => totalOf('sla_attainment', id, { kind: 'records', columns: ['elapsed'] });
const evening = { asOf: at('2025-03-03 20:00') };

/** What pauses an SLA clock. */
export const pauses = [
  ...rulesOf(DESK, MARCH, [
    { rule: 'a ticket without stage events pauses by its status events: 2 h and 1.5 h', ask: elapsed('waits'), is: [[3.5 * HOUR]] },
    { rule: 'where its target pauses', ask: elapsed('strict'), is: [[5.5 * HOUR]] },
    { rule: 'on hold pauses too: a clock in a pause that has not ended is not breached', ask: totalOf('sla_breaches', 'held', evening), is: 0 },
    {
      rule: 'which at an instant before the pause knows nothing of it',
      ask: totalOf('time_to_breach', 'held', { asOf: at('2025-03-03 09:00') }),
      is: 3 * HOUR,
    },
    { rule: 'nor in the time to breach', ask: totalOf('time_to_breach', 'held', evening), is: null },
    // 08:00–08:30 and 09:30–13:30
    { rule: 'a ticket with stage events pauses by its stages alone', ask: elapsed('staged'), is: [[4.5 * HOUR]] },
    { rule: 'a stage of a closed kind pauses nothing while the ticket is open', ask: elapsed('shelved'), is: [[6 * HOUR]] },
    { rule: 'without stage and status events nothing pauses', ask: totalOf('sla_breaches', 'plain', evening), is: 1 },
  ]),
  ...rulesOf(SKEWED, MARCH, [
    { rule: 'a clock that starts before the creation is paused by what the ticket begins with', ask: early('sla_at_risk', 'paused'), is: 0 },
    { rule: 'so it has no due instant there', ask: early('time_to_breach', 'paused'), is: null },
    { rule: 'as events before the creation say it too', ask: early('time_to_breach', 'begun'), is: null },
    { rule: 'or statuses', ask: early('time_to_breach', 'said'), is: null },
    { rule: 'whose clock runs is due', ask: early('time_to_breach', 'free'), is: HOUR / 2 },
    // from 10:00 to 12:00: exactly the two hours
    ...['paused', 'begun', 'said'].map((id) => ({
      rule: `the time before the creation does not count either (${id})`,
      ask: totalOf('sla_attainment', id, { kind: 'records', columns: ['elapsed'] }),
      is: [[2 * HOUR]],
    })),
  ]),
  ...rulesOf(HELD, MARCH, [
    { rule: 'the settings say which statuses pause', ask: elapsed('waits'), is: [[5.5 * HOUR]] },
    { rule: 'such as this one', ask: totalOf('sla_breaches', 'held', evening), is: 0 },
  ]),
  ...rulesOf(NEVER, MARCH, [{ rule: 'or that none does', ask: totalOf('sla_breaches', 'held', evening), is: 1 }]),
];
