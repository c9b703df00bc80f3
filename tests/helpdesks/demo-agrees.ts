import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { makeFolder, makeMysql, makePostgres } from '../../demo/make';
import { planOf } from '../../demo/plan';
import type { DemoHelpdesk } from '../../demo/writers/helpdesk/demo-helpdesk';
import { HELPDESKS, type ToldLayout } from '../../demo/writers/helpdesks';
import { createApp } from '../../src/backend/app/app';
import type { PluginContext } from '../../src/backend/app/messages';
import { METRICS } from '../../src/shared/catalog';
import { decodeFrame } from '../../tools/door/decode';
import type { MariadbServer } from '../servers/mariadb';
import type { PostgresServer } from '../servers/postgres';
import { placeInMariadb } from './in-mariadb';
import { placeInPostgres } from './in-postgres';
import type { Place } from './place';
import { readTables } from './read-tables';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const NEVER = new AbortController().signal;

/** The demo that is told: as many tickets as show what a layout gets wrong. */
export const DEMO = planOf({ tickets: 800, seed: 5, months: 4, end: Date.parse('2026-04-30T22:00:00Z') });
const RANGE = { fromMs: DEMO.end - 60 * 86_400_000, toMs: DEMO.end };

/** What our own demo answers, by the query: the same in whichever database a file tells the other. */
const OURS = new Map<string, string[]>();

/** How a layout is read. What its helpdesk cannot hold of the demo is said by the demo’s own telling. */
interface DemoTold {
  readonly layout: ToldLayout;
  /** What its source’s settings say besides, such as `layoutOptions`. */
  readonly source?: object;
  /** What its data source’s settings say besides. */
  readonly settings?: object;
  /** What it calls the demo’s calendar “amsterdam”. */
  readonly defaultCalendar: string | null;
  /** Further queries of which both must give the same, by what they ask. */
  readonly queries: ReadonlyArray<readonly [string, object]>;
}

/** Where a demo is told, and how it gets there. */
export interface Told extends Place {
  readonly fill: () => Promise<void>;
}

/** A schema of a PostgreSQL for the demo in a layout’s tables. */
export const demoInPostgres = (server: () => PostgresServer, layout: ToldLayout) => async (): Promise<Told> => {
  const place = await placeInPostgres(server());
  const { url } = server();
  return { ...place, fill: () => makePostgres({ url, schema: place.schema, replace: false, layout }, DEMO, () => undefined) };
};

/** A database of a MariaDB for the demo in a layout’s tables. */
export const demoInMariadb = (server: () => MariadbServer, layout: ToldLayout) => async (): Promise<Told> => {
  const place = await placeInMariadb(server());
  return { ...place, fill: () => makeMysql({ url: server().urlOf(String(place.source.database)), replace: false, layout }, DEMO, () => undefined) };
};

/** Tests that the demo, told in a helpdesk’s own tables, answers each metric in each view as it does in ours, but for what is said to differ. */
export function demoAgrees(open: () => Promise<Told>, told: DemoTold): void {
  const { layout } = told;
  const { untold, partly }: DemoHelpdesk = HELPDESKS[layout];
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-told-'));
  const before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;
  const app = createApp(silent);
  const loaded = new Set<string>();
  let place: Told;

  beforeAll(async () => {
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = folder;
    await makeFolder(join(folder, 'ours'), DEMO, 'parquet', true, () => undefined);
    place = await open();
    await place.fill();
    await place.grant(readTables(layout));
  }, 120_000);
  afterAll(async () => {
    await app.stop();
    await place.drop();
    process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = before;
    await rm(folder, { recursive: true });
  });

  /** What a data source answers: names and values, a field each. Groups are known by their names: people have other ids there. */
  async function answer(uid: string, settings: object, query: object): Promise<string[]> {
    const common = { store: { directory: join(folder, 'stores') }, maxAge: '10000d' };
    const context: PluginContext = {
      orgId: 1,
      user: { login: 'x', role: 'Admin' },
      grafanaConfig: {},
      instance: { id: 1, uid, name: uid, secrets: { password: place.password }, updatedMs: 1, json: JSON.stringify({ ...settings, ...common }) },
    };
    if (!loaded.has(uid)) {
      await app.checkHealth(context, NEVER);
      loaded.add(uid);
    }
    const json = JSON.stringify({ asOf: DEMO.end, limit: null, ...query });
    const given = (await app.queryData({ context, headers: {}, queries: [{ refId: 'A', queryType: '', ...RANGE, json }] }, NEVER)).get('A');
    if (given?.status !== 200) {
      throw new Error(given?.error ?? 'No answer.');
    }
    return given.frames
      .map(decodeFrame)
      .map(({ fields }) => JSON.stringify(fields.map(({ name, values }) => [name, [...values]])))
      .sort();
  }
  const theirs = (query: object) =>
    answer('theirs', { source: { ...place.source, layout, ...told.source }, defaultCalendar: told.defaultCalendar, ...told.settings }, query);
  const ours = async (query: object): Promise<string[]> => {
    const key = JSON.stringify(query);
    const mine = OURS.get(key) ?? (await answer('ours', { source: { type: 'files', path: join(folder, 'ours') }, defaultCalendar: 'amsterdam' }, query));
    OURS.set(key, mine);
    return mine;
  };

  async function same(query: object): Promise<void> {
    const mine = await ours(query);
    expect(await theirs(query)).toEqual(mine);
    expect(mine.join()).toMatch(/\d/);
  }
  const asked = (metric: string, view: string) => ({ metric, view, groupBy: [], filters: partly[metric]?.filters ?? [] });

  it.each(METRICS.filter(({ id }) => !(id in untold)).flatMap(({ id, views }) => views.map((view) => [id, view] as const)))(
    '%s, %s: the same numbers',
    (metric, view) => same(asked(metric, view)),
    60_000
  );

  it.each(told.queries.map(([what, query]) => [what, query] as const))('%s: the same numbers', (_, query) => same({ view: 'totals', ...query }), 60_000);

  it('says of no metric that it differs, or is the same in part alone, which is the same as a whole, and of none that there is not', async () => {
    const needless: string[] = [];
    for (const id of [...Object.keys(untold), ...Object.keys(partly)]) {
      const views = METRICS.find((metric) => metric.id === id)?.views ?? [];
      const equal: boolean[] = [];
      for (const view of views) {
        const whole = { ...asked(id, view), filters: [] };
        equal.push(JSON.stringify(await theirs(whole)) === JSON.stringify(await ours(whole)));
      }
      needless.push(...(equal.includes(false) ? [] : [id]));
    }
    expect(needless).toEqual([]);
  }, 60_000);
}
