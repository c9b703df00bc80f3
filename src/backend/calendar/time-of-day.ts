import { MINUTE } from './units';

/** Milliseconds after local midnight of a time HH:MM (00:00 to 24:00), or null where there is no such time. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^(\d{2}):([0-5]\d)$/.exec(text);
  if (!match) {
    return null;
  }
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 24 * 60 ? minutes * MINUTE : null;
}
