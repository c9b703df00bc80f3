import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { HEALTH } from '../dashboards/src/health/panels';
import type { PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';
import { until } from './until';

const RANGE = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-06-01T00:00:00Z') };
const NEWEST = '2026-05-03T09:30:00.000Z';

interface Status {
  readonly checkedAt: number;
  readonly loadedAt: number;
  readonly newestAt: number;
  readonly ageSeconds: number;
  readonly generation: number;
  readonly lastRefresh: { readonly kind: string; readonly rows: number | null; readonly durationMs: number };
  readonly inMetrics?: string;
}

describe('how fresh the data is', () => {
  let built: Built;
  let client: PluginClient;
  const ask = async (json: object, options = {}) => {
    const answer = (await client.query([{ refId: 'A', json, ...RANGE }], options)).get('A');
    if (!answer || answer.error) {
      throw new Error(answer?.error ?? 'no answer');
    }
    return answer.frames;
  };
  const status = async (role = 'Admin') => (await client.resource('status', 'GET', undefined, { role })).body as Status;

  beforeAll(async () => {
    built = openBuilt();
    mkdirSync(join(built.folder, 'helpdesk'));
    writeFileSync(join(built.folder, 'helpdesk', 'ticket.csv'), 'ticket_id,created_at\n1,2026-05-02T08:00:00.000Z\n2,2026-05-03T08:00:00.000Z\n');
    writeFileSync(join(built.folder, 'helpdesk', 'message.csv'), `message_id,ticket_id,sent_at,author_kind\n1,2,${NEWEST},agent\n`);
    client = await built.start(built.files('helpdesk', { maxAge: '0s', refreshInterval: '1h' }));
    await client.health();
  }, 120_000);

  afterAll(() => built.close());

  it('is a query’s answer, for whoever sees dashboards', async () => {
    const [frame] = await ask({ kind: 'freshness', locale: 'nl-NL' }, { role: 'Viewer' });
    const { checkedAt, loadedAt } = await status();
    expect(frame.fields.map(({ name, config }) => [name, config?.displayNameFromDS])).toEqual([
      ['age', 'Leeftijd van de gegevens'],
      ['checked_at', 'Laatst gelezen'],
      ['loaded_at', 'Geladen'],
      ['newest_at', 'Nieuwste gebeurtenis'],
    ]);
    expect(frame.fields.slice(1).map(({ values: [at] }) => Number(at))).toEqual([checkedAt, loadedAt, Date.parse(NEWEST)]);
    expect(frame.fields[0].values[0]).toBeGreaterThan(0);
    // older than maxAge, which a panel is told
    expect(JSON.stringify(frame.meta?.notices)).toContain('old');
  });

  it('is one number for an alert rule, which gets an error for all other numbers of data so old', async () => {
    const [frame] = await ask({ kind: 'freshness' }, { fromAlert: true });
    expect(frame.fields.map(({ name }) => name)).toEqual(['age']);
    await expect(ask({ metric: 'opened', view: 'totals' }, { fromAlert: true })).rejects.toThrow('older than maxAge');
  });

  it('stands in the meta of every frame', async () => {
    const { checkedAt, loadedAt } = await status();
    const written = (at: number) => new Date(at).toISOString();
    for (const json of [
      { metric: 'opened' },
      { metric: 'opened', view: 'totals' },
      { metric: 'opened', kind: 'records' },
      { kind: 'events', events: ['reopening'] },
    ]) {
      const frames = await ask(json);
      expect(frames.length).toBeGreaterThan(0);
      for (const { meta } of frames) {
        expect(meta?.custom).toMatchObject({ checkedAt: written(checkedAt), loadedAt: written(loadedAt), newestAt: NEWEST });
      }
    }
  });

  it('is refreshed for Editors, not for Viewers', async () => {
    const before = await status('Viewer');
    expect(before.lastRefresh).toMatchObject({ kind: 'full', rows: null });
    expect(await client.resource('refresh', 'POST', {}, { role: 'Viewer' })).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('role Editor') },
    });
    expect(await client.resource('refresh', 'POST', {}, { role: 'Editor' })).toMatchObject({ status: 202 });
    await until(async () => (await status()).checkedAt > before.checkedAt);
    // nothing had changed: the data is what it was, and right as of now
    expect(await status()).toMatchObject({ loadedAt: before.loadedAt, generation: before.generation, lastRefresh: { kind: 'nothing' } });
  });

  it('is among the figures of /metrics under the label that administrators are told', async () => {
    const { inMetrics } = await status();
    expect(await status('Editor')).not.toHaveProperty('inMetrics');
    const text = await client.metrics();
    const lag = new RegExp(`^helpdesk_metrics_refresh_lag_seconds\\{store="${inMetrics}"\\} ([\\d.]+)$`, 'm').exec(text)?.[1];
    expect(Number(lag)).toBeGreaterThan(0);
    expect(Number(lag)).toBeLessThan(60);
    expect(text).toContain(`helpdesk_metrics_refresh_failures_total{store="${inMetrics}"} 0`);
  });

  it('is drawn by the health dashboard, and told in the docs, of figures and labels that are there', async () => {
    await ask({ metric: 'opened', view: 'totals' });
    const labels = new Map<string, Set<string>>();
    for (const [, name, written = ''] of (await client.metrics()).matchAll(/^(helpdesk_metrics_\w+)(?:\{([^}]*)\})? \S+$/gm)) {
      labels.set(name, new Set([...(labels.get(name) ?? []), ...[...written.matchAll(/(\w+)="/g)].map(([, label]) => label)]));
    }
    // what Prometheus itself adds
    const has = (name: string, label: string) => label === 'instance' || labels.get(name)?.has(label) === true;
    const lacking = HEALTH.flatMap(({ panels }) => panels.flatMap(({ id, asked }) => asked.map(({ expr }) => ({ id, expr })))).flatMap(({ id, expr }) => {
      const figures = [...expr.matchAll(/(helpdesk_metrics_\w+)\{([^}]*)\}/g)].map(([, name, chosen]) => ({
        name,
        used: [...[...chosen.matchAll(/(\w+)=~/g)].map(([, label]) => label), ...[...expr.matchAll(/by \((\w+)\)/g)].map(([, label]) => label)],
      }));
      return figures.length === 0
        ? [`panel ${id} asks nothing of ours: ${expr}`]
        : figures.flatMap(({ name, used }) =>
            labels.has(name) ? used.filter((label) => !has(name, label)).map((label) => `${name} has no ${label}`) : [`no ${name}`]
          );
    });
    expect(lacking).toEqual([]);
    const docs = readFileSync(join(__dirname, '../docs/operations.md'), 'utf8');
    const told = [...docs.matchAll(/`(helpdesk_metrics_\w+?)(?:\{[^}]*\})?`/g)].map(([, name]) => name);
    expect(told.filter((name) => !labels.has(name) && !labels.has(`${name}_bucket`))).toEqual([]);
    const bare = [...labels.keys()].map((name) => name.replace(/_(bucket|sum|count)$/, '')).filter((name) => !/data_sources_(ready|failing)$/.test(name));
    expect(bare.filter((name) => !told.includes(name))).toEqual([]);
  });
});
