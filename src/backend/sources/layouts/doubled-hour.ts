import { HOUR } from '../../calendar/units';
import { zoneOffsets } from '../../calendar/zone';
import type { Flavour } from './flavour';

/** The years of which a helpdesk may have rows. */
const FIRST = Date.UTC(1995, 0);
const END = Date.UTC(2045, 0);

/** SQL that is true where clocks of a zone show a time twice; null where they never do. */
export function isDoubled(time: string, timeZone: string): string | null {
  const offsets = zoneOffsets(timeZone, FIRST, END);
  const doubled = offsets.flatMap(({ from, offsetMs }, i) => {
    const before = offsets[i - 1]?.offsetMs ?? offsetMs;
    return before > offsetMs ? [{ from: from + offsetMs, to: from + before }] : [];
  });
  if (doubled.length === 0) {
    return null;
  }
  const within = doubled.map(({ from, to }) => `${time} >= '${shown(from)}' AND ${time} < '${shown(to)}'`);
  // of nearly all rows the month or the hour tells
  const part = (name: string, of: (clock: Date) => number): string => {
    const values = doubled.flatMap(({ from, to }) =>
      Array.from({ length: Math.ceil((to - from) / HOUR) + 1 }, (_, i) => of(new Date(Math.min(from + i * HOUR, to - 1))))
    );
    return `EXTRACT(${name} FROM ${time}) IN (${[...new Set(values)].join(', ')})`;
  };
  return `${part('MONTH', (clock) => clock.getUTCMonth() + 1)} AND ${part('HOUR', (clock) => clock.getUTCHours())} AND (${within.join(' OR ')})`;
}

const shown = (clock: number): string => new Date(clock).toISOString().slice(0, 19).replace('T', ' ');

/** Rows of a table in the order in which they were written. */
interface Written {
  readonly table: string;
  /** What the SELECT calls the row at hand. */
  readonly row: string;
  /** A column of which rows with the same value follow each other, such as the ticket’s id: there should be an index on it. */
  readonly of: string;
  /** The column that counts upwards. */
  readonly by: string;
  /** The time of a row by what the row is called. */
  readonly time: (row: string) => string;
}

/** The time of a row, for a helpdesk that keeps local times: in an hour that clocks show twice it is the second, where a row before shows a later time. */
export function inOrder(sql: Pick<Flavour, 'again'>, { table, row, of, by, time }: Written): string {
  const earlier = `SELECT 1 FROM ${table} earlier WHERE earlier.${of} = ${row}.${of} AND earlier.${by} < ${row}.${by} AND ${time('earlier')} > ${time(row)}`;
  return sql.again(time(row), `EXISTS (${earlier})`);
}
