import { raw, type Sql, sql } from '../sql';

/** A rating below the middle of its scale; what an event calls low. */
export const IS_LOW = raw('f.norm < 0.5');

/** The key of the half of its scale that a rating lies in. */
export function scaleHalf(): Sql {
  return sql`(CASE WHEN ${IS_LOW} THEN 1 WHEN f.norm = 0.5 THEN 2 WHEN f.norm > 0.5 THEN 3 ELSE 0 END)`;
}
