import { parseSettings, type Settings } from '../../../shared/settings';
import { fingerprintOf, readFingerprintOf } from './fingerprint';

const OWNER = { orgId: 1, uid: 'desk', id: 1 };
const SETTINGS = parseSettings({ source: { type: 'files', path: 'desk' } });

/** Another value of each setting, and whether a store of the former is made anew for it. */
const OTHERS: { readonly [Key in keyof Settings]: readonly [value: Settings[Key], isMadeAnew: boolean] } = {
  source: [{ type: 'files', layout: 'canonical', path: 'other', databaseTimeZone: 'UTC', readTimeout: '10m' }, true],
  calendars: [[{ id: 'nights', name: 'nights', timeZone: 'UTC', hours: [], exceptions: [] }], true],
  tables: [{ agent_status: { file: 'shifts.csv' } }, true],
  defaultCalendar: ['nights', true],
  unassignedIds: [['0'], true],
  agentCalendars: [{ ann: 'nights' }, true],
  slaTargets: [[{ policy: null, clock: 'close', priority: null, target: '8h', calendar: null, pauses: false }], true],
  pausingStatuses: [['on_hold'], true],
  answers: [['call'], true],
  newConversationAfter: ['24h', true],
  store: [{ directory: 'elsewhere', memoryLimit: '2GB', threads: 2 }, false],
  refreshInterval: ['1h', false],
  maxAge: ['2h', false],
  timeZone: ['Europe/Amsterdam', false],
  weekStart: ['sunday', false],
  topBox: [{ '1-5': 0.5 }, false],
  hoursPerWorkday: [7.5, false],
  surveyRole: ['Admin', false],
  surveyInAlerts: [false, false],
  surveyOnPublicDashboards: [false, false],
};

test.each(Object.entries(OTHERS))('a store is made anew for another %s: %j', (key, [value, isMadeAnew]) => {
  const changed = fingerprintOf(OWNER, { ...SETTINGS, [key]: value });
  expect(changed === fingerprintOf(OWNER, SETTINGS)).toBe(!isMadeAnew);
});

test('another organization’s store of the same settings is another', () => {
  expect(fingerprintOf({ ...OWNER, orgId: 2 }, SETTINGS)).not.toBe(fingerprintOf(OWNER, SETTINGS));
});

test('another time zone of its instants is another store', () => {
  const { source } = SETTINGS;
  expect(fingerprintOf(OWNER, { ...SETTINGS, source: { ...source, databaseTimeZone: 'Asia/Tokyo' } })).not.toBe(fingerprintOf(OWNER, SETTINGS));
});

test('another layout of the same tables is another store', () => {
  const { source } = SETTINGS;
  expect(fingerprintOf(OWNER, { ...SETTINGS, source: { ...source, layout: 'chatwoot' } })).not.toBe(fingerprintOf(OWNER, SETTINGS));
});

test.each([
  ['a table from elsewhere', { tables: { agent_status: { file: 'shifts.csv' } } }, true],
  ['ids that mean nobody', { unassignedIds: ['0'] }, true],
  [
    'SLA targets, which rows do not name',
    { slaTargets: [{ policy: null, clock: 'close', priority: null, target: '8h', calendar: null, pauses: false }] },
    false,
  ],
  ['a default calendar', { defaultCalendar: 'nights' }, false],
] as const)('rows are read again for %s: %j', (_what, change, isReadAgain) => {
  const changed = readFingerprintOf(OWNER, { ...SETTINGS, ...change } as Settings);
  expect(changed === readFingerprintOf(OWNER, SETTINGS)).toBe(!isReadAgain);
});
