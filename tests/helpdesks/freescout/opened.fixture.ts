import { RATING_COLUMNS, tables, tagTables } from '../../../demo/writers/freescout/tables';
import type { MariadbServer } from '../../servers/mariadb';
import type { PostgresServer } from '../../servers/postgres';
import { placeInMariadb } from '../in-mariadb';
import { placeInPostgres } from '../in-postgres';
import { type OpenDesk, openDesk } from '../open-desk';
import type { Place } from '../place';
import { Desk, ZONE } from './desk';

const YEAR = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2026-12-01T00:00:00Z') };

/** A FreeScout in a database of its own, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly desk: Desk;
}

/** What is done before it is read, and how it differs from the plain one. */
interface Opening {
  readonly tell?: (desk: Desk, place: Place) => Promise<void>;
  readonly hasModules?: boolean;
  readonly source?: object;
}

/** Makes the tables, and does what is told before they are read. */
async function open(place: Place, { tell, hasModules = false, source = {} }: Opening): Promise<Opened> {
  const kind = place.source.type;
  await place.run(...tables(kind, 0), ...(hasModules ? [...tagTables(kind), ...RATING_COLUMNS] : []));
  const desk = new Desk(place);
  await desk.begin();
  await tell?.(desk, place);
  return { ...(await openDesk(place, { layout: 'freescout', source: { databaseTimeZone: ZONE, ...source }, range: YEAR })), desk };
}

/** In a MariaDB whose own zone is neither UTC nor the program’s. */
export const openInMariadb = async (server: MariadbServer, opening: Opening = {}): Promise<Opened> => open(await placeInMariadb(server), opening);

/** In a PostgreSQL. */
export const openInPostgres = async (server: PostgresServer, opening: Opening = {}): Promise<Opened> => open(await placeInPostgres(server), opening);
