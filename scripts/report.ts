import { type ClientAnswer, type PluginClient } from '../tools/door/client';
import { DAY } from '../src/backend/calendar/units';
import { METRICS } from '../src/shared/catalog';
import { type Metric, TOPICS, type Topic } from '../src/shared/catalog/metric';
import { ensureDemo } from '../demo/ensure';
import { build, DEMO_FOLDER, demoSettings, startBackend } from './lib/backend';
import { inUnit, progress, sparkline, table } from './lib/terminal';

/** The topics of the suite, in the order of its menu. */
const SHOWN: readonly Topic[] = ['satisfaction', 'performance', 'replies', 'scheduling', 'sla', 'backlog'];

/** Prints every topic's reports of the last 30 days: now, the 30 days before, in SLA hours, and day by day. */
export async function report(client: PluginClient, nowMs: number): Promise<void> {
  const [from, to] = [nowMs - 30 * DAY, nowMs];
  for (const topic of SHOWN) {
    const metrics = METRICS.filter((one) => one.topic === topic);
    if (metrics.length === 0) {
      continue;
    }
    const rows = await Promise.all(metrics.map((metric) => reportRow(client, metric, from, to)));
    console.log(`\n${TOPICS[topic]} — last 30 days`);
    console.log(table(['Report', '24/7', 'SLA hours', 'n', '30 days before', 'Day by day'], rows, new Set([1, 2, 3, 4])));
  }
}

async function reportRow(client: PluginClient, metric: Metric, fromMs: number, toMs: number): Promise<string[]> {
  const query = { metric: metric.id, groupBy: [], limit: null };
  const sla = metric.hours.includes('sla');
  const [answers, before] = await Promise.all([
    client.query([
      { refId: 'now', json: { ...query, view: 'totals' }, fromMs, toMs },
      { refId: 'days', json: { ...query, view: 'over_time', frequency: 'day' }, fromMs, toMs },
      ...(sla ? [{ refId: 'sla', json: { ...query, view: 'totals', hours: 'sla' }, fromMs, toMs }] : []),
    ]),
    client.query([{ refId: 'before', json: { ...query, view: 'totals' }, fromMs: 2 * fromMs - toMs, toMs: fromMs }]),
  ]);
  const value = (answer: ClientAnswer | undefined) => {
    const field = answer?.frames[0]?.fields.find(({ type }) => type === 'number');
    return answer?.error ? answer.error : inUnit(field?.values[0] ?? null, field?.config.unit as string | undefined);
  };
  const days = answers.get('days')?.frames[0]?.fields[1]?.values ?? [];
  const n = (answers.get('now')?.frames[0]?.meta.custom?.n as number[] | undefined)?.[0] ?? 0;
  return [
    metric.label,
    value(answers.get('now')),
    sla ? value(answers.get('sla')) : '',
    n.toLocaleString('en'),
    value(before.get('before')),
    sparkline(days as Array<number | null>),
  ];
}

/** Makes the demo helpdesk where it is wanted and not there, and builds what is missing of the plugin. */
export async function prepare({ rebuild, hasDemo = true }: { readonly rebuild: boolean; readonly hasDemo?: boolean }): Promise<void> {
  if (hasDemo) {
    const { made } = await ensureDemo({ dir: DEMO_FOLDER, onProgress: (line: string) => progress.show(line) });
    progress.end();
    console.log(made ? 'Made the demo helpdesk.' : 'The demo helpdesk is there.');
  }
  progress.show('Building the plugin');
  build(rebuild);
  progress.end();
}

/** Prints the report of a running backend. */
export async function printReport(client: PluginClient): Promise<void> {
  console.log((await client.health()).message);
  await report(client, Date.now());
  console.log(`\nAsk one yourself: npm run query -- '{"metric": "time_to_close", "view": "totals", "groupBy": ["team"]}'`);
}

async function main(): Promise<void> {
  await prepare({ rebuild: false });
  const client = await startBackend(demoSettings());
  try {
    await printReport(client);
  } finally {
    await client.stop();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
