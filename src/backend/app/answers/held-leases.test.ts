import { until } from '../../../../tests/until';
import { fakeSource, ownStores } from '../../store/store.fixture';
import { HeldLeases } from './held-leases';

describe('the states that the queries of one call read', () => {
  const stores = ownStores();

  it('are those of the first query, although the store goes on, until the call ends', async () => {
    const source = fakeSource();
    const store = await stores.started(source);
    const held = new HeldLeases();
    const first = held.of(store);
    source.tickets++;
    await store.refreshNow();
    expect(store.state().generation).toBeGreaterThan(first.generation);
    expect(held.of(store).generation).toBe(first.generation);
    expect(stores.files()).toContain(`facts-${first.generation}.duckdb`);
    held.release();
    expect(new HeldLeases().of(store).generation).toBe(store.state().generation);
    await until(() => !stores.files().includes(`facts-${first.generation}.duckdb`), 'the former facts to go');
  });

  it('are let go of after the store was closed, too', async () => {
    const store = await stores.started(fakeSource());
    const held = new HeldLeases();
    held.of(store);
    await store.refreshNow();
    await store.close();
    expect(() => held.release()).not.toThrow();
  });

  it('cannot be had where there is none', async () => {
    const store = await stores.open(fakeSource());
    expect(() => new HeldLeases().of(store)).toThrow('The store has no data yet.');
  });
});
