import type { Flavour } from '../../layouts/flavour';

/** A name as MySQL quotes it. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** MySQL’s and MariaDB’s words for what layouts say. */
export const MYSQL: Flavour = {
  text: (value) => `CAST(${value} AS CHAR)`,
  // a DATETIME would be read as the clocks of the database's zone
  instant: (seconds) => `DATE_FORMAT(TIMESTAMPADD(MICROSECOND, ROUND((${seconds}) * 1000000), '1970-01-01 00:00:00'), '%Y-%m-%dT%H:%i:%s.%fZ')`,
  concat: (...texts) => `CONCAT(${texts.join(', ')})`,
  // a backslash is a backslash, by the session's modes
  literal,
  values: (columns, rows) => rows.map((row) => `SELECT ${row.map((value, i) => `${value} AS ${identifier(columns[i])}`).join(', ')}`).join(' UNION ALL '),
  list: (value, order) => `CONCAT('[', GROUP_CONCAT(JSON_QUOTE(${value}) ORDER BY ${order}), ']')`,
  object: (fields) =>
    `JSON_OBJECT(${Object.entries(fields)
      .flatMap(([key, value]) => [literal(key), value])
      .join(', ')})`,
};
