import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import { makeMysql, makePostgres } from '../demo/make';
import { planOf } from '../demo/plan';
import { createApp } from '../src/backend/app/app';
import type { PluginContext, QueryAnswer } from '../src/backend/app/messages';
import { decodeFrame } from '../tools/door/decode';
import { QUERIES as AT_ONCE } from '../src/shared/bounds';
import { METRICS } from '../src/shared/catalog';
import { describeWithMariadb } from './servers/describe-with-mariadb';
import { describeWithPostgres } from './servers/describe-with-postgres';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const DEMO = { tickets: 800, seed: 5, months: 4, end: Date.parse('2026-04-30T22:00:00Z') };
const FORMATS = ['parquet', 'csv', 'duckdb'] as const;

/** Every metric in every view and hours, and its records; and custom fields, which each source writes in its own way. */
const QUERIES: readonly object[] = [
  ...METRICS.flatMap((metric) => [
    ...metric.views.flatMap((view) => metric.hours.map((hours) => ({ metric: metric.id, view, hours, limit: null }))),
    { metric: metric.id, kind: 'records', limit: 200 },
  ]),
  { metric: 'opened', view: 'totals', groupBy: ['attribute.plan', 'attribute.region'] },
  { metric: 'opened', kind: 'records', columns: ['ticket', 'attribute.language'], limit: 200 },
];

/** The frames of every query on one source, without what says when it was read. */
async function framesOf(source: object, password: string, folder: string, name: string): Promise<unknown[]> {
  process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = tmpdir();
  const app = createApp(silent);
  const context: PluginContext = {
    orgId: 1,
    user: { login: 'x', role: 'Admin' },
    grafanaConfig: {},
    instance: {
      id: 1,
      uid: name,
      name,
      secrets: { password },
      updatedMs: 1,
      json: JSON.stringify({ source, defaultCalendar: 'amsterdam', store: { directory: join(folder, 'stores') }, maxAge: '10000d' }),
    },
  };
  try {
    const signal = new AbortController().signal;
    expect(await app.checkHealth(context, signal)).toMatchObject({ ok: true });
    const queries = QUERIES.map((query, i) => ({
      refId: `Q${i}`,
      queryType: '',
      fromMs: DEMO.end - 60 * 86_400_000,
      toMs: DEMO.end,
      json: JSON.stringify({ asOf: DEMO.end, ...query }),
    }));
    const answers = new Map<string, QueryAnswer>();
    for (let first = 0; first < queries.length; first += AT_ONCE) {
      (await app.queryData({ context, headers: {}, queries: queries.slice(first, first + AT_ONCE) }, signal)).forEach((answer, refId) =>
        answers.set(refId, answer)
      );
    }
    return QUERIES.map((query, i) => {
      const { status, error, frames } = answers.get(`Q${i}`) ?? { status: 0, error: 'no answer', frames: [] };
      return {
        query,
        status,
        error,
        frames: frames
          .map(decodeFrame)
          .map((frame) => ({ ...frame, meta: { ...frame.meta, custom: { ...frame.meta.custom, loadedAt: null, checkedAt: null } } })),
      };
    });
  } finally {
    await app.stop();
  }
}

describeWithPostgres('the same demo helpdesk through every source', (server) => {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-sources-'));
  let expected: unknown[] = [];

  beforeAll(async () => {
    for (const format of FORMATS) {
      await ensureDemo({ dir: join(folder, format), format, ...DEMO });
    }
    expected = await framesOf({ type: 'files', path: join(folder, 'parquet') }, '', folder, 'parquet');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('answers everything from Parquet', () => {
    expect(expected.filter((one) => (one as { status: number }).status !== 200)).toEqual([]);
  });

  it('gives identical frames from CSV', async () => {
    expect(await framesOf({ type: 'files', path: join(folder, 'csv') }, '', folder, 'csv')).toEqual(expected);
  }, 60_000);

  it('gives identical frames from a DuckDB file', async () => {
    expect(await framesOf({ type: 'files', path: join(folder, 'duckdb', 'helpdesk.duckdb') }, '', folder, 'duckdb')).toEqual(expected);
  }, 60_000);

  it('gives identical frames from PostgreSQL', async () => {
    const { url, host, port, user, password, database } = server();
    await makePostgres({ url, schema: 'public', replace: true }, planOf(DEMO), () => undefined);
    expect(await framesOf({ type: 'postgres', host, port, user, database, tls: { mode: 'disable' } }, password, folder, 'postgres')).toEqual(expected);
  }, 120_000);

  describeWithMariadb('and through MySQL’s', (mariadb) => {
    it('gives identical frames from MariaDB', async () => {
      const { host, port, user, password, database, urlOf } = mariadb();
      await makeMysql({ url: urlOf(database), replace: true }, planOf(DEMO), () => undefined);
      expect(await framesOf({ type: 'mysql', host, port, user, database, tls: { mode: 'disable' } }, password, folder, 'mariadb')).toEqual(expected);
    }, 120_000);
  });
});
