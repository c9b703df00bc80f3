import fc from 'fast-check';

import type { Calendar } from '../../src/shared/calendar';
import type { OwnTarget } from '../../src/backend/store/facts/options';
import { type Calendars, calendars } from '../oracle/generate/calendars';
import { settings } from '../oracle/generate/helpdesk';
import { AGENTS, CALENDARS, POLICIES, PRIORITIES } from '../oracle/generate/ids';
import { evenly, maybe, uniqueBy, type Era } from '../oracle/generate/time';
import type { How } from './facts';

/** Settings that decide facts, as the store gives them to a derivation. */
export function settingsOf(era: Era): fc.Arbitrary<Omit<How, 'nowMs'>> {
  return fc
    .record({
      common: settings(),
      extraCalendars: mostly(
        [],
        calendars(era).chain((drawn) => fc.subarray(ofSettings(drawn)))
      ),
      agentCalendars: mostly({}, fc.dictionary(fc.constantFrom(...AGENTS), fc.constantFrom(...CALENDARS))),
      slaTargets: mostly([], fc.array(target, { minLength: 1, maxLength: 4 })),
    })
    .map(({ common: { defaultCalendar, pausingStatuses, answers, newConversationAfterHours: hours }, slaTargets, ...own }) => ({
      ...own,
      defaultCalendarId: defaultCalendar,
      pausingStatuses,
      answers,
      newConversationAfterMs: hours === null ? undefined : hours * 3_600_000,
      slaTargets: uniqueBy(slaTargets, ({ policy, clock, priority }) => JSON.stringify([policy, clock, priority])),
    }));
}

const mostly = <Thing>(usual: Thing, other: fc.Arbitrary<Thing>): fc.Arbitrary<Thing> => fc.oneof(fc.constant(usual), other);

const target: fc.Arbitrary<OwnTarget> = fc.record({
  policy: maybe(fc.constantFrom(...POLICIES)),
  clock: fc.constantFrom('first_reply' as const, 'next_reply' as const, 'close' as const),
  priority: evenly(fc.constantFrom(...PRIORITIES)),
  seconds: fc.constantFrom(60, 1800, 3600, 4 * 3600, 86_400, 800 * 3600),
  calendarId: maybe(fc.constantFrom(...CALENDARS)),
  pauses: fc.boolean(),
});

/** The calendars of a helpdesk as settings say them: they take the place of those of the same id. */
function ofSettings({ calendar, calendar_hours, calendar_exception }: Calendars): Calendar[] {
  return calendar.map(({ calendar_id: id, name, time_zone: timeZone }) => ({
    id,
    name: name ?? id,
    timeZone,
    hours: calendar_hours
      .filter((row) => row.calendar_id === id)
      .map(({ weekday, start, end, valid_from: validFrom, valid_to: validTo }) => ({ weekday, start, end, validFrom, validTo })),
    exceptions: calendar_exception.filter((row) => row.calendar_id === id).map(({ date, kind, start, end }) => ({ date, kind, start, end })),
  }));
}
