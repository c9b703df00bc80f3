import { Temporal } from 'temporal-polyfill';

/** Local time, both ways, with gaps and doubled times said out loud. */

/** The local date and time of an instant. */
export function localTime(at: number, zone: string): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
}

/** Every instant that has this local time: none in a gap, two where it is doubled. */
export function instantsOf(local: Temporal.PlainDateTime, zone: string): number[] {
  const found = (['earlier', 'later'] as const)
    .map((disambiguation) => local.toZonedDateTime(zone, { disambiguation }))
    .filter((there) => there.toPlainDateTime().equals(local))
    .map((there) => there.epochMilliseconds);
  return [...new Set(found)];
}

/** The instant at which the clock jumps over this local time, which does not exist. */
export function gapInstant(local: Temporal.PlainDateTime, zone: string): number {
  const before = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const jump = before.getTimeZoneTransition('next');
  if (jump === null) {
    throw new Error(`no clock change near ${String(local)} in ${zone}`);
  }
  return jump.epochMilliseconds;
}

/**
 * The first instant of a local date: its midnight, the first of two, or where midnight does not exist the end of the gap.
 * (docs/definitions.md, "Rows, ranges, buckets" and "Calendars")
 */
export function startOfDate(date: Temporal.PlainDate, zone: string): number {
  const midnight = date.toPlainDateTime();
  const instants = instantsOf(midnight, zone);
  return instants.length === 0 ? gapInstant(midnight, zone) : Math.min(...instants);
}

const hours = new Map<string, { hour: string; weekday: string }>();

/** The local hour 0–23 and weekday 1–7 (1 = Monday) of an instant, as dimension ids. */
export function localHour(at: number, zone: string): { hour: string; weekday: string } {
  const key = `${zone} ${at}`;
  const known = hours.get(key);
  if (known) {
    return known;
  }
  const local = localTime(at, zone);
  const found = { hour: String(local.hour), weekday: String(local.dayOfWeek) };
  hours.set(key, found);
  return found;
}
