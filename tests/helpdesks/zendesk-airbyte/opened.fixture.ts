import { TABLES } from '../../../demo/writers/zendesk-airbyte/tables';
import type { PostgresServer } from '../../servers/postgres';
import { placeInPostgres, type PostgresPlace } from '../in-postgres';
import { type OpenDesk, openDesk, type Rows, rowsOnce } from '../open-desk';
import { timeOf } from '../time-of';
import { Desk } from './desk';

const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-05-01T00:00:00Z') };

/** A replica in a schema of its own, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly place: PostgresPlace;
  readonly desk: Desk;
}

/** Makes a replica’s tables, but for the streams that are left off. */
export async function openAirbyte(server: PostgresServer, off: readonly string[] = []): Promise<Opened> {
  const place = await placeInPostgres(server);
  await place.run(...TABLES);
  const desk = new Desk(place);
  await desk.begin();
  await place.run(...off.map((stream) => `ALTER TABLE ${stream} RENAME TO left_off_${stream}`));
  return { ...(await openDesk(place, { layout: 'zendesk-airbyte', range: SPRING })), place, desk };
}

/** The canonical rows of a replica to which something was done. */
export const rowsAfter = (server: PostgresServer, act: (opened: Opened) => Promise<void>): Promise<Rows> => rowsOnce(openAirbyte(server), act);

/** The events of a field as they were read: when, what it became, from what, and by whom. */
export const eventsOf = ({ ticket_event: rows = [] }: Rows, field: string): unknown[][] =>
  rows
    .filter((row) => row.field === field)
    .sort((a, b) => Number(a.at) - Number(b.at))
    .map(({ at, to_value: to, from_value: from, actor_kind: by }) => [timeOf(at), to, from, by]);
