import type { DuckDBValue } from '@duckdb/node-api';

import type { Calendar, ExceptionRow, HoursRow } from '../../../shared/calendar';
import type { Build } from './build';

/** Every calendar of the helpdesk and the settings, as d_calendar, and the settings' calendars of agents, as d_agent_calendar. */
export async function readCalendars(build: Build): Promise<readonly Calendar[]> {
  const { agentCalendars = {} } = build.options;
  const calendars = await calendarsOf(build);
  await build.temp('d_calendar', 'SELECT NULL::VARCHAR AS id, NULL::VARCHAR AS name, NULL::VARCHAR AS time_zone WHERE false');
  for (const { id, name, timeZone } of calendars) {
    await build.run('INSERT INTO d_calendar VALUES ($id, $name, $timeZone)', { id, name, timeZone });
  }
  await build.temp('d_agent_calendar', 'SELECT NULL::VARCHAR AS agent_id, NULL::VARCHAR AS calendar_id WHERE false');
  for (const [agentId, calendarId] of Object.entries(agentCalendars)) {
    await build.run('INSERT INTO d_agent_calendar VALUES ($agentId, $calendarId)', { agentId, calendarId });
  }
  return calendars;
}

/** Every calendar of the helpdesk and the settings. */
export async function calendarsOf(build: Build): Promise<readonly Calendar[]> {
  const { extraCalendars = [] } = build.options;
  return [...new Map([...(await helpdeskCalendars(build)), ...extraCalendars].map((one) => [one.id, one])).values()];
}

async function helpdeskCalendars(build: Build): Promise<Calendar[]> {
  const calendars = await build.read(`SELECT calendar_id, name, time_zone FROM ${build.source('calendar')} ORDER BY calendar_id`);
  const hours = await build.read(`SELECT calendar_id, weekday, "start", "end", valid_from, valid_to FROM ${build.source('calendar_hours')}`);
  const exceptions = await build.read(`SELECT calendar_id, date, kind, "start", "end" FROM ${build.source('calendar_exception')}`);
  return calendars.map((calendar): Calendar => ({
    id: String(calendar.calendar_id),
    name: text(calendar.name) ?? String(calendar.calendar_id),
    timeZone: String(calendar.time_zone),
    hours: hours
      .filter((row) => row.calendar_id === calendar.calendar_id)
      .map((row): HoursRow => ({
        weekday: Number(row.weekday),
        start: String(row.start),
        end: String(row.end),
        validFrom: text(row.valid_from),
        validTo: text(row.valid_to),
      })),
    exceptions: exceptions
      .filter((row) => row.calendar_id === calendar.calendar_id)
      .map((row): ExceptionRow => ({
        date: String(row.date),
        kind: exceptionKind(row.kind),
        start: text(row.start),
        end: text(row.end),
      })),
  }));
}

function text(value: DuckDBValue | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

function exceptionKind(value: DuckDBValue | undefined): ExceptionRow['kind'] {
  return value === 'override' || value === 'break' ? value : 'holiday';
}
