import { standInLine } from './lines';
import { atOnce, inTurns, turn, turns } from './turns';

/** Work of some steps, each `ms` milliseconds long. */
function* work(steps: number, ms: number, log: string[] = [], name = ''): Generator<void, string> {
  for (let step = 0; step < steps; step++) {
    const until = performance.now() + ms;
    while (performance.now() < until) {
      // busy
    }
    log.push(name);
    yield;
  }
  return `${steps} steps`;
}

test('gives what the work returns', async () => {
  expect(await inTurns(work(3, 0))).toBe('3 steps');
  expect(atOnce(work(3, 0))).toBe('3 steps');
});

test('long work lets others work between its pieces; of two in the same round only one goes on', async () => {
  const log: string[] = [];
  let rounds = 0;
  const count = (): void => {
    rounds++;
    immediate = setImmediate(count);
  };
  let immediate = setImmediate(count);
  await Promise.all([inTurns(work(4, 10, log, 'a')), inTurns(work(4, 10, log, 'b'))]);
  clearImmediate(immediate);
  expect(log.join('')).toBe('abababab');
  expect(rounds).toBeGreaterThanOrEqual(8);
});

test('of many in one line and one in another each line goes on by turns', async () => {
  const log: string[] = [];
  const [many, one] = ['many', 'one'].map((line) => {
    const { signal } = new AbortController();
    standInLine(signal, line);
    return signal;
  });
  const all = [...Array.from({ length: 5 }, () => inTurns(work(4, 10, log, 'm'), many)), inTurns(work(4, 10, log, 'o'), one)];
  await Promise.all(all);
  expect(log.join('')).toMatch(/^m?(om){4}m+$/);
});

test('stops when nobody waits any more', async () => {
  const controller = new AbortController();
  const log: string[] = [];
  const running = inTurns(work(1000, 10, log, 'a'), controller.signal);
  await turn();
  await turn();
  controller.abort(new Error('left'));
  await expect(running).rejects.toThrow('left');
  expect(log.length).toBeLessThan(10);
});

test('a loop pauses only when its slice is used up', async () => {
  const pause = turns();
  let others = 0;
  const immediate = setImmediate(() => others++);
  await pause();
  expect(others).toBe(0);
  atOnce(work(1, 10));
  await pause();
  expect(others).toBe(1);
  clearImmediate(immediate);
});
