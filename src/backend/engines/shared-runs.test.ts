import { SharedRuns } from './shared-runs';

/** A run that ends when told, and says whether it was stopped. */
function controlled() {
  const state = { started: 0, stopped: false, finish: (_: string) => undefined as void };
  const start = (signal: AbortSignal): Promise<string> =>
    new Promise((resolve, reject) => {
      state.started++;
      state.finish = resolve;
      signal.addEventListener('abort', () => {
        state.stopped = true;
        reject(signal.reason);
      });
    });
  return { state, start };
}

test('callers of one key share a run; the next one after it starts anew', async () => {
  const runs = new SharedRuns<string>();
  const { state, start } = controlled();
  const both = [runs.run('a', undefined, start), runs.run('a', undefined, start)];
  const other = controlled();
  const third = runs.run('b', undefined, other.start);
  state.finish('done');
  other.state.finish('other');
  expect(await Promise.all([...both, third])).toEqual(['done', 'done', 'other']);
  expect(state.started).toBe(1);
  const again = runs.run('a', undefined, start);
  expect(state.started).toBe(2);
  state.finish('again');
  expect(await again).toBe('again');
});

test('a caller that leaves does not take the others with it; the last one stops the run', async () => {
  const runs = new SharedRuns<string>();
  const { state, start } = controlled();
  const [first, second] = [new AbortController(), new AbortController()];
  const results = Promise.allSettled([runs.run('a', first.signal, start), runs.run('a', second.signal, start)]);
  first.abort(new Error('first left'));
  await new Promise(setImmediate);
  expect(state.stopped).toBe(false);
  second.abort(new Error('second left'));
  await results;
  expect(state.stopped).toBe(true);
  expect((await results).map((one) => (one.status === 'rejected' ? one.reason.message : ''))).toEqual(['first left', 'second left']);
  // one that comes while the stopped run is still dying must not join it
  const fresh = runs.run('a', undefined, start);
  expect(state.started).toBe(2);
  state.finish('fresh');
  expect(await fresh).toBe('fresh');
});

test('a failure reaches every caller, and is not kept', async () => {
  const runs = new SharedRuns<string>();
  const fail = () => Promise.reject(new Error('broken'));
  const results = await Promise.allSettled([runs.run('a', undefined, fail), runs.run('a', new AbortController().signal, fail)]);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await runs.run('a', undefined, () => Promise.resolve('fine'))).toBe('fine');
});
