import { join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import { isAlive } from '../src/backend/host/testing/is-alive';
import type { PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';
import { until } from './until';

const END = Date.parse('2026-05-31T22:00:00Z');

describe('many queries at once', () => {
  let built: Built;
  let client: PluginClient;
  beforeAll(async () => {
    built = openBuilt();
    await ensureDemo({ dir: join(built.folder, 'demo'), tickets: 2_000, months: 12, end: END });
    client = await built.start({ ...built.files('demo'), grafanaConfig: { GF_CONCURRENT_QUERY_COUNT: '2' } });
    expect(await client.health()).toMatchObject({ ok: true });
  }, 120_000);
  afterAll(() => built.close());

  /** Queries that share no execution. */
  const queries = (count: number, name: string) =>
    Array.from({ length: count }, (_, i) => ({
      refId: `${name}${i}`,
      json: {
        metric: 'time_to_close',
        frequency: 'week',
        groupBy: ['owner'],
        statistics: ['p90', 'p95'],
        filters: [{ field: 'team', op: 'not_in', values: [`${name}${i}`] }],
      },
      fromMs: END - 365 * 86_400_000,
      toMs: END,
    }));

  /** How many queries have been answered. */
  const answered = async () => Number(/queries_total\{metric="time_to_close",status="200"\} (\d+)/.exec(await client.metrics())?.[1] ?? 0);

  it('do not keep the process from ending when Grafana asks', async () => {
    const asked = await built.start(built.files('demo'));
    expect(await asked.health()).toMatchObject({ ok: true });
    const running = Promise.allSettled(Array.from({ length: 20 }, (_, i) => asked.query(queries(20, `request${i}-`), { raw: true })));
    await until(async () => /queries_running [1-9]/.test(await asked.metrics()));
    const began = performance.now();
    process.kill(asked.pid, 'SIGTERM');
    await until(() => !isAlive(asked.pid));
    expect(performance.now() - began).toBeLessThan(2_000);
    await running;
    await asked.stop();
  }, 120_000);

  it('of one request keep another request waiting for two of them, not for all', async () => {
    const many = client.query(queries(80, 'many'), { raw: true });
    // it is there before the other one
    await client.metrics();
    const one = await client.query(queries(1, 'one'), { raw: true });
    const answered = Number(/queries_total\{metric="time_to_close",status="200"\} (\d+)/.exec(await client.metrics())?.[1]);
    expect(answered).toBeLessThan(40);
    const all = await many;
    expect([...all.values(), ...one.values()].map(({ status, error }) => `${status} ${error}`)).toEqual(Array.from({ length: 81 }, () => '200 '));
  }, 120_000);

  it('of one person keep another person waiting for a few of them, not for one of each request', async () => {
    const many = Promise.all(Array.from({ length: 20 }, (_, i) => client.query(queries(8, `much${i}-`), { raw: true, login: 'much', role: 'Viewer' })));
    await until(async () => /queries_running [1-9]/.test(await client.metrics()));
    const before = await answered();
    const [one] = (await client.query(queries(1, 'little'), { raw: true, login: 'little', role: 'Viewer' })).values();
    const between = (await answered()) - before;
    expect(one.status).toBe(200);
    expect(between).toBeLessThan(20);
    await many;
  }, 120_000);
});
