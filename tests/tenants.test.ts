import { chmodSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { CallOptions, PluginClient } from '../tools/door/client';
import { storeFolder } from '../src/backend/store/folder/store-folder';
import { type Built, openBuilt } from './built';
import { until } from './until';

const RANGE = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-06-01T00:00:00Z') };
const UID = 'helpdesk-metrics';

describe('two organizations with a data source of the same uid, saved in the same millisecond', () => {
  const log: string[] = [];
  let built: Built;
  let [folder, directory] = ['', ''];
  let client: PluginClient;

  /** Writes an organization's helpdesk: so many tickets, whose subjects name it. */
  function helpdesk(name: string, tickets: number): string {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    const rows = Array.from({ length: tickets }, (_, i) => `${i + 1},2026-05-02T08:00:00.000Z,${name} ${i + 1}`);
    writeFileSync(join(path, 'ticket.csv'), ['ticket_id,created_at,subject', ...rows, ''].join('\n'));
    return path;
  }
  const jsonData = (path: string, more: object = {}) => ({
    source: { type: 'files', path },
    store: { directory, memoryLimit: '256MB', threads: 1 },
    maxAge: '10000d',
    ...more,
  });
  /** Asks for one organization, whose settings were saved at some instant. */
  const of = (orgId: number, change: NonNullable<CallOptions['settings']> = {}): CallOptions => ({
    orgId,
    settings: { uid: UID, updatedMs: 1_000, jsonData: jsonData(join(folder, `org${orgId}`)), ...change },
  });

  const opened = async (options: CallOptions): Promise<unknown> => {
    const answer = (await client.query([{ refId: 'A', json: { metric: 'opened', view: 'totals', groupBy: [] }, ...RANGE }], options)).get('A');
    return answer?.error || answer?.frames[0].fields[0].values[0];
  };
  const subjects = async (options: CallOptions): Promise<string> =>
    JSON.stringify((await client.query([{ refId: 'A', json: { kind: 'records', metric: 'opened' }, ...RANGE }], options)).get('A')?.frames);
  const status = async (options: CallOptions): Promise<{ generation: number; nextRefreshAt: number; phase: string }> =>
    (await client.resource('status', 'GET', undefined, options)).body as { generation: number; nextRefreshAt: number; phase: string };

  beforeAll(async () => {
    built = openBuilt();
    folder = built.folder;
    directory = join(folder, 'store');
    helpdesk('org1', 7);
    helpdesk('org2', 3);
    // a folder that is there already, open to all
    mkdirSync(storeFolder(directory, { orgId: 1, uid: UID, id: 1 }), { recursive: true });
    chmodSync(storeFolder(directory, { orgId: 1, uid: UID, id: 1 }), 0o777);
    client = await built.start({ uid: UID, jsonData: {} }, (line) => log.push(line));
  }, 120_000);

  afterAll(() => built.close());

  it('each sees its own tickets only', async () => {
    expect([await opened(of(1)), await opened(of(2))]).toEqual([7, 3]);
    const [one, two] = [await subjects(of(1)), await subjects(of(2))];
    expect([one.includes('org1 7'), one.includes('org2'), two.includes('org2 3'), two.includes('org1')]).toEqual([true, false, true, false]);
    expect((await client.health(of(2))).message).toMatch(/^Connected: 3 tickets/);
  }, 60_000);

  it('none closes the other: under requests in turn, saved at different times, each keeps its first generation', async () => {
    for (let round = 0; round < 5; round++) {
      expect([await opened(of(1)), await opened(of(2, { updatedMs: 2_000 }))]).toEqual([7, 3]);
    }
    expect([(await status(of(1))).generation, (await status(of(2))).generation]).toEqual([1, 1]);
    expect(log.filter((line) => line.includes('The store is loaded.'))).toHaveLength(2);
  }, 60_000);

  it('a request that carries older settings is answered by what was saved last', async () => {
    const saved = of(1, { updatedMs: 3_000, jsonData: jsonData(helpdesk('moved', 5)) });
    for (let round = 0; round < 3; round++) {
      expect([await opened(saved), await opened(of(1))]).toEqual([5, 5]);
    }
    expect(log.filter((line) => line.includes('The store is loaded.'))).toHaveLength(3);
  }, 60_000);

  it('one data source’s store is no other’s source, nor where another keeps its own', async () => {
    for (const path of [
      storeFolder(directory, { orgId: 1, uid: UID, id: 1 }),
      join(storeFolder(directory, { orgId: 3, uid: UID, id: 1 }), 'staging-1.duckdb'),
    ]) {
      expect(await opened(of(2, { uid: 'thief', jsonData: jsonData(path) }))).toMatch(/source’s path .* leads into a store/);
      expect(await opened(of(2, { uid: 'thief', jsonData: jsonData(join(folder, 'org2'), { store: { directory: path } }) }))).toMatch(
        /store’s directory .* leads into a store/
      );
    }
  });

  it('/metrics, which anybody may read, names no data source or organization: of each it tells how far its data is behind, under a label that only its administrators know', async () => {
    for (const options of [{ orgId: 0, settings: null }, of(2)]) {
      const text = await client.metrics(options);
      expect(text).toMatch(/^helpdesk_metrics_data_sources_open 2$/m);
      expect(text).not.toMatch(/helpdesk-metrics|uid|org|table/);
    }
  });

  it('what is written is for the user that runs Grafana alone', () => {
    const found = [directory, ...readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((name) => join(directory, name))];
    expect(found.filter((path) => path.endsWith('.duckdb')).length).toBeGreaterThanOrEqual(4);
    const open = found.filter((path) => path !== directory && (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  it('while it loads and refreshes as well', async () => {
    const big = of(4, { jsonData: jsonData(helpdesk('org4', 30_000)) });
    const own = storeFolder(directory, { orgId: 4, uid: UID, id: 1 });
    const seen = new Map<string, number>();
    void opened(big);
    const look = () => {
      for (const name of statSync(own, { throwIfNoEntry: false }) ? readdirSync(own) : []) {
        const mode = statSync(join(own, name), { throwIfNoEntry: false })?.mode;
        seen.set(name, Math.max(seen.get(name) ?? 0, (mode ?? 0) & 0o777));
      }
      return seen.has('facts-1.duckdb');
    };
    await until(look, 'the first load', 50_000);
    expect([...seen.keys()]).toEqual(expect.arrayContaining(['lock.duckdb', 'staging-1.duckdb', 'building-1.duckdb', 'facts-1.duckdb']));
    expect([...seen].filter(([, mode]) => (mode & 0o077) !== 0)).toEqual([]);
  }, 60_000);

  it('a refresh in a loop loads no more than half of the time, and each answer says when it will run', async () => {
    const path = helpdesk('org5', 20_000);
    const of5 = of(5, { jsonData: jsonData(path) });
    const loadedAt = new Map<number, number>();
    const refresh = async () => {
      const { status: code, body } = await client.resource('refresh', 'POST', {}, of5);
      const state = body as { generation: number | null; loadedAt: number; nextRefreshAt: number };
      expect(code).toBe(202);
      if (state.generation !== null) {
        if (!loadedAt.has(state.generation)) {
          // files that have not changed are not loaded again
          utimesSync(join(path, 'ticket.csv'), new Date(), new Date());
        }
        loadedAt.set(state.generation, state.loadedAt);
        expect(state.nextRefreshAt - Date.now()).toBeLessThan(60_000);
      }
      return loadedAt.has(3);
    };
    await until(refresh, 'the third load', 50_000);
    const lines = log.map((line) => JSON.parse(line) as { orgId?: number; generation?: number; durationMs?: number });
    for (const generation of [1, 2]) {
      const took = lines.find((line) => line.orgId === 5 && line.generation === generation && line.durationMs)?.durationMs ?? NaN;
      // both are whole milliseconds
      expect((loadedAt.get(generation + 1) ?? NaN) - (loadedAt.get(generation) ?? NaN)).toBeGreaterThanOrEqual(2 * took - 2);
    }
  }, 60_000);
});
