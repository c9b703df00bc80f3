import type { RunOptions } from '../../engines/engine';
import type { Table } from '../../engines/table';
import type { StoreLease } from '../../store/store';
import type { Caller } from '../access/caller';
import { health } from '../health';
import type { Instance } from '../instance';
import { settingsMisnomers } from './misnomers';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const NOTHING: Table = { rows: 0, truncated: false, columns: [] };
const lease = { schema: 'g1.main', generation: 1, meta: { tableRows: {}, spans: {}, loadedAt: 0 }, release: () => undefined } as unknown as StoreLease;

/** An instance whose settings name a calendar that is not there, and whose engine runs each statement as given. */
function instance(run: (options: RunOptions) => Promise<Table>): Instance {
  return {
    settings: { defaultCalendar: 'nights', agentCalendars: {}, slaTargets: [], targets: [], topBox: {}, maxAge: '1h', refreshInterval: '10m' },
    source: { inspect: async () => [] },
    store: { ready: async () => true, lease: () => lease, state: () => ({ phase: 'ready', remarks: [] }) },
    engine: { run: (_: unknown, options: RunOptions) => run(options) },
  } as unknown as Instance;
}

test('whoever waits for a read gets it, also where the one for whom it began leaves', async () => {
  const leaving = new AbortController();
  let isFinished = false;
  let finish: () => void = () => {
    isFinished = true;
  };
  const one = instance(({ signal }) =>
    isFinished
      ? Promise.resolve(NOTHING)
      : new Promise((resolve, reject) => {
          const before = finish;
          finish = () => {
            before();
            resolve(NOTHING);
          };
          signal?.addEventListener('abort', () => reject(signal.reason));
        })
  );
  const asked = [leaving, new AbortController()].map(({ signal }) => health(one, ADMIN, 0, signal));
  const settled = Promise.allSettled(asked);
  await new Promise(setImmediate);
  leaving.abort();
  finish();
  expect((await settled)[1]).toMatchObject({ status: 'fulfilled', value: { ok: false, message: expect.stringContaining('names the calendar "nights"') } });
});

test('what could not be read is read again', async () => {
  let isBusy = true;
  const one = instance(async () => {
    if (isBusy) {
      throw new Error('busy');
    }
    return NOTHING;
  });
  await expect(settingsMisnomers(one, lease)).rejects.toThrow('busy');
  isBusy = false;
  expect(await settingsMisnomers(one, lease)).toHaveLength(1);
});
