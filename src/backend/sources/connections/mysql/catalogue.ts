import type { PlaceColumn } from '../tables/place';
import { identifier, MYSQL } from './flavour';
import type { Session } from './session';

/** What a user sees of a database. */
interface Catalogue {
  /** As whom the server knows us, as a GRANT writes it: a name and a host. */
  readonly user: string;
  /** The columns of all tables and views, by table and in their order; none of tables on which the user has no right at all. */
  readonly columns: readonly PlaceColumn[];
}

interface Row {
  readonly table: string;
  readonly column: string;
  /** The storage engine's estimate; none of views. */
  readonly rows: string | number | null;
  readonly may: number;
}

/** The tables and views of a database. */
export async function catalogueOf(session: Session, database: string): Promise<Catalogue> {
  const [{ user }] = await session.query<{ user: string }>('SELECT CURRENT_USER() AS user');
  const [name, host = '%'] = user.split(/@(?=[^@]*$)/);
  const rows = await session.query<Row>(`
    SELECT c.TABLE_NAME AS \`table\`, c.COLUMN_NAME AS \`column\`, t.TABLE_ROWS AS \`rows\`, FIND_IN_SET('select', c.PRIVILEGES) > 0 AS may
    FROM information_schema.COLUMNS c
      JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
    WHERE c.TABLE_SCHEMA = ${MYSQL.literal(database)}
    ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION`);
  return {
    user: `${MYSQL.literal(name)}@${MYSQL.literal(host)}`,
    columns: rows.map((row) => ({ ...row, rows: row.rows === null ? null : Number(row.rows), may: row.may === 1 })),
  };
}

/** A table of a database, wherever one stands. */
export function tableName(database: string, table: string): string {
  return `${identifier(database)}.${identifier(table)}`;
}

/** Access denied to a database, to a table, or to a column. */
const DENIED = [1044, 1142, 1143];
/** No such database, table or column. */
const MISSING = [1049, 1146, 1054];

/** Whether the server refuses a table, or one of its columns, that the catalogue does not show; without rights, that is all that can be known of it. */
export async function isDenied(session: Session, database: string, table: string, column?: string): Promise<boolean> {
  try {
    await session.fields(`SELECT ${column === undefined ? '1' : identifier(column)} FROM ${tableName(database, table)}`);
    return false;
  } catch (error) {
    const number = typeof error === 'object' && error !== null && 'errno' in error ? Number(error.errno) : 0;
    if (DENIED.includes(number) || MISSING.includes(number)) {
      return DENIED.includes(number);
    }
    throw error;
  }
}
