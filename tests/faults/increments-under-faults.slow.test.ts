import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';

import type { ClientSettings, PluginClient } from '../../tools/door/client';
import { makePostgres } from '../../demo/make';
import { planOf } from '../../demo/plan';
import { type Built, openBuilt } from '../built';
import { answersFrom, ask } from '../laid-over/live-answers';
import { describeWithPostgres } from '../servers/describe-with-postgres';
import { until } from '../until';
import { settingsOf } from './desk';
import { deskOf } from './in-postgres';
import { FAULTS, type Hands, TABLES } from './kinds-of-fault';
import { MARK_COLUMNS, MARKS, type RandomEdit, randomEdits, statementsOf } from './random-desk';
import { type TrippingProxy, trippingProxy } from './tripping-proxy';

jest.setTimeout(600_000);

const RUNS = Number(process.env.FAULT_RUNS ?? 6);
// prlimit is Linux’s
const KINDS = process.env.FAULT_KINDS?.split(',') ?? Object.keys(FAULTS).filter((kind) => kind !== 'disk full' || process.platform === 'linux');

interface Status {
  readonly phase: string;
  readonly checkedAt: number;
  readonly lastError: string | null;
  readonly failures: readonly unknown[];
}

interface Round {
  readonly edits: readonly RandomEdit[];
  readonly more: ReadonlyArray<readonly RandomEdit[]>;
  readonly kind: string;
  readonly table: string;
  /** After how many thousandths of what a short increment reads the fault begins. */
  readonly moment: number;
}

const rounds: fc.Arbitrary<Round> = fc.record({
  edits: randomEdits,
  more: fc.array(randomEdits, { minLength: 3, maxLength: 3 }),
  kind: fc.constantFrom(...KINDS),
  table: fc.constantFrom(...TABLES),
  moment: fc.noBias(fc.nat({ max: 1_500 })),
});

describeWithPostgres('increments from a PostgreSQL while faults happen', (server) => {
  let built: Built;
  let client: PluginClient;
  let proxy: TrippingProxy;
  let live: ClientSettings;
  let fromMs: number;
  /** How many marks were committed, and how many of them were seen. */
  let committed = 0;
  let seen = 0;
  let sources = 0;

  const settings = (uid: string, more: object, source: object = {}) =>
    settingsOf(deskOf(server()), built, uid, { defaultCalendar: 'amsterdam', ...more }, source);
  const status = async (of = live) => (await client.resource('status', 'GET', undefined, { settings: of })).body as Status;
  const as: Hands['as'] = async (work) => {
    const owner = new Client({ connectionString: server().url });
    owner.on('error', () => undefined);
    await owner.connect();
    try {
      return await work(async (sql) => void (await owner.query(sql)));
    } finally {
      await owner.end().catch(() => undefined);
    }
  };
  /** Commits edits and the next mark; or leaves the commit to a transaction that there is. */
  const edit = async (edits: readonly RandomEdit[], within?: (sql: string) => Promise<void>): Promise<void> => {
    committed++;
    const all = async (run: (sql: string) => Promise<void>) => {
      for (const statement of statementsOf(edits, committed)) {
        await run(statement);
      }
    };
    await (within
      ? all(within)
      : as(async (run) => {
          await run('BEGIN');
          await all(run);
          await run('COMMIT');
        }));
  };
  /** A panel: an error in words, or the marks of one state, none older than was seen before. */
  const look = async (): Promise<void> => {
    const [answer] = await ask(client, live, Date.now() + 3_600_000, [{ ...MARKS, fromMs }]);
    if (answer?.error) {
      throw new Error(`A panel shows: ${answer.error}`);
    }
    const columns = new Map(answer?.frames[0]?.fields.map(({ name, values }) => [name, values]));
    const marks = MARK_COLUMNS.map((column) => (columns.get(column) ?? []).reduce<number>((sum, value) => sum + Number(value), 0));
    expect({ marks, seen, committed }).toEqual({ marks: marks.map(() => marks[0]), seen: Math.min(seen, marks[0]), committed: Math.max(committed, marks[0]) });
    seen = marks[0];
  };

  beforeAll(async () => {
    built = openBuilt();
    await makePostgres({ url: server().url, schema: 'public', replace: true }, planOf({ tickets: 300, seed: 5, months: 2, end: Date.now() }), () => undefined);
    fromMs = Date.now();
    await as((run) => run(`DELETE FROM ticket WHERE created_at > now() - interval '1 minute'`));
    await edit([]);
    proxy = await trippingProxy(server().port);
    live = settings(
      'live',
      { store: { directory: join(built.folder, 'stores'), memoryLimit: '256MB', threads: 1, sweepInterval: '4s' } },
      { port: proxy.port }
    );
    client = await built.start(live);
    await until(async () => (await status()).phase === 'ready', 'the load', 60_000);
    await look();
  });
  afterAll(async () => {
    await built.close();
    await proxy.close();
  });

  const play = async ({ edits, more, kind, table, moment }: Round): Promise<void> => {
    const failed = (await status()).failures.length;
    const isFailing = async () => (await status()).failures.length > failed;
    let left = 0;
    await edit(edits);
    let ending: Promise<void> | null = null;
    const hands = (cut: () => void): Hands => ({
      server: server(),
      as,
      edit: (run) => edit(more[left++ % more.length], run),
      // what the fault met may have been read already
      noticed: () => until(isFailing, 'it', 3_000).catch(() => undefined),
      cut,
      limit: (bytes) => void execFileSync('prlimit', ['--pid', String(client.pid), `--fsize=${bytes ?? 'unlimited'}:unlimited`]),
    });
    for (let bytes = Math.ceil((moment / 1_000) * proxy.fewestBytes); ending === null; bytes = Math.floor(bytes / 2)) {
      proxy.arm(bytes, async (cut) => {
        const end = await FAULTS[kind](hands(cut), table);
        ending = end();
        ending.catch(() => undefined);
      });
      await until(
        async () => {
          await look();
          return ending !== null;
        },
        'the fault',
        4_000
      ).catch((error: Error) => {
        if (!/the fault did not/.test(error.message) || bytes === 0) {
          throw error;
        }
      });
      proxy.disarm();
    }
    let isOver = false;
    void (ending as Promise<void>).finally(() => (isOver = true)).catch(() => undefined);
    await until(
      async () => {
        await look();
        return isOver;
      },
      'the end of the fault',
      30_000
    );
    await ending;
    const ended = Date.now();
    const toMs = ended + 1_000;
    await until(
      async () => {
        await look();
        const { phase, lastError, checkedAt } = await status();
        return phase === 'ready' && lastError === null && checkedAt > ended && seen === committed;
      },
      `all seen (${committed})`,
      30_000
    ).catch(async (error: Error) => {
      throw new Error(`${error.message}: seen ${seen}, ${JSON.stringify(await status()).slice(0, 1_000)}`);
    });
    const anew = settings(`anew-${++sources}`, { refreshInterval: '1h' });
    await until(async () => (await status(anew)).phase === 'ready', 'the load anew', 60_000);
    const theirs = await answersFrom(client, anew, toMs);
    expect(theirs.filter((answer) => answer.status !== 200 || answer.frames?.length === 0)).toEqual([]);
    let mine: typeof theirs = [];
    // deletions are found by the next sweep
    await until(
      async () => {
        mine = await answersFrom(client, live, toMs);
        return isDeepStrictEqual(mine, theirs);
      },
      'the same',
      15_000
    ).catch(() => undefined);
    expect(mine).toStrictEqual(theirs);
    if (process.env.FAULT_LOG) {
      process.stderr.write(
        `${kind} ${table} ${moment} of ${proxy.fewestBytes} ${Date.now() - ended} ms after, failures ${(await status()).failures.length - failed}\n`
      );
    }
  };

  it('answer one state at a time, and after it as one that loads anew', async () => {
    await fc.assert(fc.asyncProperty(rounds, play), {
      numRuns: RUNS,
      endOnFailure: true,
      ...(process.env.FAULT_SEED ? { seed: Number(process.env.FAULT_SEED) } : {}),
    });
  });
});
