import type { FieldPacket } from 'mysql2';

import type { Flavour } from '../../layouts/flavour';
import { SourceError } from '../../source';
import type { Denied, LayoutPlace, Place } from '../tables/place';
import { deniedColumns } from '../tables/rights';
import { catalogueOf, isDenied, tableName } from './catalogue';
import { identifier } from './flavour';
import type { Session } from './session';

/** A database, as its user sees it. */
export async function placeIn(session: Session, database: string): Promise<Place<FieldPacket>> {
  const { user, columns } = await catalogueOf(session, database);
  const of = (table: string) => columns.filter((row) => row.table === table);
  const grant = ({ table, columns: some }: Denied): string => {
    const what = some === null ? 'SELECT' : `SELECT (${some.map(identifier).join(', ')})`;
    return `GRANT ${what} ON ${tableName(database, table)} TO ${user};`;
  };
  return {
    called: `database "${database}"`,
    columns,
    denied: async (wanted) => {
      const tables: Denied[] = [];
      for (const [table, names] of Object.entries(wanted)) {
        // without any right a table is not in the catalogue, nor is a column
        if (of(table).length > 0) {
          const lacking = await deniedColumns(of(table), names, (column) => isDenied(session, database, table, column));
          tables.push(...(lacking ? [{ table, ...lacking }] : []));
        } else if (await isDenied(session, database, table)) {
          tables.push({ table, columns: null, isHidden: true });
        }
      }
      return { deeds: [], tables, granter: 'one who may grant it', grants: (some) => some.map(grant) };
    },
    from: (table) => tableName(database, table),
    columnsOf: (table, names) => session.fields(`SELECT ${names.map(identifier).join(', ')} FROM ${tableName(database, table)}`),
  };
}

/** Texts of collations that do not go together. */
const MIXED = [1267, 1270, 1271];
/** A right that is missing. */
const DENIED = [1142, 1143];

/** The same for a layout. Throws a SourceError where the server knows too little SQL for one: no WITH and no windows. */
export async function layoutPlaceIn(session: Session, database: string, flavour: Flavour): Promise<LayoutPlace<FieldPacket>> {
  const [{ version }] = await session.query<{ version: string }>('SELECT version() AS version');
  const [, major = '0', minor = '0'] = /(\d+)\.(\d+)/.exec(version) ?? [];
  if (/mariadb/i.test(version) ? Number(major) * 100 + Number(minor) < 1002 : Number(major) < 8) {
    throw new SourceError(
      'schema',
      `A helpdesk’s own tables are read of MySQL 8 or MariaDB 10.2 and later; this is ${version}.`,
      'Read a replica of a newer version, or make canonical views.'
    );
  }
  return {
    ...(await placeIn(session, database)),
    flavour,
    ask: (sql) => session.query<Record<string, unknown>>(sql),
    columnsOfSelect: (sql) => session.fields(sql),
    refusal: (error) => {
      const { errno = 0, sqlState = '' } = error as { readonly errno?: number; readonly sqlState?: string };
      // 42: syntax, names and types; other faults are the database’s or the connection’s
      return (sqlState.startsWith('42') || MIXED.includes(errno)) && !DENIED.includes(errno) ? `error ${errno}` : null;
    },
  };
}
