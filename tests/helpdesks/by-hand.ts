import type { TableName } from '../../src/backend/canonical/tables';
import type { OpenDesk } from './open-desk';

/** What a canonical table must hold, told by hand: a SELECT over the helpdesk’s own tables that counts it, and columns of one of its rows. */
export interface ByHand {
  readonly count: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Reads a desk and holds each canonical table against what was said by hand; a table that has rows and of which nothing was said is a fault. */
export async function expectByHand({ place, rows: read }: OpenDesk, byHand: Readonly<Partial<Record<TableName, ByHand>>>): Promise<void> {
  const rows = await read();
  const counted: Array<[string, number]> = [];
  for (const [table, { count }] of Object.entries(byHand)) {
    const [first] = await place.rows(count);
    counted.push([table, Number(Object.values(first)[0])]);
  }
  const inOrder = (counts: ReadonlyArray<readonly [string, number]>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(inOrder(Object.entries(rows).map(([table, { length }]) => [table, length]))).toEqual(inOrder(counted));
  for (const [table, { row }] of Object.entries(byHand)) {
    expect([table, rows[table]]).toEqual([table, expect.arrayContaining([expect.objectContaining(row)])]);
  }
}
