import { durationMs } from '../../../shared/formats';
import type { Plan } from '../plan';
import { name, raw, type Sql, sql } from '../sql';

/** Whether an answer is grouped or filtered by how long something took. */
export function usesBands({ groups, filters }: Plan): boolean {
  return [...groups, ...filters].some(({ column }) => column.computed === 'duration_band');
}

/** The key of the band that a row's duration is in, by the edges that the query names; 0 for a row without one. */
export function bandKey({ metric: { measure }, query: { hours, bands } }: Plan): Sql {
  // a state's rows bring their value along
  const value = measure.kind === 'duration' ? sql`f.${name(hours === 'sla' && measure.sla !== null ? measure.sla : measure.all)}` : raw('f.v');
  const cases = bands.map((edge, i) => `WHEN ${value.text} <= ${durationMs(edge)} THEN ${i + 1}`);
  return raw(`CASE WHEN ${value.text} IS NULL THEN 0 ${cases.join(' ')} ELSE ${bands.length + 1} END`);
}
