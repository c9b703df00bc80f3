import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

import { makePostgres } from '../../demo/make';
import { planOf } from '../../demo/plan';
import { createApp } from '../../src/backend/app/app';
import type { PluginContext } from '../../src/backend/app/messages';
import { METRICS } from '../../src/shared/catalog';
import { decodeFrame } from '../../tools/door/decode';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { UNTOLD } from './untold';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const DEMO = planOf({ tickets: 800, seed: 5, months: 4, end: Date.parse('2026-04-30T22:00:00Z') });
const RANGE = { fromMs: DEMO.end - 60 * 86_400_000, toMs: DEMO.end };
const STARS = { field: 'scale', op: 'in', values: ['1-5'] };

type Answer = (query: object) => Promise<unknown>;

describeWithPostgres('the demo, told in Chatwoot’s tables and in ours', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'chatwoot-demo-'));
  const before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  const app = createApp(silent);

  beforeAll(async () => {
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = folder;
    for (const layout of ['canonical', 'chatwoot'] as const) {
      await makePostgres({ url: server().url, schema: layout, layout, replace: true }, DEMO, () => undefined);
    }
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = before;
    await rm(folder, { recursive: true });
  });

  /** What a data source on a layout’s tables answers: names and values, a field each. */
  function through(layout: string): Answer {
    const { host, port, user, password, database } = server();
    const source = { type: 'postgres', host, port, user, database, schema: layout, layout, tls: { mode: 'disable' } };
    const context: PluginContext = {
      orgId: 1,
      user: { login: 'x', role: 'Admin' },
      grafanaConfig: {},
      instance: {
        id: 1,
        uid: layout,
        name: layout,
        secrets: { password },
        updatedMs: 1,
        json: JSON.stringify({
          source,
          defaultCalendar: layout === 'canonical' ? 'amsterdam' : 'inbox-1',
          store: { directory: join(folder, 'stores') },
          maxAge: '10000d',
        }),
      },
    };
    const signal = new AbortController().signal;
    return async (query) => {
      await app.checkHealth(context, signal);
      const json = JSON.stringify({ asOf: DEMO.end, limit: null, ...query });
      const answer = (await app.queryData({ context, headers: {}, queries: [{ refId: 'A', queryType: '', ...RANGE, json }] }, signal)).get('A');
      if (answer?.status !== 200) {
        throw new Error(answer?.error ?? 'No answer.');
      }
      return answer.frames.map(decodeFrame).map(({ fields }) => fields.map(({ name, values }) => [name, [...values]]));
    };
  }

  /** Groups are known by their names here: people have other ids there. */
  const byName = (answer: unknown): string[] => (answer as unknown[]).map((frame) => JSON.stringify(frame)).sort();

  async function same(query: object): Promise<void> {
    const [theirs, ours] = [await through('chatwoot')(query), await through('canonical')(query)];
    expect(byName(theirs)).toEqual(byName(ours));
    expect(JSON.stringify(ours)).toMatch(/\d/);
  }

  it.each(METRICS.filter(({ id }) => !(id in UNTOLD)).flatMap((metric) => metric.views.map((view) => [metric.id, view] as const)))(
    '%s, %s: the same numbers',
    (metric, view) => same({ metric, view, groupBy: [], ...(metric.startsWith('csat') ? { filters: [STARS] } : {}) }),
    60_000
  );

  it.each<[string, object]>([
    ['replies by author', { metric: 'owner_reply_count', groupBy: ['author'] }],
    ['first responses by author', { metric: 'time_to_first_response', groupBy: ['author'] }],
    ['closes by owner, as it is now', { metric: 'closed', groupBy: ['owner'], ownerAt: 'current' }],
    ['tickets by customer', { metric: 'opened', groupBy: ['customer'] }],
    ['tickets by organization', { metric: 'opened', groupBy: ['organization'] }],
    ['tickets by team, as it is now', { metric: 'opened', groupBy: ['team'], ownerAt: 'current' }],
    ['tickets by tag', { metric: 'opened', groupBy: ['tag'] }],
    ['tickets by a custom field', { metric: 'opened', groupBy: ['attribute.plan'] }],
    ['ratings', { metric: 'csat', statistics: ['count'], groupBy: ['rating'], filters: [STARS] }],
    ['time to close, its statistics', { metric: 'time_to_close', statistics: ['mean', 'median', 'p90', 'max', 'count'] }],
  ])('%s: the same numbers', (_, query) => same({ view: 'totals', ...query }), 60_000);

  it('replaces no real Chatwoot', async () => {
    const admin = new Client({ connectionString: server().url });
    await admin.connect();
    try {
      await admin.query('CREATE SCHEMA real; CREATE TABLE real.schema_migrations (version varchar); CREATE TABLE real.accounts (id int)');
      const place = { url: server().url, schema: 'real', layout: 'chatwoot', replace: true } as const;
      await expect(makePostgres(place, { ...DEMO, tickets: 1 }, () => undefined)).rejects.toThrow('The schema real is a real Chatwoot’s: it is not replaced.');
      expect((await admin.query(`SELECT FROM pg_tables WHERE schemaname = 'real'`)).rowCount).toBe(2);
    } finally {
      await admin.end();
    }
  });

  it('leaves nothing out that there is not', () => {
    expect(Object.keys(UNTOLD).filter((id) => !METRICS.some((metric) => metric.id === id))).toEqual([]);
  });
});
