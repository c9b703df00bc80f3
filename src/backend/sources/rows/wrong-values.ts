import { text } from '../../duckdb/sql-text';
import { shown } from './shown';

/** How many values of a column are spelled out. */
const SPELLED = 8;
/** How many are remembered, from which the most frequent are chosen. */
const KEPT = 200;

/** The values of one column that break its rules for the same reason. */
export interface WrongValues {
  /** The sentence of the first of them, which names its row. */
  readonly sentence: string;
  /** How the column is called. */
  readonly column: string;
  /** Whether an SQL view gives it, which can say another word. */
  readonly isView: boolean;
  /** How many rows have one. */
  rows: number;
  /** How many rows have which, of the first that were seen; null is none at all. */
  readonly values: Map<string | null, number>;
  /** The right words for some. */
  readonly meant: Map<string, string>;
}

/** Adds rows that have a value, and `more` of which the values are not known. */
export function addValue(to: WrongValues, value: string | null, times: number, meant: string | null, more = 0): void {
  to.rows += times + more;
  if (to.values.has(value) || to.values.size < KEPT) {
    to.values.set(value, (to.values.get(value) ?? 0) + times);
  }
  if (value !== null && meant !== null) {
    to.meant.set(value, meant);
  }
}

/** What is wrong with a column: the first value in its row, then how many rows have which, and the line of a view that mends words. */
export function wrongValues({ sentence, column, isView, rows, values, meant }: WrongValues): string {
  if (rows < 2) {
    return sentence;
  }
  const often = [...values].sort(([, a], [, b]) => b - a).slice(0, SPELLED);
  const list = often.map(([value, times]) => {
    const right = value === null ? undefined : meant.get(value);
    return `${value === null ? 'empty' : shown(value)} (${times.toLocaleString('en')}${right === undefined ? '' : `: write ${right}`})`;
  });
  const others = rows > often.reduce((sum, [, times]) => sum + times, 0) ? ' and others' : '';
  const mend = often.flatMap(([value]) => (value !== null && meant.has(value) ? [`WHEN ${text(value)} THEN ${text(meant.get(value) ?? '')}`] : []));
  const line = isView && mend.length > 0 ? ` In the view: CASE ${column} ${mend.join(' ')} ELSE ${column} END AS ${column}.` : '';
  return `${sentence} ${rows.toLocaleString('en')} rows have such a value in this column: ${list.join(', ')}${others}.${line}`;
}
