import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDemo } from '../demo/ensure';
import { build, ROOT } from '../scripts/lib/backend';
import { cpuOf, memoryOf } from '../scripts/lib/memory';
import { progress, table } from '../scripts/lib/terminal';
import type { PluginClient } from '../tools/door/client';
import { DAY } from '../src/backend/calendar/units';
import { METRICS } from '../src/shared/catalog';
import type { HelpdeskQuery } from '../src/shared/query';
import { againstPostgres } from './against-postgres';
import { ask, type Range } from './ask';
import { type Figure, HEADER, isMet, line, timed } from './figures';
import { filledPostgres } from './filled-postgres';
import { factsFile, type Floor, openFloor } from './floor';
import { loading } from './loading';
import { DASHBOARD, MEAN_AND_P90 } from './panels';
import { readingSpeed } from './reading-speed';
import { refreshing } from './refreshing';
import { scorecards } from './scorecards';
import { startOver } from './start-over';

const USAGE = `npm run bench -- [--tickets 1000000] [--files-only] [--against-postgres] [--memory 1GB] [--json]
  measures the built backend through its own gRPC door, each figure against a floor measured in the same run; refreshes over a PostgreSQL, and reading from PostgreSQL and MariaDB, unless --files-only`;

/** The end of the bench's helpdesk: the same rows in every run. */
const END = Date.parse('2026-11-01T00:00:00Z');
const TWO_YEARS = { fromMs: END - 730 * DAY, toMs: END };
const QUARTER = { fromMs: END - 90 * DAY, toMs: END };

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '1000000' },
      'against-postgres': { type: 'boolean' },
      'files-only': { type: 'boolean' },
      memory: { type: 'string', default: '1GB' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const tickets = Number(values.tickets.replaceAll('_', ''));
  if (values.help || !Number.isInteger(tickets) || tickets < 1) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const folder = join(ROOT, `.demo/bench-${tickets}`);
  await ensureDemo({ dir: folder, tickets, seed: 1, end: END, onProgress: (text) => progress.show(`Making ${tickets.toLocaleString('en')} tickets: ${text}`) });
  progress.end();
  build(false);
  const directory = join(ROOT, `.store/bench-${tickets}`);
  const began = performance.now();
  const client = await startOver(folder, directory, values.memory);
  const load = { ms: performance.now() - began, cpuMs: cpuOf(client.pid), peakMB: memoryOf(client.pid)?.most ?? null };
  let floor: Floor | null = null;
  try {
    // the backend holds its file: the floor reads a copy
    const copy = join(directory, 'floor.duckdb');
    copyFileSync(factsFile(directory), copy);
    floor = await openFloor(copy);
    const figures = [...(await loading(folder, load, client)), ...(await panels(client, floor)), ...(await everyMetric(client)), ...(await cancelling(client))];
    figures.push(...(await scorecards(folder, directory, { end: END, memory: values.memory })));
    if (!values['files-only']) {
      figures.push(...(await overPostgres(client, { tickets, memory: values.memory, isAsked: values['against-postgres'] === true }, load)));
      figures.push(...(await readingSpeed()));
    }
    const memory = { loadPeakMB: load.peakMB, peakMB: memoryOf(client.pid)?.most ?? null };
    if (values.json) {
      console.log(JSON.stringify({ tickets, memory, figures }, null, 2));
    } else {
      console.log(`\n${tickets.toLocaleString('en')} tickets, medians; each floor was measured in this run\n`);
      console.log(table(HEADER, figures.map(line), new Set([1, 2, 3])));
      console.log(
        `\nPeak resident memory of the backend, with a limit of ${values.memory}: ${memory.loadPeakMB ?? '?'} MB after the load, ${memory.peakMB ?? '?'} MB after all of it (target: under twice the limit)`
      );
    }
    await profiles(
      // a load is no statement: `npm run bench` says what it costs, a profiler of the process where that goes
      figures.filter((figure) => isMet(figure) === false && !/^first load|into canonical tables/.test(figure.name)),
      floor
    );
  } finally {
    floor?.close();
    await client.stop();
  }
}

/** What needs a PostgreSQL: refreshes, and where that is asked for panels against SQL by hand. */
async function overPostgres(
  client: PluginClient,
  { tickets, memory, isAsked }: { readonly tickets: number; readonly memory: string; readonly isAsked: boolean },
  load: { readonly cpuMs: number | null }
): Promise<Figure[]> {
  const server = await filledPostgres(tickets, END);
  try {
    return server === null
      ? []
      : [
          ...(isAsked ? await againstPostgres(client, server, { end: END, range: TWO_YEARS }) : []),
          ...(await refreshing(server, { tickets, end: END, memory }, load)),
        ];
  } finally {
    await server?.stop();
  }
}

/** Panels through the door. Each run looks at another range, so that nothing is answered from memory of the last. */
async function panels(client: PluginClient, floor: Floor): Promise<Figure[]> {
  let turn = 0;
  const moved = ({ fromMs, toMs }: Range): Range => ({ fromMs: fromMs + ++turn * 1000, toMs });
  const one = (query: HelpdeskQuery, range: Range) => timed(() => ask(client, [query], moved(range)));
  const door = await timed(() => client.resource('schema'));
  const column = await timed(() => floor.ask('SELECT avg(wait_ms) FROM first_reply_fact WHERE wait_ms >= 0'));
  const grouped = await timed(() =>
    floor.ask('SELECT team_ix, (replied_at // 604800000) AS b, avg(wait_ms), quantile_cont(wait_ms, 0.9) FROM first_reply_fact GROUP BY ALL')
  );
  const counted = await timed(() => floor.ask('SELECT (created_at // 604800000) AS b, count(*) FROM ticket_fact GROUP BY ALL'));
  const each: string[] = [
    'survey_fact',
    'survey_fact',
    'first_reply_fact',
    'first_reply_fact',
    'close_fact',
    'ticket_fact',
    'turn_fact',
    'turn_fact',
    'message_fact',
    'sla_fact',
    'open_fact',
    'flow_fact',
  ];
  const scans = await timed(() => Promise.all(each.map((fact) => floor.ask(`SELECT count(*), max(ticket_ix), max(team_ix) FROM ${fact}`))));
  const small = await timed(() => ask(client, [{ metric: 'csat', view: 'totals' }], moved({ fromMs: END - 7 * DAY, toMs: END })));
  return [
    { name: 'a small panel (CSAT, a week, one number)', ...small, floor: { what: 'the door alone (resource "schema")', ms: door.ms }, target: null },
    {
      name: 'a mean',
      ...(await one({ ...MEAN_AND_P90, statistics: ['mean'], groupBy: [] }, TWO_YEARS)),
      floor: { what: 'avg() of the column, no buckets, no filter', ms: column.ms },
      target: null,
    },
    {
      name: 'mean and p90 by week and team',
      ...(await one(MEAN_AND_P90, TWO_YEARS)),
      floor: { what: 'the same aggregates by fixed weeks in DuckDB', ms: grouped.ms },
      target: { ratio: 3 },
    },
    {
      name: 'a count by week',
      ...(await one({ metric: 'opened', view: 'over_time', frequency: 'week' }, TWO_YEARS)),
      floor: { what: 'count(*) by fixed weeks in DuckDB', ms: counted.ms },
      target: { ratio: 3 },
    },
    {
      name: 'records, 1,000 newest',
      ...(await one({ kind: 'records', metric: 'time_to_close', limit: 1000 }, TWO_YEARS)),
      floor: { what: 'avg() of a column', ms: column.ms },
      target: null,
    },
    {
      name: 'twelve panels, 90 days',
      ...(await timed(() => ask(client, DASHBOARD, moved(QUARTER)))),
      floor: { what: 'a bare scan of two columns of each panel’s fact, all rows', ms: scans.ms },
      target: { ms: 160 },
      note: 'aim 80 ms, to be within twice',
    },
    {
      name: 'twelve panels, two years',
      ...(await timed(() => ask(client, DASHBOARD, moved(TWO_YEARS)))),
      floor: { what: 'a bare scan of two columns of each panel’s fact, all rows', ms: scans.ms },
      target: { ms: 600 },
      note: 'aim 300 ms, to be within twice',
    },
  ];
}

/** Every metric as a panel has it, against the mean-and-p90 panel: none over three times that. */
async function everyMetric(client: PluginClient): Promise<Figure[]> {
  let turn = 0;
  const range = () => ({ fromMs: TWO_YEARS.fromMs + ++turn * 1000, toMs: END });
  const reference = await timed(() => ask(client, [MEAN_AND_P90], range()), { runs: 9 });
  const figures: Figure[] = [];
  for (const metric of METRICS) {
    const view = metric.views.includes('over_time') ? 'over_time' : 'totals';
    progress.show(`Asking ${metric.id}`);
    const own = await timed(() => ask(client, [{ metric: metric.id, view, ...(view === 'over_time' ? { frequency: 'week' } : {}) }], range()), { runs: 5 });
    figures.push({ name: metric.id, ...own, floor: { what: 'the mean-and-p90 panel', ms: reference.ms }, target: { ratio: 3 } });
  }
  progress.end();
  return figures;
}

/** From a cancel to the moment at which nothing runs. */
async function cancelling(client: PluginClient): Promise<Figure[]> {
  const own = await timed(
    async () => {
      const controller = new AbortController();
      const running = client
        .query([{ refId: 'A', json: { metric: 'backlog_age', frequency: 'hour', groupBy: ['ticket'], statistics: ['p90'] }, ...TWO_YEARS }], {
          raw: true,
          signal: controller.signal,
        })
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 400));
      const began = performance.now();
      controller.abort();
      await running;
      for (;;) {
        const { queries } = (await client.resource('status')).body as { queries: { running: number } };
        if (queries.running === 0) {
          return performance.now() - began;
        }
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    { warmUps: 0, runs: 3 }
  );
  const ms = own.ms - 400;
  return [{ name: 'cancel of a heavy query, until nothing runs', ms, runs: own.runs.map((run) => run - 400), floor: null, target: { ms: 100 } }];
}

/** Where the time goes in each target missed. */
async function profiles(missed: readonly Figure[], floor: Floor): Promise<void> {
  if (missed.length === 0) {
    return;
  }
  const folder = join(ROOT, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const { profileOf } = await import('./profile');
  for (const figure of missed) {
    const file = join(folder, `${figure.name.replace(/\W+/g, '-')}.txt`);
    writeFileSync(file, await profileOf(figure, floor, { ...TWO_YEARS, nowMs: END }));
    console.log(`Missed: ${figure.name}; where its time goes: ${file.slice(ROOT.length + 1)}`);
  }
}

main().catch((error: unknown) => {
  progress.end();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
