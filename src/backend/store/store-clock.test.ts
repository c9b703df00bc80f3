import { until } from '../../../tests/until';
import { fakeSource, ownStores } from './store.fixture';

jest.setTimeout(30_000);

const DAY = 86_400_000;
const stores = ownStores();

/** A clock that can be put elsewhere. */
function jumping(): { ahead: number; readonly now: () => number } {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  return clock;
}

it('a clock that is put forward finds the data old, and the helpdesk is read anew within seconds: an hour need not pass first', async () => {
  const [clock, source] = [jumping(), fakeSource()];
  const store = await stores.started(source, { now: clock.now, settings: { refreshIntervalMs: 3_600_000 } });
  source.tickets = 12;
  clock.ahead = DAY;
  await until(() => store.state().tableRows.ticket === 12, 'a refresh', 15_000);
  expect(store.state().loadedAt).toBeGreaterThan(Date.now() + DAY / 2);
  expect(source.loads).toBe(2);
});

it('a clock that is put back goes on refreshing at its pace, and the data is never of the future for longer than that', async () => {
  const [clock, source] = [jumping(), fakeSource()];
  clock.ahead = DAY;
  const store = await stores.started(source, { now: clock.now, settings: { refreshIntervalMs: 200 } });
  expect(store.state().loadedAt).toBeGreaterThan(Date.now() + DAY / 2);
  clock.ahead = 0;
  source.tickets = 12;
  await until(() => store.state().tableRows.ticket === 12, 'a refresh', 15_000);
  expect(store.state().loadedAt).toBeLessThanOrEqual(Date.now());
  expect(await store.fresh(60_000, 0)).toBe(true);
});

it('data grows old by a clock that is put back while refreshes fail, and counts from when it was read', async () => {
  const [clock, source] = [jumping(), fakeSource()];
  clock.ahead = DAY;
  const store = await stores.started(source, { now: clock.now, settings: { refreshIntervalMs: 200, firstRetryMs: 100 } });
  source.fault = new Error('gone');
  await until(() => store.state().lastError !== null, 'a refresh that fails', 15_000);
  const age = () => clock.now() - (store.state().checkedAt ?? Infinity);
  const before = age();
  clock.ahead = 0;
  await until(() => age() >= 0, 'the age by the clock that counts now', 15_000);
  // not of the future, and not as new as if it were read just now; two clocks, each rounded to its milliseconds
  expect(age()).toBeGreaterThan(before - 10);
  expect(age()).toBeLessThan(60_000);
});
