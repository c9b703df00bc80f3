import { utc } from './builders';
import { evaluate } from './evaluate';
import { DEFAULT_SETTINGS, type Helpdesk, type OracleSettings } from './model';
import { isOverTime, type OracleQuery, type Range } from './query';

/** The range that examples are asked about. */
export const YEAR: Range = { from: utc('2025-01-01 00:00'), to: utc('2026-01-01 00:00') };
/** After everything. */
export const LATER = utc('2026-01-01 00:00');
/** In seconds. */
export const HOUR = 3600;

/** Totals as lines of key and first value. */
export function totals(desk: Helpdesk, asked: OracleQuery, settings: OracleSettings = DEFAULT_SETTINGS, now = LATER): Array<[string, number | null]> {
  const answer = evaluate(desk, settings, { ...asked, view: 'totals' }, YEAR, now);
  if (isOverTime(answer)) {
    throw new Error('asked for totals');
  }
  return answer.rows.map((row) => [row.key.map((id) => id ?? 'none').join(' '), row.values[asked.statistics[0] ?? ''] ?? null]);
}

/** The only value of an answer without groups. */
export function total(desk: Helpdesk, asked: OracleQuery, settings: OracleSettings = DEFAULT_SETTINGS, now = LATER): number | null {
  return totals(desk, asked, settings, now)[0]?.[1] ?? null;
}
