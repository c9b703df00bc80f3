import { mkdirSync, rmSync } from 'node:fs';

import { startBackend } from '../scripts/lib/backend';
import { cpuOf } from '../scripts/lib/memory';
import { progress } from '../scripts/lib/terminal';
import { DAY } from '../src/backend/calendar/units';
import type { HelpdeskQuery } from '../src/shared/query';
import { columnQuery, columnsOf } from '../src/shared/query/scorecard';
import { ask } from './ask';
import { type Figure, median } from './figures';
import { withManyAgents } from './many-agents';

/** As the dashboard of agents asks it. */
const CARD: HelpdeskQuery = {
  kind: 'scorecard',
  metric: '',
  metrics: [
    'support_volume',
    'owner_reply_count',
    { metric: 'time_to_first_response', statistic: 'median' },
    { metric: 'time_to_close', statistic: 'median' },
    { metric: 'csat', n: true },
    'sla_attainment',
    'reopen_rate',
  ],
  groupBy: ['owner'],
  filters: [{ field: 'owner', op: 'is_not_empty' }],
};

const RUNS = 7;

/** The scorecard of five hundred agents over a year, against its metrics asked apart, one after another: by the clock, and in CPU time of the backend. */
export async function scorecards(folder: string, directory: string, { end, memory }: { readonly end: number; readonly memory: string }): Promise<Figure[]> {
  progress.show('Making helpdesk of 546 agents');
  const [many, store] = [`${folder}-agents`, `${directory}-agents`];
  await withManyAgents(folder, many);
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  const client = await startBackend({
    source: { type: 'files', path: many },
    store: { directory: store, memoryLimit: memory },
    timeZone: 'Europe/Amsterdam',
    defaultCalendar: 'amsterdam',
    refreshInterval: '30d',
    maxAge: '10000d',
  });
  progress.end();
  const apart = columnsOf(CARD).map((column) => columnQuery(CARD, column));
  let turn = 0;
  const measured = async (queries: readonly HelpdeskQuery[]) => {
    // each look is at another range, so that nothing is answered from memory of the last
    const range = { fromMs: end - 365 * DAY + ++turn * 1000, toMs: end };
    const [began, cpu] = [performance.now(), cpuOf(client.pid) ?? 0];
    for (const query of queries) {
      await ask(client, [query], range);
    }
    return { ms: performance.now() - began, cpuMs: (cpuOf(client.pid) ?? 0) - cpu };
  };
  try {
    await measured([CARD]);
    await measured(apart);
    const pairs: Array<{ readonly card: Awaited<ReturnType<typeof measured>>; readonly sum: Awaited<ReturnType<typeof measured>> }> = [];
    while (pairs.length < RUNS) {
      pairs.push({ card: await measured([CARD]), sum: await measured(apart) });
    }
    const figure = (name: string, what: string, key: 'ms' | 'cpuMs'): Figure => ({
      name,
      ms: median(pairs.map(({ card }) => card[key])),
      runs: pairs.map(({ card }) => card[key]),
      floor: { what, ms: median(pairs.map(({ sum }) => sum[key])) },
      target: { ratio: 1.5 },
    });
    return [
      figure('scorecard of 546 agents over a year', 'its seven metrics asked apart, one after another', 'ms'),
      figure('scorecard, CPU time', 'the same, CPU time', 'cpuMs'),
    ];
  } finally {
    await client.stop();
  }
}
