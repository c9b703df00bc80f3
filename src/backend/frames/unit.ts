import type { Names } from '../../shared/names';
import type { WrittenUnit } from './written-unit';

/** Grafana's unit of a field of durations. Grafana goes from hours to days and weeks by itself, which a fixed suffix does not. */
export function fieldUnit({ unit }: WrittenUnit, names: Names): string {
  return unit === 'seconds' ? 's' : `suffix:${names.unit(unit)}`;
}
