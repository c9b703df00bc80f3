import type { Flavour } from '../../layouts/flavour';

/** A name as PostgreSQL quotes it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** PostgreSQL’s words for what layouts say. */
export const POSTGRES: Flavour = {
  text: (value) => `CAST(${value} AS text)`,
  instant: (seconds) => `to_timestamp(${seconds})`,
  concat: (...texts) => `(${texts.join(' || ')})`,
  // no E'': a backslash is a backslash, as standard_conforming_strings has it since 9.1
  literal: (text) => `'${text.replaceAll("'", "''")}'`,
};
