import { Client } from 'pg';

import { progress } from '../scripts/lib/terminal';
import type { PluginClient } from '../tools/door/client';
import type { PostgresServer } from '../tests/servers/postgres';
import { BY_HAND } from './by-hand';
import { type Figure, median, timed } from './figures';

interface Scope {
  readonly end: number;
  readonly range: { readonly fromMs: number; readonly toMs: number };
}

/** Hand-written SQL for the same metrics on the raw tables in a real PostgreSQL, each against our panel: how many times as fast we are. */
export async function againstPostgres(client: PluginClient, server: PostgresServer, { end, range }: Scope): Promise<Figure[]> {
  const pg = new Client({ connectionString: server.url });
  try {
    await pg.connect();
    const figures: Figure[] = [];
    for (const { query, sql, isSame } of BY_HAND) {
      progress.show(`PostgreSQL: ${query.metric}`);
      const [from, to] = [new Date(range.fromMs).toISOString(), new Date(range.toMs).toISOString()];
      let rows = 0;
      const theirs = await timed(
        async () => {
          rows = (await pg.query(sql, [from, to])).rows.length;
        },
        { warmUps: 1, runs: 2 }
      );
      let turn = 0;
      const ours = await timed(async () => {
        const answers = await client.query(
          [{ refId: 'A', json: { timeZone: 'Europe/Amsterdam', asOf: end, ...query }, fromMs: range.fromMs + ++turn * 1000, toMs: range.toMs }],
          { raw: true }
        );
        const error = answers.get('A')?.error;
        if (error) {
          throw new Error(error);
        }
      });
      figures.push({
        name: `${query.metric}${query.groupBy ? ` by ${query.groupBy.join(', ')}` : ''}${query.hours === 'sla' ? ', SLA hours' : ''}`,
        ...ours,
        target: null,
        floor: { what: `hand-written SQL in PostgreSQL${isSame ? '' : ', a simpler definition'}`, ms: theirs.ms },
        note: `${(theirs.ms / ours.ms).toFixed(0)} times as fast; ${rows} rows`,
      });
    }
    progress.end();
    const ratios = figures.map(({ ms, floor }) => (floor?.ms ?? 0) / ms);
    console.log(
      `\nAgainst hand-written SQL in PostgreSQL: ${median(ratios).toFixed(0)} times as fast at the median (aim 30), ${Math.min(...ratios).toFixed(1)} times at the least (aim: none slower).`
    );
    return figures;
  } finally {
    await pg.end().catch(() => undefined);
  }
}
