import type { Client } from 'pg';

import { type Age, tablesOf } from '../../../demo/writers/chatwoot/tables';
import type { PostgresServer } from '../../servers/postgres';
import { placeInPostgres, type PostgresPlace } from '../in-postgres';
import { type OpenDesk, openDesk } from '../open-desk';
import { Desk } from './desk';
import { STORY } from '../story';

const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-04-05T00:00:00Z') };

/** A Chatwoot in a schema of its own, its owner, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly place: PostgresPlace;
  readonly admin: Client;
  readonly desk: Desk;
}

/** Makes the tables of an age, with the story told or with nothing but an empty desk. */
export async function openChatwoot(server: PostgresServer, age: Age, story: ReadonlyArray<(typeof STORY)[number]> = STORY): Promise<Opened> {
  const place = await placeInPostgres(server);
  await place.run(...tablesOf(age));
  const desk = new Desk(place, age);
  await desk.begin();
  for (const told of story) {
    await desk.tell(told);
  }
  const opened = await openDesk(place, { layout: 'chatwoot', source: { layoutOptions: { account: '1' } }, range: SPRING });
  return { ...opened, place, admin: place.admin, desk };
}
