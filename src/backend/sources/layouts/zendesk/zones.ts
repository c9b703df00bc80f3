import { RAILS_ZONES } from './rails-zones';

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const ZONES = Object.entries(RAILS_ZONES)
  .map(([rails, iana]) => `(${literal(rails)}, ${literal(iana)})`)
  .join(', ');

/** A time zone by the name that all programs know, of one that may have the name that Rails gives it. */
export const zoneOf = (zone: string): string => `coalesce((SELECT iana FROM (VALUES ${ZONES}) AS zones (rails, iana) WHERE rails = ${zone}), ${zone})`;
