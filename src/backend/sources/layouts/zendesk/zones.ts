import { RAILS_ZONES } from '../../../calendar/foreign-zones';
import type { Flavour } from '../flavour';

/** A time zone by the name that all programs know, of one that may have the name that Rails gives it. */
export function zoneOf({ literal, values }: Flavour, zone: string): string {
  const zones = values(
    ['rails', 'iana'],
    Object.entries(RAILS_ZONES).map((names) => names.map(literal))
  );
  return `coalesce((SELECT iana FROM (${zones}) AS zones WHERE rails = ${zone}), ${zone})`;
}
