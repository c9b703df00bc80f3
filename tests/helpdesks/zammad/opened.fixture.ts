import { tablesOf } from '../../../demo/writers/zammad/tables';
import { type OpenDesk, openDesk } from '../open-desk';
import type { Place } from '../place';
import { STORY } from '../story';
import { Desk } from './desk';

const SPRING = { fromMs: Date.parse('2026-03-01T00:00:00Z'), toMs: Date.parse('2026-04-05T00:00:00Z') };

/** A Zammad in a place of its own, and who writes to it. */
export interface Opened extends OpenDesk {
  readonly desk: Desk;
}

/** Makes the tables, with the story told or with nothing but an empty desk. */
export async function openZammad(place: Place, story: ReadonlyArray<(typeof STORY)[number]> = STORY): Promise<Opened> {
  await place.run(...tablesOf(place.source.type));
  const desk = new Desk(place);
  await desk.begin();
  for (const told of story) {
    await desk.tell(told);
  }
  return { ...(await openDesk(place, { layout: 'zammad', range: SPRING })), desk };
}
