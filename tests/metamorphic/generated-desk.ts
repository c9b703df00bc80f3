import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { HelpdeskQuery } from '../../src/shared/query';
import type { ClientAnswer, PluginClient } from '../../tools/door/client';
import type { Built } from '../built';
import type { Generated } from '../oracle/generate';
import { writeHelpdesk } from '../oracle/write';
import { until } from '../until';

/** A range of time, epoch milliseconds; its end is exclusive. */
export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Asks many questions of one range; answers come in their order. */
export type Ask = (queries: readonly HelpdeskQuery[], range: Range) => Promise<ClientAnswer[]>;

/** As many as one request may have. */
const MOST = 100;
let desks = 0;

/** Has the built backend load a generated helpdesk, for as long as `work` takes. */
export async function withDesk<Result>(
  { files, folder }: Built,
  client: PluginClient,
  { helpdesk, settings: own }: Generated,
  work: (ask: Ask) => Promise<Result>
): Promise<Result> {
  const name = `desk-${++desks}`;
  mkdirSync(join(folder, name));
  await writeHelpdesk(helpdesk, join(folder, name));
  const settings = files(name, { defaultCalendar: own.defaultCalendar ?? undefined, store: { memoryLimit: '256MB', threads: 1 } });
  const status = async () => (await client.resource('status', 'GET', undefined, { settings })).body as { phase: string; lastError: string };
  try {
    await until(async () => {
      const { phase, lastError } = await status();
      if (phase === 'failed') {
        throw new Error(`The helpdesk was not loaded: ${lastError}`);
      }
      return phase === 'ready';
    }, 'the load of a generated helpdesk');
    return await work(async (queries, range) => {
      const answers: ClientAnswer[] = [];
      for (let at = 0; at < queries.length; at += MOST) {
        const part = queries.slice(at, at + MOST);
        const found = await client.query(
          part.map((json, i) => ({ refId: `Q${i}`, json, ...range })),
          { settings }
        );
        answers.push(...part.map((_, i) => found.get(`Q${i}`) as ClientAnswer));
      }
      return answers;
    });
  } finally {
    await rm(join(folder, name), { recursive: true });
  }
}
