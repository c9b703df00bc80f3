import { parseSettings } from '../../shared/settings';
import { SourceError } from '../sources/source';
import type { StoreState } from '../store/store';
import type { Caller } from './access/caller';
import { health } from './health';
import type { Instance } from './instance';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const NONE = { times: 0, rows: 0, durationMs: 0 };
const EMPTY: StoreState = {
  phase: 'empty',
  generation: null,
  loadedAt: null,
  checkedAt: null,
  lastRefresh: null,
  refreshes: { full: NONE, increment: NONE, nothing: NONE, failed: 0 },
  progress: null,
  lastError: null,
  failures: [],
  refreshing: false,
  nextRefreshAt: null,
  tableRows: {},
  remarks: [],
  waitingForLock: false,
};

/** An instance that is not ready within any patience. */
function unready(state: Partial<StoreState>): Instance {
  return {
    settings: parseSettings({ source: { type: 'files', path: '/srv' }, calendars: [{ id: 'office', timeZone: 'UTC' }] }),
    source: { inspect: async () => [{ name: 'ticket', rows: 3, columns: ['id'] }] },
    store: { ready: async () => false, state: () => ({ ...EMPTY, ...state }) },
  } as unknown as Instance;
}

it.each<[string, Partial<StoreState>, boolean, RegExp]>([
  [
    'loads',
    { phase: 'loading', progress: { step: 'reading ticket', done: 1200, total: null } },
    true,
    /^Connected, and not loaded yet: panels stay empty until then\. The first load of the helpdesk is running: reading ticket, 1,200 rows\. Try again in a moment\. \d+ reports will have no data: .*\(needs survey\)/,
  ],
  ['is about to load', {}, true, /^Connected, and not loaded yet: .*about to start/],
  ['waits for a lock', { waitingForLock: true }, true, /^Connected, and not loaded yet: .*Another process holds/],
  [
    'failed',
    { phase: 'failed', lastError: new SourceError('schema', 'ticket.csv has no rows.') },
    false,
    /^The helpdesk could not be read yet: ticket\.csv has no rows\.$/,
  ],
])('a helpdesk that %s is never taken for a loaded one', async (_, state, ok, message) => {
  expect(await health(unready(state), ADMIN, 0, new AbortController().signal)).toMatchObject({
    ok,
    message: expect.stringMatching(message),
    details: { tables: { ticket: { rows: 3 } } },
  });
});
