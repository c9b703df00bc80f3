import { MORE_TABLES, TABLES } from '../../../demo/writers/zendesk-fivetran/tables';
import type { PostgresServer } from '../../servers/postgres';
import { placeInPostgres, type PostgresPlace } from '../in-postgres';
import { type OpenDesk, openDesk, type Rows, rowsOnce } from '../open-desk';
import { timeOf } from '../time-of';
import { Desk } from './desk';

const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-05-01T00:00:00Z') };

/** An instant as the rows that were read have it. */
export const read = (instant: string): string => String(Date.parse(instant));

/** A replica in a schema of its own, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly place: PostgresPlace;
  readonly desk: Desk;
}

/** Makes a replica’s tables; `more`: also those that only some have. */
export async function openZendesk(
  server: PostgresServer,
  { more = false, source = {} }: { readonly more?: boolean; readonly source?: object } = {}
): Promise<Opened> {
  const place = await placeInPostgres(server);
  await place.run(...TABLES, ...(more ? MORE_TABLES : []));
  const desk = new Desk(place);
  await desk.begin();
  return { ...(await openDesk(place, { layout: 'zendesk-fivetran', source, range: SPRING })), place, desk };
}

/** The canonical rows of a replica to which something was done. */
export const rowsAfter = (server: PostgresServer, act: (opened: Opened) => Promise<void>, how: Parameters<typeof openZendesk>[1] = {}): Promise<Rows> =>
  rowsOnce(openZendesk(server, how), act);

/** The events of a field as they were read: when, what it became, and by whom. */
export const eventsOf = ({ ticket_event: rows = [] }: Rows, field: string): unknown[][] =>
  rows
    .filter((row) => row.field === field)
    .sort((a, b) => Number(a.at) - Number(b.at))
    .map(({ at, to_value: to, actor_kind: by }) => [timeOf(at), to, by]);
