import type { Flavour } from '../../layouts/flavour';

/** A name as MySQL quotes it. */
export function identifier(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** MySQL’s and MariaDB’s words for what layouts say. */
export const MYSQL: Flavour = {
  text: (value) => `CAST(${value} AS CHAR)`,
  // a DATETIME would be read as the clocks of the database's zone
  instant: (seconds) => `DATE_FORMAT(TIMESTAMPADD(MICROSECOND, ROUND((${seconds}) * 1000000), '1970-01-01 00:00:00'), '%Y-%m-%dT%H:%i:%s.%fZ')`,
  concat: (...texts) => `CONCAT(${texts.join(', ')})`,
  // a backslash is a backslash, by the session's modes
  literal: (text) => `'${text.replaceAll("'", "''")}'`,
};
