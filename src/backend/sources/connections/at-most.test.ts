import { NEVER } from '../testing/target';
import { atMost } from './at-most';

/** Work that ends when it is told to. */
function held(): { readonly run: () => Promise<string>; readonly end: () => void; begun: boolean } {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const one = {
    begun: false,
    end: () => end(),
    run: async () => {
      one.begun = true;
      await ended;
      return 'done';
    },
  };
  return one;
}

it('begins so many at once, and the others in their order as places become free', async () => {
  const limited = atMost(2);
  const works = [held(), held(), held(), held()];
  const results = works.map(({ run }) => limited(NEVER, run));
  const begun = () => works.map((one) => one.begun);
  await Promise.resolve();
  expect(begun()).toEqual([true, true, false, false]);
  works[1].end();
  expect(await results[1]).toBe('done');
  await Promise.resolve();
  expect(begun()).toEqual([true, true, true, false]);
  works.forEach(({ end }) => end());
  expect(await Promise.all(results)).toEqual(['done', 'done', 'done', 'done']);
});

it('gives a place back where work fails', async () => {
  const limited = atMost(1);
  await expect(limited(NEVER, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await limited(NEVER, () => Promise.resolve('next'))).toBe('next');
});

it('leaves the line with its signal, and takes no place then', async () => {
  const limited = atMost(1);
  const [first, second, third] = [held(), held(), held()];
  const abort = new AbortController();
  const running = limited(NEVER, first.run);
  const left = limited(abort.signal, second.run);
  const waits = limited(NEVER, third.run);
  abort.abort(new Error('enough'));
  await expect(left).rejects.toThrow('enough');
  await expect(limited(abort.signal, second.run)).rejects.toThrow('enough');
  first.end();
  third.end();
  expect([await running, await waits, second.begun]).toEqual(['done', 'done', false]);
});
