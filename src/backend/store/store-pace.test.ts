import { Pace } from './load/pace';
import type { Store } from './store';
import { until } from '../../../tests/until';
import { fakeSource, type openTestStore, type OwnStores, ownStores } from './store.fixture';

jest.setTimeout(20_000);

const stores = ownStores();

async function open(...args: Parameters<OwnStores['open']>): Promise<Store> {
  const store = await stores.open(...args);
  store.start();
  return store;
}

describe('the pace', () => {
  const pace = () => new Pace({ refreshIntervalMs: 600_000, firstRetryMs: 5_000, longestRetryMs: 300_000 });

  test('one who asks too early waits until loading takes no more than half of the time; one who asks later does not', () => {
    const one = pace();
    expect([one.nextAt, one.isDue(0)]).toEqual([null, true]);
    one.loaded({ loadedAt: 1_000_000, durationMs: 60_000 }, 1_060_000);
    expect([one.nextAt, one.isDue(1_060_000)]).toEqual([1_600_000, false]);
    one.asked(1_070_000);
    expect([one.nextAt, one.isDue(1_119_999), one.isDue(1_120_000)]).toEqual([1_120_000, false, true]);
    one.loaded({ loadedAt: 1_120_000, durationMs: 60_000 }, 1_180_000);
    one.asked(1_300_000);
    expect(one.nextAt).toBe(1_300_000);
  });

  test('one who asks never puts a load off', () => {
    const one = pace();
    one.asked(5);
    expect(one.nextAt).toBeNull();
    one.failed(1_000_000, 1_000);
    expect(one.nextAt).toBe(1_005_000);
    one.asked(1_000_000);
    expect(one.nextAt).toBe(1_001_000);
    one.asked(1_002_000);
    expect(one.nextAt).toBe(1_001_000);
  });

  test('a clock that is put back puts no load off for as long', () => {
    const one = pace();
    one.loaded({ loadedAt: 9_000_000, durationMs: 60_000 }, 9_060_000);
    expect(one.wait(9_100_000)).toBe(500_000);
    expect([one.wait(2_100_000), one.isDue(2_100_000), one.isDue(2_600_000)]).toEqual([500_000, false, true]);
    one.loaded({ loadedAt: 9_000_000, durationMs: 60_000 }, 9_060_000);
    one.asked(1_060_000);
    expect(one.wait(1_060_000)).toBe(60_000);
  });

  test('a clock that was ahead, or a load that failed late, changes nothing in that', () => {
    const one = pace();
    one.loaded({ loadedAt: 9_000_000, durationMs: 60_000 }, 1_000_000);
    expect(one.nextAt).toBe(1_600_000);
    one.failed(2_000_000, 60_000);
    one.asked(2_000_000);
    expect(one.nextAt).toBe(2_060_000);
  });

  test('facts that are lost are loaded at once', () => {
    const one = pace();
    one.loaded({ loadedAt: 1_000_000, durationMs: 60_000 }, 1_060_000);
    one.hurry(1_061_000);
    expect(one.isDue(1_061_000)).toBe(true);
  });
});

test('however often and by how many a refresh is asked for, loading takes no more than half of the time', async () => {
  const source = fakeSource({ pauseMs: 150 });
  const store = await open(source);
  expect(await store.ready(8_000)).toBe(true);
  const began: number[] = [];
  let loads = source.loads;
  const ask = () => {
    void store.refreshNow();
    const { nextRefreshAt, refreshing } = store.state();
    expect(nextRefreshAt).not.toBeNull();
    // it says when: within the time that the last load took, not in an hour
    expect(refreshing || nextRefreshAt! - Date.now() < 5_000).toBe(true);
    if (source.loads > loads) {
      loads = source.loads;
      began.push(Date.now());
    }
    return began.length === 4;
  };
  await until(ask, 'the fourth load', 10_000);
  const pauses = began.slice(1).map((at, i) => at - began[i]);
  expect(pauses).toHaveLength(3);
  pauses.forEach((pause) => expect(pause).toBeGreaterThanOrEqual(290));
});

test('all who ask for the next load wait for it as one', async () => {
  const store = await open(fakeSource());
  expect(await store.ready(8_000)).toBe(true);
  const asked = store.refreshNow();
  expect(store.refreshNow()).toBe(asked);
  await asked;
  const again = store.refreshNow();
  expect(again).not.toBe(asked);
  await again;
});

test('a refresh that is asked for before the store has taken what a former process left comes all the same, a first load but once', async () => {
  const first = fakeSource();
  const store = await open(first);
  await store.refreshNow();
  await store.fresh(60_000, 8_000);
  expect([first.loads, store.state().nextRefreshAt]).toEqual([1, expect.any(Number)]);
  expect(store.state().nextRefreshAt).toBeGreaterThan(Date.now() + 3_000_000);
  await store.close();
  const again = await open(fakeSource());
  await again.refreshNow();
  expect(again.state()).toMatchObject({ lastRefresh: expect.anything() });
});

describe('waiting for fresh data', () => {
  test('ends at once where it is fresh, where no refresh is coming, and where the first load runs', async () => {
    const source = fakeSource();
    const store = await open(source);
    expect(await store.ready(8_000)).toBe(true);
    expect(await store.fresh(60_000, 8_000)).toBe(true);
    expect(await store.fresh(-1, 8_000)).toBe(true);
    await store.close();
    const slow = await open(fakeSource({ pauseMs: 60_000 }), { fingerprint: 'other' });
    expect(await slow.fresh(60_000, 8_000)).toBe(false);
    expect(slow.state().phase).toBe('loading');
  });

  test('just after a reopening is for the refresh that is due', async () => {
    await (await opened({})).close();
    const source = fakeSource({ pauseMs: 300 });
    const reopened = await open(source, { now: () => Date.now() + 7_200_000 });
    expect(await reopened.fresh(3_600_000, 8_000)).toBe(true);
    expect(reopened.state()).toMatchObject({ generation: 2 });
  });

  test('ends when the refresh fails, when time is up, and with the signal', async () => {
    await (await opened({})).close();
    const source = fakeSource({ pauseMs: 400, fault: new Error('down') });
    const store = await open(source, { now: () => Date.now() + 7_200_000, settings: { firstRetryMs: 60_000, longestRetryMs: 60_000 } });
    await until(() => store.state().refreshing);
    expect(await store.fresh(3_600_000, 10)).toBe(true);
    const controller = new AbortController();
    const aborted = store.fresh(3_600_000, 8_000, controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(aborted).rejects.toThrow('cancelled');
    expect(store.state()).toMatchObject({ refreshing: true, generation: 1 });
    expect(await store.fresh(3_600_000, 8_000)).toBe(true);
    expect(store.state()).toMatchObject({ refreshing: false, generation: 1, lastError: expect.anything() });
  });

  async function opened(change: Parameters<typeof openTestStore>[2]): Promise<Store> {
    const store = await open(fakeSource(), change);
    expect(await store.ready(8_000)).toBe(true);
    return store;
  }
});
