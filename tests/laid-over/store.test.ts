import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { deriveDelta } from '../../src/backend/store/facts/delta/derive-delta';
import { deriveFacts } from '../../src/backend/store/facts/derive';
import { openStore, type Store, type StoreLease } from '../../src/backend/store/store';
import { ERAS, helpdesks } from '../oracle/generate';
import { type Answers, answersOf } from './answers';
import { type ComparedSource, comparedSource } from './compared-source';
import { edited, edits } from './edits';
import type { How } from './facts';
import { settingsOf } from './settings';

const DAY = 86_400_000;
const [era] = ERAS;
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The same every time: whatever is drawn is drawn in laid-over.test.ts. */
const one = <Thing>(drawn: fc.Arbitrary<Thing>, seed: number): Thing => fc.sample(drawn, { seed, numRuns: 1 })[0];
const { helpdesk } = one(
  helpdesks(era).filter((drawn) => drawn.helpdesk.ticket.length > 15),
  1
);
const donor = one(helpdesks(era), 2).helpdesk;
const steps = one(fc.array(edits, { minLength: 3, maxLength: 3 }), 3);

const how: How = { ...one(settingsOf(era), 4), nowMs: era.anchor + 3 * DAY };
const others: How = { ...one(settingsOf(era), 5), nowMs: how.nowMs };
const asking = {
  part: 1,
  picks: [1, 5, 2, 7, 3, 11, 4],
  context: {
    fromMs: era.anchor - 30 * DAY,
    toMs: era.anchor + 30 * DAY,
    nowMs: era.anchor + 3 * DAY,
    timeZone: era.zone,
    weekStart: 'monday',
    topBox: {},
    defaultCalendar: null,
    alert: false,
  },
} as const;

describe('a store whose helpdesk tells what changed', () => {
  let dir: string;
  let source: ComparedSource;
  const stores: Store[] = [];

  const open = async (uid = 'own', settings: How = how): Promise<Store> => {
    const store = await openStore({
      dir: join(dir, 'stores'),
      owner: { orgId: 1, uid, id: 1 },
      source,
      derive: (connection, schemas, signal) => deriveFacts(connection, { ...settings, ...schemas, nowMs: how.nowMs }, signal, () => undefined),
      layOver: (connection, places, signal) => deriveDelta(connection, { ...settings, ...places, nowMs: how.nowMs }, signal),
      fingerprint: settings === how ? 'f' : 'g',
      readFingerprint: 'f',
      logger: silent,
      settings: { refreshIntervalMs: 3_600_000, memoryLimit: '256MB', threads: 1, maxTempSize: '1GB', readable: [join(dir, 'helpdesk')] },
    });
    stores.push(store);
    store.start();
    expect([await store.ready(60_000), store.state().lastError]).toEqual([true, null]);
    return store;
  };
  const answers = async (store: Store, { schema }: StoreLease): Promise<Answers> => {
    const connection = await store.connections.connect();
    try {
      return await answersOf(connection, schema, asking);
    } finally {
      store.connections.disconnect(connection);
    }
  };
  /** What a store answers now, and whether that is laid over other facts. */
  const read = async (store: Store) => {
    const lease = store.lease();
    try {
      return { answers: await answers(store, lease), isLaidOver: lease.meta.over !== undefined };
    } finally {
      lease.release();
    }
  };
  /** How many rows of a canonical table and of calendars a store says to have. */
  const counts = (store: Store) => [store.state().tableRows.ticket, store.state().tableRows.dim_calendar];
  const refreshed = async (store: Store) => {
    await store.refreshNow();
    expect(store.state().lastError).toBeNull();
  };

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'laid-over-store-'));
    mkdirSync(join(dir, 'helpdesk'));
    source = comparedSource(helpdesk, join(dir, 'helpdesk'));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    rmSync(dir, { recursive: true });
  });

  it('answers after each refresh, and after a restart, as one that has loaded all; whoever reads meanwhile reads on in one state', async () => {
    const store = await open();
    const held = store.lease();
    const before = await answers(store, held);
    for (const [i, list] of steps.entries()) {
      source.helpdesk = edited(source.helpdesk, donor, list, i);
      await refreshed(store);
    }
    const whole = await open('other');
    const expected = (await read(whole)).answers;
    expect(await read(store)).toEqual({ answers: expected, isLaidOver: true });
    expect(counts(store)).toEqual(counts(whole));
    expect(await answers(store, held)).toEqual(before);
    expect(before).not.toEqual(expected);
    held.release();
    await store.close();

    const again = await open();
    // what was laid over was in memory: it is derived again from the rows that were kept
    await refreshed(again);
    expect(await read(again)).toEqual({ answers: expected, isLaidOver: true });
    await again.close();

    // by other settings all facts are derived from the same rows, over which edits are laid again
    const { loads } = source;
    const other = await open('own', others);
    expect(source.loads).toBe(loads);
    source.helpdesk = edited(source.helpdesk, donor, steps[0], steps.length);
    await refreshed(other);
    const otherWhole = (await read(await open('third', others))).answers;
    expect(await read(other)).toEqual({ answers: otherWhole, isLaidOver: true });
    expect(otherWhole).not.toEqual(expected);
  }, 240_000);
});
