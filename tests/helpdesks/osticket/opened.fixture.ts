import { SEEDS, tables } from '../../../demo/writers/osticket/tables';
import type { MariadbServer } from '../../servers/mariadb';
import { placeInMariadb } from '../in-mariadb';
import { type OpenDesk, openDesk } from '../open-desk';
import { Desk, ZONE } from './desk';

const YEAR = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2026-12-01T00:00:00Z') };

/** An osTicket in a database of its own, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly desk: Desk;
}

/** Makes the tables, and does what is told before they are read. */
export async function openOsticket(server: MariadbServer, tell: (desk: Desk) => Promise<void> = () => Promise.resolve(), source: object = {}): Promise<Opened> {
  const place = await placeInMariadb(server);
  await place.run(...tables(0), ...SEEDS);
  const desk = new Desk(place);
  await desk.begin();
  await tell(desk);
  return { ...(await openDesk(place, { layout: 'osticket', source: { databaseTimeZone: ZONE, ...source }, range: YEAR })), desk };
}
