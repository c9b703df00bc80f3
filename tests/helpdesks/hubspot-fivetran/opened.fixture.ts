import type { Client } from 'pg';

import { TABLES } from '../../../demo/writers/hubspot-fivetran/tables';
import type { PostgresServer } from '../../servers/postgres';
import { placeInPostgres, type PostgresPlace } from '../in-postgres';
import { type OpenDesk, openDesk, type Rows, rowsOnce } from '../open-desk';
import { Desk } from './desk';
import type { Told } from './story';

const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-04-05T00:00:00Z') };

/** A warehouse with HubSpot’s tables in a schema of its own, its owner, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly place: PostgresPlace;
  readonly admin: Client;
  readonly desk: Desk;
}

/** Makes the tables, with a story told or with nothing but an empty desk. */
export async function openHubspot(server: PostgresServer, story: readonly Told[] = []): Promise<Opened> {
  const place = await placeInPostgres(server);
  await place.run(...TABLES);
  const desk = new Desk(place);
  await desk.begin();
  for (const told of story) {
    await desk.tell(told);
  }
  const opened = await openDesk(place, { layout: 'hubspot-fivetran', range: SPRING });
  return { ...opened, place, admin: place.admin, desk };
}

/** The canonical rows of a desk on which something was done. */
export const rowsAfter = (server: PostgresServer, act: (opened: Opened) => Promise<unknown>): Promise<Rows> => rowsOnce(openHubspot(server), act);
