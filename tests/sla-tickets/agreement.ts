import { stage } from '../oracle/builders';
import type { CalendarHoursRow, Clock, Helpdesk, SlaTargetRow } from '../oracle/model';
import { at, lengthOf } from './times';

/**
 * What was agreed with the customers: the calendars and the SLA policies that all tickets of this folder share. In words:
 *
 * calendars
 * - office: Monday to Friday 09:00–17:00 in Amsterdam, closed on Monday 5 May (Liberation Day): 8 hours a day.
 * - night: every night 22:00–06:00 in Amsterdam, no shift on the evening of Thursday 1 May: 8 hours a night.
 * - new_york: Monday to Friday 09:00–17:00 in New York, which is 14:00–22:00 CET from 9 to 29 March (New York has summer time by then).
 *
 * policies, hours of a calendar (— = no target)
 *   policy     calendar   first reply                next reply                 close
 *   standard   office     4h                         2h                         16h, paused while waiting for the customer
 *   always     24/7       1h                         30m                        8h
 *   night      night      6h                         —                          12h
 *   versioned  office     4h; 2h from 12 Mar 14:00   4h; 1h from 12 Mar 14:00   16h; 8h from 12 Mar 14:00
 *   tiered     office     8h; urgent 1h              — ; urgent 30m             24h; urgent 8h
 *   mixed      see →      1h of 24/7                 —                          4h of the office
 */
export type CalendarId = 'office' | 'night' | 'new_york';
export type PolicyId = 'standard' | 'always' | 'night' | 'versioned' | 'tiered' | 'mixed';
export type StageId = 'new' | 'open' | 'waiting' | 'closed' | 'merged' | 'spam';
export type AgentId = 'anna' | 'ben';

const NEW_VERSION = 'Wed 12 Mar 14:00 CET';

const TARGETS: readonly SlaTargetRow[] = [
  target('standard', 'office', 'first_reply', '4h'),
  target('standard', 'office', 'next_reply', '2h'),
  target('standard', 'office', 'close', '16h', { pauses: true }),
  target('always', null, 'first_reply', '1h'),
  target('always', null, 'next_reply', '30m'),
  target('always', null, 'close', '8h'),
  target('night', 'night', 'first_reply', '6h'),
  target('night', 'night', 'close', '12h'),
  target('versioned', 'office', 'first_reply', '4h'),
  target('versioned', 'office', 'next_reply', '4h'),
  target('versioned', 'office', 'close', '16h'),
  target('versioned', 'office', 'first_reply', '2h', { valid_from: at(NEW_VERSION) }),
  target('versioned', 'office', 'next_reply', '1h', { valid_from: at(NEW_VERSION) }),
  target('versioned', 'office', 'close', '8h', { valid_from: at(NEW_VERSION) }),
  target('tiered', 'office', 'first_reply', '8h'),
  target('tiered', 'office', 'first_reply', '1h', { priority: 'urgent' }),
  target('tiered', 'office', 'next_reply', '30m', { priority: 'urgent' }),
  target('tiered', 'office', 'close', '24h'),
  target('tiered', 'office', 'close', '8h', { priority: 'urgent' }),
  target('mixed', null, 'first_reply', '1h'),
  target('mixed', 'office', 'close', '4h'),
];

function target(policy_id: PolicyId, calendar_id: CalendarId | null, clock: Clock, length: string, more: Partial<SlaTargetRow> = {}): SlaTargetRow {
  return { policy_id, calendar_id, clock, priority: null, valid_from: null, target_seconds: lengthOf(length) / 1000, pauses: false, ...more };
}

function week(calendar_id: CalendarId, weekdays: readonly number[], start: string, end: string): CalendarHoursRow[] {
  return weekdays.map((weekday) => ({ calendar_id, weekday, start, end, valid_from: null, valid_to: null }));
}

/** What was agreed, as rows of the helpdesk. */
export const AGREED: Partial<Helpdesk> = {
  pipeline: [{ pipeline_id: 'p', label: 'Support' }],
  stage: [
    stage('new', 'new'),
    stage('open', 'open'),
    stage('waiting', 'waiting_customer', true),
    stage('closed', 'closed'),
    stage('merged', 'merged'),
    stage('spam', 'spam'),
  ],
  agent: [
    ['anna', 'Anna'],
    ['ben', 'Ben'],
    ['robo', 'Robo'],
  ].map(([agent_id, name]) => ({ agent_id, name, active: true, is_bot: agent_id === 'robo', time_zone: null, calendar_id: null })),
  calendar: [
    ['office', 'Europe/Amsterdam'],
    ['night', 'Europe/Amsterdam'],
    ['new_york', 'America/New_York'],
  ].map(([calendar_id, time_zone]) => ({ calendar_id, name: calendar_id, time_zone })),
  calendar_hours: [
    ...week('office', [1, 2, 3, 4, 5], '09:00', '17:00'),
    ...week('night', [1, 2, 3, 4, 5, 6, 7], '22:00', '06:00'),
    ...week('new_york', [1, 2, 3, 4, 5], '09:00', '17:00'),
  ],
  calendar_exception: [
    { calendar_id: 'office', date: '2025-05-05', kind: 'holiday', start: null, end: null },
    { calendar_id: 'night', date: '2025-05-01', kind: 'holiday', start: null, end: null },
  ],
  sla_target: TARGETS,
};
