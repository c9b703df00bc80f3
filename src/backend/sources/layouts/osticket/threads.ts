import { inOrder } from '../doubled-hour';
import type { Flavour } from '../flavour';
import type { Columns } from '../layout';

/** The threads of tickets: of those that are there, and of those that were merged into another; tasks have threads too. */
export const OF_TICKETS = `('T', 'C')`;

/** What the history is read from. */
export const HISTORY: Columns = {
  ost_thread_event: ['id', 'thread_id', 'event_id', 'staff_id', 'dept_id', 'data', 'uid', 'uid_type', 'timestamp'],
  ost_event: ['id', 'name'],
  ost_thread: ['id', 'object_id', 'object_type'],
};

/** The events of tickets (e), what each is (v) and whose thread it is in (th); what was done to a ticket that is deleted stays behind, without a thread. */
export const EVENTS = `
  ost_thread_event e
    JOIN ost_event v ON v.id = e.event_id
    JOIN ost_thread th ON th.id = e.thread_id AND th.object_type IN ${OF_TICKETS}`;

/** When an event was: events are numbered, which tells of an hour that clocks show twice. */
export const happenedAt = (sql: Flavour): string =>
  inOrder(sql, { table: 'ost_thread_event', row: 'e', of: 'thread_id', by: 'id', time: (row) => `${row}.timestamp` });

/** When an entry was written: entries are numbered as well. */
export const writtenAt = (sql: Flavour, entry: string): string =>
  inOrder(sql, { table: 'ost_thread_entry', row: entry, of: 'thread_id', by: 'id', time: (row) => `${row}.created` });

/** Whether an event was done by an agent; “SYSTEM” is written of customers too, and of the cron as an agent without a number. */
export const byAgent = (event: string): string => `(${event}.uid_type = 'S' AND ${event}.uid IS NOT NULL)`;

/** An id, null where osTicket writes 0 for none. */
export const idOf = (value: string): string => `NULLIF(${value}, 0)`;
