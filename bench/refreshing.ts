import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

import { ROOT, startBackend } from '../scripts/lib/backend';
import { cpuOf } from '../scripts/lib/memory';
import { progress } from '../scripts/lib/terminal';
import type { PluginClient } from '../tools/door/client';
import type { PostgresServer } from '../tests/servers/postgres';
import { type Figure, median, shown } from './figures';
import { type CountedSource, countedSource, type SourceCosts } from './source-costs';

/** How many tickets are touched, among how large a share of the newest, and how often: a month of two years, as a team does, or all over the helpdesk, which is dearest. */
const TOUCHED = [
  { tickets: 1_000, of: 'the last month', share: 1 / 24, times: 3, target: { ratio: 1 / 100 } },
  { tickets: 1_000, of: 'two years', share: 1, times: 3, target: { ratio: 1 / 100 } },
  { tickets: 10_000, of: 'two years', share: 1, times: 1, target: null },
] as const;

/** How long refreshes in which nothing changed are counted, in milliseconds. */
const IDLE_MS = 10_000;

interface Scope {
  readonly tickets: number;
  readonly end: number;
  readonly memory: string;
}

/** What something cost: the backend's CPU time and what the helpdesk's server spent for it. */
interface Cost extends SourceCosts {
  readonly backendMs: number;
  readonly ms: number;
}

/** What a refresh cost, and by the clock from its beginning, and from when it had read what changed, until its facts are in place: without the wait for the next look. */
interface RefreshCost extends Cost {
  readonly inPlaceMs: number;
  readonly derivedMs: number;
}

/**
 * A data source over PostgreSQL that looks for changes every second: the first load against that of the same rows from files, and refreshes after nothing and
 * some tickets have changed against the first load; each with what that asks of the helpdesk's server.
 */
export async function refreshing(server: PostgresServer, { tickets, end, memory }: Scope, files: { readonly cpuMs: number | null }): Promise<Figure[]> {
  const directory = join(ROOT, `.store/bench-refreshing-${tickets}`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const source = await countedSource(server);
  const owner = new Client({ connectionString: server.url });
  await owner.connect();
  const began = performance.now();
  const before = source.costs();
  const { database, user, password } = server;
  const client = await startBackend(
    {
      source: { type: 'postgres', host: '127.0.0.1', port: source.port, database, user, tls: { mode: 'disable' } },
      store: { directory, memoryLimit: memory },
      timeZone: 'Europe/Amsterdam',
      defaultCalendar: 'amsterdam',
      refreshInterval: '1s',
      maxAge: '10000d',
    },
    { password }
  );
  try {
    const load = since({ ...before, backendMs: 0, ms: began }, costsNow(client, source));
    const figures = [firstLoad(load, files.cpuMs), await idle(client, source)];
    let touchedSoFar = 0;
    for (const [i, touched] of TOUCHED.entries()) {
      const costs: RefreshCost[] = [];
      for (let time = 0; time < touched.times; time++) {
        progress.show(`Touching ${touched.tickets.toLocaleString('en')} tickets`);
        costs.push(await touching({ client, source, owner, end }, touched.tickets, Math.round(tickets * touched.share), `bench-${i}-${time}`));
      }
      touchedSoFar += touched.tickets * touched.times;
      figures.push(...refreshed(touched, costs, load, touchedSoFar > tickets / 20));
    }
    progress.end();
    return figures;
  } finally {
    await client.stop();
    await owner.end();
    await source.close();
  }
}

const costsNow = (client: PluginClient, source: CountedSource): Cost => ({ ...source.costs(), backendMs: cpuOf(client.pid) ?? NaN, ms: performance.now() });

const since = (before: Cost, now: Cost): Cost => ({
  ms: now.ms - before.ms,
  backendMs: now.backendMs - before.backendMs,
  cpuMs: now.cpuMs - before.cpuMs,
  bytes: now.bytes - before.bytes,
});

const ofSource = ({ cpuMs, bytes }: SourceCosts) =>
  `the helpdesk’s server: ${shown(cpuMs)} of CPU, ${(bytes / 1_000_000).toFixed(bytes < 1e6 ? 3 : 1)} MB read`;

function firstLoad(load: Cost, filesMs: number | null): Figure {
  return {
    name: 'first load from PostgreSQL, CPU time',
    ms: load.backendMs,
    runs: [load.backendMs],
    target: null,
    floor: filesMs === null ? null : { what: 'the first load from files', ms: filesMs },
    note: `${shown(load.ms)} by the clock; ${ofSource(load)}`,
  };
}

interface Status {
  readonly generation: number;
  readonly progress: { readonly step: string } | null;
  readonly refreshes: { readonly nothing: { readonly times: number }; readonly increment: { readonly durationMs: number } };
}

const statusOf = async (client: PluginClient) => (await client.resource('status')).body as Status;

/** Waits for a refresh that finds nothing changed: after a long one the next is put off, as no more than half of the time is spent reading. */
async function rested(client: PluginClient): Promise<void> {
  const { refreshes } = await statusOf(client);
  while ((await statusOf(client)).refreshes.nothing.times === refreshes.nothing.times) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What one look costs that finds nothing changed. */
async function idle(client: PluginClient, source: CountedSource): Promise<Figure> {
  await rested(client);
  const [status, before] = [await statusOf(client), costsNow(client, source)];
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  const cost = since(before, costsNow(client, source));
  const times = Math.max(1, (await statusOf(client)).refreshes.nothing.times - status.refreshes.nothing.times);
  const ms = cost.backendMs / times;
  const note = `each of ${times}; ${ofSource({ cpuMs: cost.cpuMs / times, bytes: cost.bytes / times })}`;
  return { name: 'refresh after 0 touched tickets, CPU time', ms, runs: [ms], floor: null, target: { ms: 50 }, note };
}

interface Live {
  readonly client: PluginClient;
  readonly source: CountedSource;
  readonly owner: Client;
  readonly end: number;
}

/** Changes some of the newest tickets, and waits until panels have it: from the commit on. */
async function touching({ client, source, owner, end }: Live, tickets: number, newest: number, category: string): Promise<RefreshCost> {
  await rested(client);
  const { generation, refreshes: earlier } = await statusOf(client);
  await owner.query(
    `UPDATE ticket SET category = $1, updated_at = now() WHERE ticket_id IN (
       SELECT ticket_id FROM (SELECT ticket_id FROM ticket ORDER BY created_at DESC LIMIT $3) t ORDER BY md5(ticket_id || $1) LIMIT $2)`,
    [category, tickets, newest]
  );
  const before = costsNow(client, source);
  let readAt: number | null = null;
  for (let status = await statusOf(client); status.generation === generation; status = await statusOf(client)) {
    readAt ??= status.progress?.step.startsWith('deriving') ? performance.now() : null;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const cost = since(before, costsNow(client, source));
  const derivedMs = readAt === null ? NaN : performance.now() - readAt;
  const { refreshes } = await statusOf(client);
  const json = {
    metric: 'opened',
    view: 'totals',
    include: ['spam', 'deleted', 'merged', 'test', 'imported'],
    filters: [{ field: 'category', values: [category] }],
  };
  const answers = await client.query([{ refId: 'A', json, fromMs: 0, toMs: end + 86_400_000 }]);
  const values = answers.get('A')?.frames.flatMap(({ fields }) => fields.flatMap((field) => field.values)) ?? [];
  if (!values.includes(tickets)) {
    throw new Error(`Panels show ${JSON.stringify(values)} of ${tickets} changed tickets: ${answers.get('A')?.error ?? ''}`);
  }
  return { ...cost, derivedMs, inPlaceMs: refreshes.increment.durationMs - earlier.increment.durationMs };
}

function refreshed({ tickets, of: among, target }: (typeof TOUCHED)[number], costs: readonly RefreshCost[], load: Cost, isWhole: boolean): Figure[] {
  const name = `refresh after ${tickets.toLocaleString('en')} touched tickets of ${among}`;
  const of = (key: keyof RefreshCost) => costs.map((cost) => cost[key]);
  return [
    {
      name: `${name}, CPU time`,
      ms: median(of('backendMs')),
      runs: of('backendMs'),
      floor: { what: 'the first load from PostgreSQL, CPU time', ms: load.backendMs },
      target,
      note: `${isWhole ? 'all facts derived, as a twentieth of the tickets is touched by then; ' : ''}${ofSource({ cpuMs: median(of('cpuMs')), bytes: median(of('bytes')) })}`,
    },
    {
      name: `${name}, read, derived and in place`,
      ms: median(of('inPlaceMs')),
      runs: of('inPlaceMs'),
      floor: { what: 'the first load from PostgreSQL', ms: load.ms },
      target: null,
      note: 'by the clock',
    },
    {
      name: `${name}, derived and in place`,
      ms: median(of('derivedMs')),
      runs: of('derivedMs'),
      floor: { what: 'the first load from PostgreSQL', ms: load.ms },
      target,
      note: 'by the clock, once what changed was read',
    },
    {
      name: `${name}, from the commit to panels`,
      ms: median(of('ms')),
      runs: of('ms'),
      floor: null,
      target: tickets === 1_000 ? { ms: 2_000 } : null,
      note: 'at an interval of a second',
    },
  ];
}
