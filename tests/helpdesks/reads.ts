import { allReads, EVERYTHING } from '../../src/backend/sources/testing/columns-read';
import type { LayoutName } from '../../src/shared/layouts';
import type { Place } from './place';
import { helpdeskLayout } from './read-tables';

/** Holds what each SELECT of a layout says that it reads against what it really reads, as the server sees it. */
export async function expectReads({ columnsRead, flavour }: Pick<Place, 'columnsRead' | 'flavour'>, layout: LayoutName): Promise<void> {
  const read: unknown[] = [];
  const said: unknown[] = [];
  for (const [table, from] of Object.entries(helpdeskLayout(layout).tables)) {
    if (!('none' in from)) {
      read.push([table, await columnsRead(from.select(flavour, EVERYTHING))]);
      said.push([table, allReads(from)]);
    }
  }
  expect(read).toEqual(said);
}
