import { isDoubled } from '../../layouts/doubled-hour';
import type { Flavour } from '../../layouts/flavour';

/** A name as MySQL quotes it. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

// a backslash is a backslash, by the session's modes
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const text = (value: string): string => `CAST(${value} AS CHAR)`;

/** MySQL’s and MariaDB’s words for what layouts say of a helpdesk whose clocks are those of a zone. */
export function mysqlFlavour(timeZone: string): Flavour {
  return {
    text,
    // milliseconds: a DATETIME would be read as what the clocks of the database's zone show
    instant: (seconds) => `CAST(FLOOR(ROUND((${seconds}) * 1000000) / 1000) AS SIGNED)`,
    again: (time, isAgain) => {
      const doubled = isDoubled(time, timeZone);
      return doubled === null ? time : `CASE WHEN ${doubled} AND ${isAgain} THEN ${time} + INTERVAL 1 MICROSECOND ELSE ${time} END`;
    },
    // a TIMESTAMP is kept in UTC, and shown in the zone of the session: ours is UTC
    shown: (timestamp) => `CONVERT_TZ(${timestamp}, '+00:00', @@global.time_zone)`,
    concat: (...texts) => `CONCAT(${texts.join(', ')})`,
    literal,
    same: (a, b) => `(${a} <=> ${b})`,
    json: (value, ...path) => {
      const found = `JSON_EXTRACT(${value}, ${literal(jsonPath(path))})`;
      return `CASE WHEN JSON_VALID(${value}) AND JSON_TYPE(${found}) <> 'NULL' THEN JSON_UNQUOTE(${found}) END`;
    },
    values: (columns, rows) => rows.map((row) => `SELECT ${row.map((value, i) => `${value} AS ${identifier(columns[i])}`).join(', ')}`).join(' UNION ALL '),
    // JSON_ARRAYAGG came later
    list: (value, order) => `CONCAT('[', GROUP_CONCAT(JSON_QUOTE(${value}) ORDER BY ${order}), ']')`,
    object: (fields) =>
      `JSON_OBJECT(${Object.entries(fields)
        .flatMap(([key, value]) => [literal(key), value])
        .join(', ')})`,
  };
}

/** Its words where no clocks are meant. */
export const MYSQL = mysqlFlavour('UTC');

function jsonPath(path: ReadonlyArray<string | number>): string {
  return `$${path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${JSON.stringify(step)}`)).join('')}`;
}
