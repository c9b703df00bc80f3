import type { Flavour } from '../../layouts/flavour';

/** A name as PostgreSQL quotes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const named = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([key, value]) => `${value} AS ${identifier(key)}`)
    .join(', ');

/** PostgreSQL’s words for what layouts say. */
export const POSTGRES: Flavour = {
  text: (value) => `CAST(${value} AS text)`,
  instant: (seconds) => `to_timestamp(${seconds})`,
  concat: (...texts) => `(${texts.join(' || ')})`,
  // no E'': a backslash is a backslash, as standard_conforming_strings has it since 9.1
  literal,
  values: (columns, rows) => `SELECT * FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS given (${columns.map(identifier).join(', ')})`,
  list: (value, order) => `array_agg(${value} ORDER BY ${order})`,
  // a function with all of them as arguments takes a hundred at most
  object: (fields) => `(SELECT to_jsonb(o) FROM (SELECT ${named(fields)}) AS o)`,
};
