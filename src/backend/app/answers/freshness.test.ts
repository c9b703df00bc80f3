import { SourceError } from '../../sources/source';
import { parseSettings } from '../../../shared/settings';
import type { StoreState } from '../../store/store';
import type { Caller } from '../access/caller';
import { freshnessNotices, notReady } from './freshness';

const ADMIN: Caller = { kind: 'person', role: 'Admin', alert: false };
const EDITOR: Caller = { kind: 'person', role: 'Editor', alert: false };
const RULE: Caller = { kind: 'alert_rule', role: 'None', alert: true };
const FAULT = new SourceError('schema', 'ticket.csv, row 3: "secret" is no instant.', 'Correct it.');
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

test.each<[string, Partial<StoreState>, Caller, RegExp]>([
  [
    'a load under way',
    { phase: 'loading', progress: { step: 'reading ticket', done: 1200, total: null } },
    ADMIN,
    /^The first load of the helpdesk is running: reading ticket, 1,200 rows\. Try again in a moment\.$/,
  ],
  [
    'a load under way',
    { phase: 'loading', progress: { step: 'reading ticket', done: 1200, total: null } },
    EDITOR,
    /^The first load of the helpdesk is running\. Try again in a moment\.$/,
  ],
  [
    'a load under way',
    { phase: 'loading', progress: { step: 'reading ticket', done: 1200, total: null } },
    RULE,
    /^The first load of the helpdesk is running\. Try again in a moment\.$/,
  ],
  ['a load that failed', { phase: 'failed', lastError: FAULT }, ADMIN, /^The helpdesk could not be read yet: ticket\.csv, row 3: "secret" is no instant\.$/],
  [
    'a load that failed',
    { phase: 'failed', lastError: FAULT },
    EDITOR,
    /^The helpdesk’s data could not be read: its data has a mistake\. An administrator sees more/,
  ],
])('%s, %j, said to %j', (_what, state, caller, sentence) => {
  expect(notReady({ ...EMPTY, ...state }, caller)).toMatch(sentence);
});

test.each<[Caller, RegExp]>([
  [ADMIN, /^The last refresh failed; the data is 1 second old\. ticket\.csv, row 3: "secret" is no instant\.$/],
  [EDITOR, /^The last refresh failed; the data is 1 second old\. The helpdesk’s data could not be read: its data has a mistake\. An administrator sees more/],
])('a refresh that failed, said to %j', (caller, sentence) => {
  const settings = parseSettings({ source: { type: 'files', path: '/helpdesk' } });
  expect(freshnessNotices({ ...EMPTY, phase: 'ready', loadedAt: 0, checkedAt: 0, lastError: FAULT }, settings, 1000, caller)).toEqual([
    { severity: 'warning', text: expect.stringMatching(sentence) },
  ]);
});
