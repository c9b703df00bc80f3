import type { ColumnType } from '../../canonical/tables';
import { columnKind, type ColumnKind } from './column-kind';
import { asId, asText, isNoNullWord, withoutNullWords } from './ids';
import { asInstant } from './instants';

/** SQL that reads a canonical value out of a raw one, null where it is not such a value; or null where no value of the kind ever is. */
type Reading = (value: string, kind: ColumnKind, timeZone: string) => string | null;

/**
 * SQL for a raw value without the spaces around it, with the empty text as null, since CSV cannot tell them apart, with JSON's own null, and with other
 * programs' words for null where an instant is expected. What is plain passes in few steps, as nearly all is.
 */
export function presentValue(column: ColumnType, raw: string, type: string): string {
  const kind = columnKind(type);
  if (kind === 'float' && (column === 'id' || column === 'instant')) {
    return `CASE WHEN NOT isnan(${raw}) THEN ${raw} END`;
  }
  if (kind !== 'text') {
    return raw;
  }
  const value = type === 'VARCHAR' ? raw : `CAST(${raw} AS VARCHAR)`;
  // an empty text comes before the first that is no space; DuckDB's trim reads every letter
  const isPlain = `${value} >= '!' AND NOT ends_with(${value}, ' ')`;
  const trimmed = `nullif(trim(${value}, ' ' || chr(9)), '')`;
  switch (column) {
    case 'tags':
    case 'json':
      return `nullif(CASE WHEN ${isPlain} THEN ${value} ELSE ${trimmed} END, 'null')`;
    case 'instant':
      return `CASE WHEN ${isPlain} AND ${isNoNullWord(value)} THEN ${value} ELSE ${withoutNullWords(trimmed)} END`;
    default:
      return `CASE WHEN ${isPlain} THEN ${value} ELSE ${trimmed} END`;
  }
}

/** SQL for the canonical value of a present raw value; null where it cannot be read as one. */
export function canonicalValue(column: ColumnType, value: string, type: string, timeZone: string): string {
  return READINGS[column](value, columnKind(type), timeZone) ?? 'NULL';
}

/** What a column of a type holds, in the words of a message. */
export const EXPECTED: Readonly<Record<ColumnType, string>> = {
  id: 'a text',
  text: 'a text',
  instant: 'an instant, such as 2026-03-28T07:52:45.000Z',
  date: 'a date, such as 2026-03-28',
  time: 'a time HH:MM, from 00:00 to 24:00',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  tags: 'a list of texts, such as ["billing","urgent"]',
  json: 'an object, such as {"plan":"gold"}',
};

const READINGS: Readonly<Record<ColumnType, Reading>> = {
  id: asId,
  text: asText,
  instant: asInstant,
  date: asDate,
  time: asTime,
  boolean: asBoolean,
  integer: asInteger,
  number: asNumber,
  tags: asTags,
  json: asJson,
};

function asDate(value: string, kind: ColumnKind): string | null {
  switch (kind) {
    case 'date':
      return `CASE WHEN isfinite(${value}) AND ${value} BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' THEN CAST(${value} AS VARCHAR) END`;
    case 'timestamp':
    case 'instant':
    case 'nanoseconds':
      // only where nothing is lost: data frames have no plain dates
      return `CASE WHEN ${value} = date_trunc('day', ${value}) AND isfinite(${value}) THEN strftime(${value}, '%Y-%m-%d') END`;
    case 'text':
      return `CASE WHEN length(${value}) = 10 AND ${value} >= '0' AND ${value} < ':' AND CAST(TRY_CAST(${value} AS DATE) AS VARCHAR) = ${value} THEN ${value} END`;
    default:
      return null;
  }
}

/** Databases and data frames write `09:00:00`; seconds that are not zero are a mistake. */
function asTime(value: string, kind: ColumnKind): string | null {
  if (kind !== 'text' && kind !== 'time') {
    return null;
  }
  const written = kind === 'text' ? value : `CAST(${value} AS VARCHAR)`;
  return `CASE WHEN regexp_full_match(${written}, '(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(:00(\\.0+)?)?') THEN left(${written}, 5) END`;
}

function asBoolean(value: string, kind: ColumnKind): string | null {
  switch (kind) {
    case 'boolean':
      return value;
    case 'integer':
      return `CASE WHEN ${value} IN (0, 1) THEN ${value} = 1 END`;
    case 'text':
      return `TRY_CAST(${value} AS BOOLEAN)`;
    default:
      return null;
  }
}

/** A cast from `1.5` would round. */
function asInteger(value: string, kind: ColumnKind): string | null {
  switch (kind) {
    case 'integer':
      return `TRY_CAST(${value} AS INTEGER)`;
    case 'float':
    case 'decimal':
    case 'text': {
      const number = `TRY_CAST(${value} AS DOUBLE)`;
      return `CASE WHEN ${number} = floor(${number}) THEN TRY_CAST(${number} AS INTEGER) END`;
    }
    default:
      return null;
  }
}

function asNumber(value: string, kind: ColumnKind): string | null {
  switch (kind) {
    case 'integer':
    case 'float':
    case 'decimal':
    case 'text': {
      const number = `TRY_CAST(${value} AS DOUBLE)`;
      return `CASE WHEN isfinite(${number}) THEN ${number} END`;
    }
    default:
      return null;
  }
}

function asTags(value: string, kind: ColumnKind): string | null {
  const list = kind === 'text' ? jsonOf(value, 'ARRAY', `from_json(${value}, '["VARCHAR"]')`) : kind === 'list' ? `TRY_CAST(${value} AS VARCHAR[])` : null;
  return list === null ? null : `CASE WHEN list_count(${list}) = len(${list}) THEN ${list} END`;
}

function asJson(value: string, kind: ColumnKind): string | null {
  switch (kind) {
    // minified, so that every source gives the same text
    case 'text':
      return jsonOf(value, 'OBJECT', `CAST(json(${value}) AS VARCHAR)`);
    case 'object':
      return `CAST(to_json(${value}) AS VARCHAR)`;
    default:
      return null;
  }
}

function jsonOf(value: string, type: string, read: string): string {
  return `CASE WHEN json_valid(${value}) THEN CASE WHEN json_type(${value}) = '${type}' THEN ${read} END END`;
}
