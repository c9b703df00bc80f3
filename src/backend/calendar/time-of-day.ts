import { isTimeOfDay } from '../../shared/formats';
import { MINUTE } from './units';

/** Milliseconds after local midnight of a time HH:MM (00:00 to 24:00), or null where there is no such time. */
export function parseTimeOfDay(text: string): number | null {
  return isTimeOfDay(text) ? (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE : null;
}
