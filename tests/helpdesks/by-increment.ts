import type { OpenDesk } from './open-desk';

/** What is done, by what name; a question, and its number before and after. */
type Done = readonly [what: string, act: () => Promise<void>, query: object, before: unknown, after: unknown];

/** Holds that each thing that is done in a helpdesk that is read, one after the other, reaches the answers by what changed. */
export function reachesByIncrement(opened: () => OpenDesk, done: readonly Done[]): void {
  const number = async (query: object): Promise<unknown> => (await opened().ask({ groupBy: [], ...query }))[0]?.[0];

  it.each(done)('%s: reaches the answers by an increment', async (_, act, query, before, after) => {
    expect(await number(query)).toEqual(before);
    await act();
    expect(await opened().refresh()).toMatchObject({ kind: 'increment' });
    expect(await number(query)).toEqual(after);
  });
}
