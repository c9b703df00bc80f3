import { POSTGRES } from '../../src/backend/sources/connections/postgres/flavour';
import { allReads, columnsRead, EVERYTHING } from '../../src/backend/sources/testing/columns-read';
import type { LayoutName } from '../../src/shared/layouts';
import type { PostgresPlace } from './in-postgres';
import { helpdeskLayout } from './read-tables';

/** Holds what each SELECT of a layout says that it reads against what it really reads, as PostgreSQL sees it. */
export async function expectReads({ admin }: PostgresPlace, layout: LayoutName): Promise<void> {
  const read: unknown[] = [];
  const said: unknown[] = [];
  for (const [table, from] of Object.entries(helpdeskLayout(layout).tables)) {
    if (!('none' in from)) {
      read.push([table, await columnsRead(admin, from.select(POSTGRES, EVERYTHING))]);
      said.push([table, allReads(from)]);
    }
  }
  expect(read).toEqual(said);
}
