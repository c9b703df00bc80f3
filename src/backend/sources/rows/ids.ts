import { texts } from '../../duckdb/sql-text';
import type { ColumnKind } from './column-kind';

/** Words that stand for no value where an id or an instant is expected, in small letters. */
const NULL_WORDS = ['null', 'none', 'nan'];
const UUID = '[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** SQL for a text with the words for null as null. */
export function withoutNullWords(value: string): string {
  return `CASE WHEN lower(${value}) IN (${texts(NULL_WORDS)}) THEN NULL ELSE ${value} END`;
}

/** SQL that is true where a text is no word for null, in few steps: nearly all texts pass. */
export function isNoNullWord(value: string): string {
  return `(${value} < 'N' OR ${value} >= 'o' OR strlen(${value}) > 4)`;
}

/** SQL that is true where a text is an id as it stands, in few steps: nearly all are. */
export function isPlainId(value: string): string {
  return `${isNoNullWord(value)} AND NOT (ends_with(${value}, '0') AND contains(${value}, '.')) AND (strlen(${value}) <> 36 OR ${value} = lower(${value}))`;
}

/** SQL for the id that a text is: `5.0` is `5`, and a UUID is written in small letters, so that the same id is the same text in every table. */
export function idOfText(value: string): string {
  return `CASE WHEN lower(${value}) IN (${texts(NULL_WORDS)}) THEN NULL ELSE ${keyOfText(value)} END`;
}

function keyOfText(value: string): string {
  return (
    `CASE WHEN strlen(${value}) = 36 THEN CASE WHEN regexp_full_match(${value}, '${UUID}') THEN lower(${value}) ELSE ${value} END` +
    ` WHEN regexp_full_match(${value}, '-?[0-9]+[.]0+') THEN split_part(${value}, '.', 1) ELSE ${value} END`
  );
}

/** SQL for a value as an id; null where it is a word for null. */
export function asId(value: string, kind: ColumnKind): string {
  return kind === 'text' ? idIn(value, idOfText(value)) : asText(value, kind);
}

/** The same where there must be an id: “none” is one then. */
export function asKey(value: string, kind: ColumnKind): string {
  return kind === 'text' ? idIn(value, keyOfText(value)) : asText(value, kind);
}

/** SQL for a text that is an id as it stands, else for what `read` makes of it. */
export function idIn(value: string, read: string): string {
  const isUsual = `${isNoNullWord(value)} AND NOT ends_with(${value}, '0') AND strlen(${value}) < 36`;
  return `CASE WHEN ${isUsual} THEN ${value} WHEN ${isPlainId(value)} THEN ${value} ELSE ${read} END`;
}

/** SQL for a value as text. */
export function asText(value: string, kind: ColumnKind): string {
  switch (kind) {
    case 'text':
      return value;
    // a nullable whole number often comes as a float or a decimal: the id is 7, not 7.0
    case 'float':
    case 'decimal':
      return `CASE WHEN ${value} = floor(${value}) AND abs(${value}) < 1e18 THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR) ELSE CAST(${value} AS VARCHAR) END`;
    default:
      return `CAST(${value} AS VARCHAR)`;
  }
}
