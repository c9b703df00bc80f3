import { describeWithMariadb } from '../servers/describe-with-mariadb';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { placeInMariadb } from '../helpdesks/in-mariadb';
import { placeInPostgres } from '../helpdesks/in-postgres';
import type { Place } from '../helpdesks/place';
import { IN_MARIADB, IN_POSTGRES, POSTGRES_TYPES, ratingsOf, ROWS, tablesOf } from './tables';

/** A kind of database that holds a Tinydesk. */
export interface Host {
  readonly name: string;
  /** A `describe` around a server of this kind; `open` makes a Tinydesk there, which nobody may read yet. */
  readonly describe: (name: string, define: (open: () => Promise<Place>) => void) => void;
  /** The table of its module for ratings. */
  readonly ratings: string;
  /** Leaves the reader two of the columns of `people`. */
  readonly denyPart: (place: Place) => readonly string[];
  /** How a message names a place, and its reader. */
  readonly tableName: (place: Place, table: string) => string;
  readonly readerName: string;
  /** Who gives rights there. */
  readonly granter: string;
  readonly columnName: (column: string) => string;
  /** Lets the reader know which tables there are, where a right on one says nothing of the others. */
  readonly showAll: (place: Place) => readonly string[];
  /** What is said of the ratings where the reader may not read them; $ is the GRANT. */
  readonly unread: readonly string[];
  /** How it refuses a column that there is not. */
  readonly noColumn: string;
  /** An instant that goes with no word of the flavour. */
  readonly ownInstant: (seconds: string) => string;
}

const postgres: Host = {
  name: 'PostgreSQL',
  describe: (name, define) =>
    describeWithPostgres(name, (server) =>
      define(async () => {
        const place = await placeInPostgres(server());
        const { database } = server();
        // what a replica gives: SELECT, and nothing that writes, not even a temporary table
        await place.run(
          'ALTER ROLE reader SET default_transaction_read_only = on',
          `REVOKE ALL ON DATABASE ${database} FROM PUBLIC`,
          `GRANT CONNECT ON DATABASE ${database} TO reader`,
          ...POSTGRES_TYPES,
          ...tablesOf(IN_POSTGRES),
          ...ROWS
        );
        return place;
      })
    ),
  ratings: ratingsOf(IN_POSTGRES),
  denyPart: () => ['REVOKE SELECT ON people FROM reader', 'GRANT SELECT (id, called) ON people TO reader'],
  tableName: ({ source }, table) => `"${String(source.schema)}"."${table}"`,
  readerName: '"reader"',
  granter: 'the owner of the tables',
  columnName: (column) => `"${column}"`,
  showAll: () => [],
  unread: [
    'The layout "tinydesk" finds nothing for survey here: the user may not read it.',
    'What the user may not read stays empty. To read it, run as the owner of the tables: $',
  ],
  noColumn: 'SQLSTATE 42703',
  ownInstant: (seconds) => `to_timestamp(${seconds})`,
};

const READER = "'desk_reader'@'%'";

const mariadb: Host = {
  name: 'MariaDB',
  describe: (name, define) =>
    describeWithMariadb(name, (server) =>
      define(async () => {
        const place = await placeInMariadb(server());
        // as its program: the zone is the server's, which is not ours
        await place.run('SET SESSION time_zone = @@GLOBAL.time_zone', ...tablesOf(IN_MARIADB), ...ROWS);
        return place;
      })
    ),
  ratings: ratingsOf(IN_MARIADB),
  denyPart: () => [`REVOKE SELECT ON people FROM ${READER}`, `GRANT SELECT (id, called) ON people TO ${READER}`],
  tableName: ({ source }, table) => `\`${String(source.database)}\`.\`${table}\``,
  readerName: READER,
  granter: 'one who may grant it',
  columnName: (column) => `\`${column}\``,
  showAll: ({ source }) => [`GRANT SELECT ON \`${String(source.database)}\`.* TO ${READER}`],
  unread: [
    'The layout "tinydesk" finds nothing for survey here: its module for ratings is not installed.',
    'The user may not see whether there is "ratings". Where it is, run as one who may grant it: $',
  ],
  noColumn: 'error 1054',
  ownInstant: (seconds) => `FROM_UNIXTIME(${seconds})`,
};

/** The kinds of database that a layout may be for. */
export const HOSTS: readonly Host[] = [postgres, mariadb];
