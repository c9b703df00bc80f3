import { isDoubled } from '../../layouts/doubled-hour';
import type { Flavour } from '../../layouts/flavour';

/** A name as PostgreSQL quotes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

// no E'': a backslash is a backslash, as standard_conforming_strings has it since 9.1
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const text = (value: string): string => `CAST(${value} AS text)`;

const named = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([key, value]) => `${value} AS ${identifier(key)}`)
    .join(', ');

/** PostgreSQL’s words for what layouts say of a helpdesk whose clocks are those of a zone. */
export function postgresFlavour(timeZone: string): Flavour {
  return {
    text,
    instant: (seconds) => `to_timestamp(${seconds})`,
    again: (time, isAgain) => {
      const doubled = isDoubled(time, timeZone);
      return doubled === null ? time : `CASE WHEN ${doubled} AND ${isAgain} THEN ${time} + interval '1 microsecond' ELSE ${time} END`;
    },
    shown: (timestamp) => timestamp,
    concat: (...texts) => `(${texts.join(' || ')})`,
    literal,
    same: (a, b) => `(${a} IS NOT DISTINCT FROM ${b})`,
    json: (value, ...path) => `(CAST(nullif(${text(value)}, '') AS json) #>> ARRAY[${path.map((step) => literal(String(step))).join(', ')}])`,
    values: (columns, rows) => `SELECT * FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS given (${columns.map(identifier).join(', ')})`,
    list: (value, order) => `array_agg(${value} ORDER BY ${order})`,
    // a function with all of them as arguments takes a hundred at most
    object: (fields) => `(SELECT to_jsonb(o) FROM (SELECT ${named(fields)}) AS o)`,
  };
}

/** Its words where no clocks are meant. */
export const POSTGRES = postgresFlavour('UTC');
