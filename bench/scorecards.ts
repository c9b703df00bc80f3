import { COLUMNS } from '../dashboards/src/boards/agents';
import { cpuOf } from '../scripts/lib/memory';
import { progress } from '../scripts/lib/terminal';
import { DAY } from '../src/backend/calendar/units';
import type { HelpdeskQuery } from '../src/shared/query';
import { columnQuery, columnsOf } from '../src/shared/query/scorecard';
import { ask } from './ask';
import { type Figure, median } from './figures';
import { withManyAgents } from './many-agents';
import { startOver } from './start-over';

/** As the dashboard of agents asks it. */
const CARD: HelpdeskQuery = {
  kind: 'scorecard',
  metric: '',
  metrics: COLUMNS.map(({ hours: _, ...column }) => column),
  groupBy: ['owner'],
  filters: [{ field: 'owner', op: 'is_not_empty' }],
};

const RUNS = 7;

/** The scorecard of five hundred agents over a year, against its metrics asked apart, one after another: by the clock, and in CPU time of the backend. */
export async function scorecards(folder: string, directory: string, { end, memory }: { readonly end: number; readonly memory: string }): Promise<Figure[]> {
  progress.show('Making helpdesk of 546 agents');
  const [many, store] = [`${folder}-agents`, `${directory}-agents`];
  await withManyAgents(folder, many);
  const client = await startOver(many, store, memory);
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
