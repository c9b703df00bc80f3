import { until } from '../../../../tests/until';
import type { Parameter } from '../engine';
import { engines, FOREVER, schema } from './engines.fixture';

jest.setTimeout(20_000);

const engineOf = engines();

describe('cancelling', () => {
  test('stops a heavy statement within milliseconds', async () => {
    const engine = engineOf();
    const controller = new AbortController();
    const run = engine.run({ sql: FOREVER, parameters: [] }, { schema, signal: controller.signal });
    await until(() => engine.status().running > 0, 'running');
    expect(engine.status()).toEqual({ running: 1, waiting: 0 });
    const aborted = performance.now();
    controller.abort(new Error('cancelled'));
    await expect(run).rejects.toThrow('cancelled');
    await until(() => engine.status().running === 0, 'the end');
    expect(performance.now() - aborted).toBeLessThan(250);
  });

  test('at any moment: before, while it is prepared, while it runs', async () => {
    const engine = engineOf();
    for (const delay of [0, 0.2, 0.5, 1, 2, 5]) {
      const controller = new AbortController();
      const run = engine.run({ sql: FOREVER, parameters: [] }, { schema, signal: controller.signal });
      const cut = async (): Promise<void> => {
        const until = performance.now() + delay;
        while (performance.now() < until) {
          await new Promise(setImmediate);
        }
        controller.abort(new Error('cancelled'));
      };
      const [result] = await Promise.allSettled([run, cut()]);
      expect(result).toMatchObject({ status: 'rejected', reason: { message: 'cancelled' } });
    }
    await engine.close();
    expect(engine.status()).toEqual({ running: 0, waiting: 0 });
  });

  test('an aborted signal runs nothing', async () => {
    await expect(engineOf().run({ sql: 'SELECT 1', parameters: [] }, { schema, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });

  test('identical statements share one execution; one caller leaving does not end it', async () => {
    const engine = engineOf();
    const statement = { sql: 'SELECT count(*) AS n FROM range(6000) a, range(6000) b WHERE (a.range * b.range) % 7 = $1', parameters: [3] };
    const impatient = new AbortController();
    const runs = [
      engine.run(statement, { schema, signal: impatient.signal }),
      engine.run(statement, { schema }),
      engine.run({ ...statement, parameters: [3] }, { schema, signal: new AbortController().signal }),
    ];
    await until(() => engine.status().running > 0, 'running');
    expect(engine.status().running).toBe(1);
    impatient.abort(new Error('left'));
    await expect(runs[0]).rejects.toThrow('left');
    const [second, third] = await Promise.all([runs[1], runs[2]]);
    expect(second).toBe(third);
    expect(second.rows).toBe(1);
  });

  test('other values, other types, other limits: other executions', async () => {
    const engine = engineOf({ concurrency: 8 });
    const run = (parameter: Parameter, rowLimit?: number) => engine.run({ sql: 'SELECT typeof($1) AS t', parameters: [parameter] }, { schema, rowLimit });
    const tables = await Promise.all([run(1), run('1'), run(true), run(null), run(1, 10), run(NaN)]);
    expect(new Set(tables).size).toBe(6);
  });

  test('a statement waits for its turn and says how long; one that waits can be cancelled', async () => {
    const engine = engineOf({ concurrency: 1 });
    const heavy = new AbortController();
    const first = engine.run({ sql: FOREVER, parameters: [] }, { schema, signal: heavy.signal });
    const impatient = new AbortController();
    const second = engine.run({ sql: 'SELECT 2', parameters: [] }, { schema, signal: impatient.signal });
    let waited = 0;
    const third = engine.run(
      { sql: 'SELECT 3', parameters: [] },
      {
        schema,
        onQueueMs: (milliseconds) => {
          waited = milliseconds;
        },
      }
    );
    await until(() => engine.status().running > 0, 'running');
    expect(engine.status()).toEqual({ running: 1, waiting: 2 });
    // the clock goes on by as much as the statement has to have waited
    const now = performance.now.bind(performance);
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + 60);
    impatient.abort(new Error('left'));
    await expect(second).rejects.toThrow('left');
    heavy.abort(new Error('cancelled'));
    await expect(first).rejects.toThrow('cancelled');
    expect((await third).rows).toBe(1);
    expect(waited).toBeGreaterThan(50);
    clock.mockRestore();
  });

  test('closing interrupts what runs, ends what waits, and refuses what comes', async () => {
    const engine = engineOf({ concurrency: 1 });
    const runs = Promise.allSettled([engine.run({ sql: FOREVER, parameters: [] }, { schema }), engine.run({ sql: 'SELECT 1', parameters: [] }, { schema })]);
    await until(() => engine.status().running > 0, 'running');
    await engine.close();
    expect((await runs).map((one) => (one.status === 'rejected' ? one.reason.kind : 'fulfilled'))).toEqual(['closed', 'closed']);
    await expect(engine.run({ sql: 'SELECT 1', parameters: [] }, { schema })).rejects.toMatchObject({ kind: 'closed' });
  });

  test('where too many wait, the next is refused; one that waits already is shared all the same', async () => {
    const engine = engineOf({ concurrency: 1, mostWaiting: 1 });
    const heavy = new AbortController();
    const first = engine.run({ sql: FOREVER, parameters: [] }, { schema, signal: heavy.signal });
    const second = engine.run({ sql: 'SELECT 2', parameters: [] }, { schema });
    const same = engine.run({ sql: 'SELECT 2', parameters: [] }, { schema });
    await expect(engine.run({ sql: 'SELECT 3', parameters: [] }, { schema })).rejects.toMatchObject({ kind: 'busy' });
    heavy.abort(new Error('cancelled'));
    await expect(first).rejects.toThrow('cancelled');
    expect([(await second).rows, (await same).rows]).toEqual([1, 1]);
    expect((await engine.run({ sql: 'SELECT 3', parameters: [] }, { schema })).rows).toBe(1);
  });

  test('one failing does not fail the others', async () => {
    const engine = engineOf({ concurrency: 2 });
    const results = await Promise.allSettled(['SELECT 1', 'SELECT x', 'SELECT 3'].map((sql) => engine.run({ sql, parameters: [] }, { schema })));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
