import { type FieldPacket, Types } from 'mysql2';

import { isNumberSince } from '../../rows/epoch';
import type { ReadingRules } from '../../rows/rules';
import type { Watching } from '../database-source';
import { isUtc, shownFrom } from '../increments/wall-clock';
import { type Matched, watchedColumns } from '../increments/watched-columns';
import { identifier, MYSQL } from './flavour';
import type { MysqlTable } from './mysql-table';
import { isLarge } from './select-statement';
import type { Session } from './session';

const WHOLE = [Types.TINY, Types.SHORT, Types.INT24, Types.LONG, Types.LONGLONG];
const NUMBERS = [...WHOLE, Types.DECIMAL, Types.NEWDECIMAL, Types.FLOAT, Types.DOUBLE];
const TEXTS = [Types.VARCHAR, Types.VAR_STRING, Types.STRING, Types.TINY_BLOB, Types.BLOB, Types.MEDIUM_BLOB, Types.LONG_BLOB];

/** How one finds out what changed in a database of MySQL or MariaDB. */
export function watchingMysql(database: string, rules: ReadingRules): Watching<Session, MysqlTable> {
  const ask = async (session: Session, sql: string): Promise<ReadonlyArray<ReadonlyArray<string | null>>> =>
    (await session.query<Record<string, string | null>>(sql)).map((row) => Object.values(row));
  return {
    ask,
    // such a table is refused while it is read, error 1412; but for a column that was dropped and made again, which nothing in a snapshot tells
    steady: () => Promise.resolve(),
    async look(session) {
      const [[shape, now] = []] = await ask(session, look(database));
      return { shape: String(shape), now: Number(now) };
    },
    ...watchedColumns<FieldPacket>(
      rules,
      { isSince, keyText, wholeNumber: (column) => (isWhole(column) && !isLarge(column) ? identifier(column.name) : null), digest },
      {
        concat: MYSQL.concat,
        fromHex: (digits) => `CAST(CONV(${digits}, 16, 10) AS UNSIGNED)`,
        text: MYSQL.text,
        divided: (number, by) => `(${number} DIV ${by})`,
      }
    ),
  };
}

const isWhole = ({ columnType = -1 }: FieldPacket): boolean => WHOLE.includes(columnType);

/** True where an instant of a column lies no earlier than another, or is none; null where its values are no instants to the server. The session’s clocks are UTC’s. */
function isSince({ name, columnType = -1 }: FieldPacket, instant: number, timeZone: string): string | null {
  const column = identifier(name);
  if (NUMBERS.includes(columnType)) {
    return isNumberSince(column, instant);
  }
  if (columnType !== Types.TIMESTAMP && columnType !== Types.DATETIME) {
    return null;
  }
  const from = shownFrom(instant, columnType === Types.TIMESTAMP ? 'UTC' : timeZone);
  // a date of zeros is none
  return `(${column} >= TIMESTAMP'${from}' OR ${column} IS NULL OR ${column} = '0000-00-00 00:00:00')`;
}

/** A part of a key as the text that its canonical value is, in the bytes of UTF-8, an instant as its milliseconds; null where that is for us to say. */
function keyText(field: Matched<FieldPacket>, timeZone: string): string | null {
  const { columnType = -1 } = field;
  const column = identifier(field.name);
  if (columnType === Types.TIMESTAMP || (columnType === Types.DATETIME && isUtc(timeZone))) {
    return MYSQL.text(`FLOOR(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', ${column}) / 1000)`);
  }
  // a number of an instant may be of seconds
  return isWhole(field) && field.column.type !== 'instant' ? MYSQL.text(column) : TEXTS.includes(columnType) ? `CONVERT(${column} USING utf8mb4)` : null;
}

/** Counts rows, and adds up two halves of a digest of each. */
function digest(columns: readonly FieldPacket[], from: string): string {
  const row = `concat_ws(',', ${columns.map(({ name }) => `CAST(QUOTE(${identifier(name)}) AS BINARY)`).join(', ')})`;
  return `SELECT ${summed('d')} AS d FROM (SELECT md5(${row}) AS d FROM ${from}) r`;
}

/** How many rows there are, and the sums of the halves of their digests. */
function summed(md5: string): string {
  const half = (from: number): string => MYSQL.text(`coalesce(sum(CAST(CONV(substr(${md5}, ${from}, 12), 16, 10) AS UNSIGNED)), 0)`);
  return `concat_ws(' ', count(*), ${half(1)}, ${half(13)})`;
}

/** Tables, columns, rights and views as they are, in one digest, and the server’s clock. A view’s definition is shown to who may SHOW VIEW; MySQL 8 tells when it was made. */
function look(database: string): string {
  const column = `md5(concat_ws(' ', c.TABLE_NAME, c.ORDINAL_POSITION, c.COLUMN_NAME, c.COLUMN_TYPE, c.CHARACTER_SET_NAME, c.PRIVILEGES, v.VIEW_DEFINITION, IF(t.TABLE_TYPE = 'VIEW', t.CREATE_TIME, NULL)))`;
  return `
    SELECT ${summed(column)} AS shape,
      ${MYSQL.text(`TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(3)) DIV 1000`)} AS clock
    FROM information_schema.COLUMNS c
      JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
      LEFT JOIN information_schema.VIEWS v ON v.TABLE_SCHEMA = c.TABLE_SCHEMA AND v.TABLE_NAME = c.TABLE_NAME
    WHERE c.TABLE_SCHEMA = ${MYSQL.literal(database)}`;
}
