import { isNumberSince } from '../../rows/epoch';
import type { ReadingRules } from '../../rows/rules';
import { SourceError } from '../../source';
import type { Watching } from '../database-source';
import { isUtc, shownFrom } from '../increments/wall-clock';
import { type Matched, watchedColumns } from '../increments/watched-columns';
import { identifier, POSTGRES } from './flavour';
import type { PostgresColumn, PostgresTable } from './postgres-table';
import type { Session } from './session';

const WHOLE = ['int2', 'int4', 'int8'];

/** How one finds out what changed in a schema of PostgreSQL; `isLayout`: its tables stand in SELECTs without a schema. */
export function watchingPostgres(schema: string, isLayout: boolean, rules: ReadingRules): Watching<Session, PostgresTable> {
  return {
    async look(session) {
      if (isLayout) {
        await searchIn(session, schema);
      }
      const { rows } = await session.query<{ shape: string; now: number }>(LOOK, [schema]);
      return rows[0];
    },
    async steady(session) {
      const { rows } = await session.query<{ n: number }>(ALTERED);
      if (rows[0].n > 0) {
        throw new SourceError('schema', 'A table was changed while it was read.', 'The next refresh tries again.');
      }
    },
    async ask(session, sql) {
      const { rows } = await session.query<Record<string, string | null>>(sql);
      return rows.map((row) => Object.values(row));
    },
    ...watchedColumns<PostgresColumn>(
      rules,
      { isSince, keyText, wholeNumber: ({ name, type, isArray }) => (WHOLE.includes(type) && !isArray ? identifier(name) : null), digest },
      {
        concat: POSTGRES.concat,
        fromHex: (digits) => `('x' || ${digits})::bit(32)::int8`,
        text: (value) => `(${value})::text`,
        divided: (number, by) => `(${number} / ${by})`,
      }
    ),
  };
}

/** Lets a layout's SELECTs find their tables, for the rest of the transaction: what is temporary must not be taken for them. */
export async function searchIn(session: Session, schema: string): Promise<void> {
  await session.query(`SET LOCAL search_path = ${identifier(schema)}, pg_temp`);
}

/** True where an instant of a column lies no earlier than another, or is none; null where its values are no instants to PostgreSQL. */
function isSince({ name, type, isArray }: PostgresColumn, instant: number, timeZone: string): string | null {
  const column = identifier(name);
  switch (isArray ? 'array' : type) {
    case 'timestamptz':
      return `(${column} >= '${new Date(instant).toISOString()}'::timestamptz OR ${column} IS NULL)`;
    case 'timestamp':
      return `(${column} >= '${shownFrom(instant, timeZone)}'::timestamp OR ${column} IS NULL)`;
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float8':
      return isNumberSince(column, instant);
    default:
      return null;
  }
}

/** Counts rows, and adds up two digests of each: of forty thousand rows some milliseconds more for the server than to send them, and nothing to send, hold or compare. */
function digest(columns: readonly PostgresColumn[], from: string): string {
  const row = columns.map(({ name }) => `quote_nullable(${identifier(name)}::text)`).join(` || ',' || `);
  const sum = (text: string): string => `coalesce(sum(hashtext((${text}) COLLATE "C")::int8), 0)::text`;
  return `SELECT count(*)::text AS n, ${sum('d')} AS a, ${sum(`'~' || d`)} AS b FROM (SELECT ${row} AS d FROM ${from}) r`;
}

/** A part of a key as the text that its canonical value is, an instant as its milliseconds; null where that is for us to say. */
function keyText({ name, type, isArray, column: { type: wanted } }: Matched<PostgresColumn>, timeZone: string): string | null {
  const column = identifier(name);
  switch (isArray ? 'array' : type) {
    case 'timestamptz':
      return inMilliseconds(column);
    case 'timestamp':
      return isUtc(timeZone) ? inMilliseconds(column) : null;
    case 'text':
    case 'varchar':
    case 'bpchar':
    case 'uuid':
      return `${column}::text`;
    case 'int2':
    case 'int4':
    case 'int8':
      // a number of an instant may be of seconds
      return wanted === 'instant' ? null : `${column}::text`;
    default:
      return null;
  }
}

/** Older servers answer seconds as a float, which is off by less than a millisecond. */
const inMilliseconds = (column: string): string => `round((extract(epoch FROM date_trunc('milliseconds', ${column})) * 1000)::numeric)::int8::text`;

/** Tables, columns, rights and views as they are, in one digest: of a view its definition too, by the transaction that made it. */
const LOOK = `
  SELECT md5(coalesce(string_agg(concat_ws(' ', c.oid, c.relname, a.attnum, a.attname, a.atttypid, has_column_privilege(c.oid, a.attnum, 'SELECT'), v.xmin), ',' ORDER BY c.oid, a.attnum), '')) AS shape,
    (extract(epoch FROM date_trunc('milliseconds', now())) * 1000)::float8 AS now
  FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_catalog.pg_rewrite v ON v.ev_class = c.oid AND v.rulename = '_RETURN'
  WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')`;

/**
 * How many of the relations that this transaction has read are no longer those of its snapshot. PostgreSQL shows a table that was emptied, written anew or
 * replaced since as an empty one, and a column that was dropped and made again as empty. Catalogue tables are read as of the snapshot, the functions
 * answer as of now, and what was read is locked: it stays as it is until the end. Materialized views that are refreshed keep their rows for everybody.
 */
const ALTERED = `
  SELECT count(*)::int AS n
  FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation
  WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
    AND (c.oid IS NULL
      OR c.oid >= 16384 AND c.relkind = 'r' AND c.relfilenode IS DISTINCT FROM pg_relation_filenode(c.oid)
      OR EXISTS (SELECT 1 FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'SELECT') IS NULL))`;
