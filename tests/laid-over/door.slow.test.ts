import { join } from 'node:path';

import type { ClientSettings, PluginClient } from '../../tools/door/client';
import { makePostgres } from '../../demo/make';
import { planOf } from '../../demo/plan';
import { type Built, openBuilt } from '../built';
import { settingsOf } from '../faults/desk';
import { deskOf } from '../faults/in-postgres';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { until } from '../until';
import { answersFrom, ask } from './live-answers';
import { EDITS, FIRST, type LiveEdit } from './live-edits';

jest.setTimeout(240_000);

interface Status {
  readonly phase: string;
  readonly checkedAt: number;
  readonly generation: number;
  readonly lastError: string | null;
  readonly lastRefresh: { readonly kind: string; readonly rows: number | null } | null;
}

describeWithPostgres('a helpdesk in PostgreSQL that is read every second', (server) => {
  let built: Built;
  let client: PluginClient;
  let live: ClientSettings;
  /** The instant until which everything is asked. */
  let toMs: number;

  const settings = (uid: string, more: object) => settingsOf(deskOf(server()), built, uid, { defaultCalendar: 'amsterdam', ...more });
  const status = async (of = live) => (await client.resource('status', 'GET', undefined, { settings: of })).body as Status;
  const answers = async (of: ClientSettings) => answersFrom(client, of, toMs);
  const texts = (all: Awaited<ReturnType<typeof answers>>) =>
    all.map(({ frames }) => JSON.stringify(frames?.map(({ fields, meta }) => [fields, meta.notices])));
  /** Waits until a refresh that began after an instant has ended, and gives what the refreshes until then were. Meanwhile every question is answered. */
  const refreshes = async (after: number, holds: (now: Status) => boolean): Promise<readonly string[]> => {
    const seen = new Map<number, string>();
    await until(
      async () => {
        const now = await status();
        const [answer] = await ask(client, live, toMs, [{ metric: 'opened', view: 'totals' }]);
        expect([now.phase, now.lastError, answer?.status, answer?.error]).toEqual(['ready', null, 200, '']);
        seen.set(now.checkedAt, now.lastRefresh?.kind ?? 'none');
        return now.checkedAt > after && holds(now);
      },
      'the refresh',
      60_000
    );
    return [...seen.values()];
  };
  const ready = async (of: ClientSettings) => until(async () => (await status(of)).phase === 'ready', 'the load', 60_000);

  beforeAll(async () => {
    built = openBuilt();
    await makePostgres(
      { url: server().url, schema: 'public', replace: true },
      planOf({ tickets: 2_000, seed: 5, months: 4, end: Date.now() }),
      () => undefined
    );
    await deskOf(server()).run(...FIRST);
    live = settings('live', { store: { directory: join(built.folder, 'stores'), memoryLimit: '256MB', threads: 1, sweepInterval: '4s' } });
    client = await built.start(live);
    toMs = Date.now();
    await ready(live);
  });
  afterAll(() => built.close());

  it.each<LiveEdit>(EDITS)('answers as one that loads anew once it has read $what', async ({ statements }) => {
    const before = await answers(live);
    const { generation } = await status();
    await deskOf(server()).run(...statements);
    toMs = Date.now();
    const kinds = await refreshes(toMs, (now) => now.generation !== generation);
    expect(kinds).toContain('increment');
    expect(kinds.slice(1)).not.toContain('full');
    const anew = settings(`anew-${generation}`, { refreshInterval: '1h' });
    await ready(anew);
    const [mine, theirs] = [await answers(live), await answers(anew)];
    expect(theirs.filter((answer) => answer.status !== 200 || answer.frames?.length === 0)).toEqual([]);
    expect(mine).toStrictEqual(theirs);
    // the edit is one that these questions show
    expect(texts(mine)).not.toEqual(texts(before));
  });

  it('makes no generation while nothing changes', async () => {
    const { generation } = await status();
    expect(await refreshes(Date.now(), () => true)).toContain('nothing');
    expect((await status()).generation).toBe(generation);
  });
});
