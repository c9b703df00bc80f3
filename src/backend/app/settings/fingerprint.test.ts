import { parseSettings, type Settings } from '../../../shared/settings';
import { fingerprintOf, readFingerprintOf } from './fingerprint';

const OWNER = { orgId: 1, uid: 'desk', id: 1 };
const SETTINGS = parseSettings({ source: { type: 'files', path: 'desk' } });

/** Another value of each setting, whether facts are derived anew for it, and whether rows are read anew. */
const OTHERS: { readonly [Key in keyof Settings]: readonly [value: Settings[Key], isMadeAnew: boolean, isReadAnew: boolean] } = {
  source: [{ type: 'files', layout: 'canonical', path: 'other', databaseTimeZone: 'UTC', readTimeout: '10m' }, true, true],
  calendars: [[{ id: 'nights', name: 'nights', timeZone: 'UTC', hours: [], exceptions: [] }], true, true],
  tables: [{ agent_status: { file: 'shifts.csv' } }, true, true],
  defaultCalendar: ['nights', true, false],
  unassignedIds: [['0'], true, true],
  agentCalendars: [{ ann: 'nights' }, true, false],
  slaTargets: [[{ policy: null, clock: 'close', priority: null, target: '8h', calendar: null, pauses: false }], true, false],
  pausingStatuses: [['on_hold'], true, false],
  answers: [['call'], true, false],
  newConversationAfter: ['24h', true, false],
  store: [{ directory: 'elsewhere', memoryLimit: '2GB', threads: 2, overlap: '1m', sweepInterval: '2h', reloadInterval: '2d' }, false, false],
  refreshInterval: ['1h', false, false],
  maxAge: ['2h', false, false],
  timeZone: ['Europe/Amsterdam', false, false],
  weekStart: ['sunday', false, false],
  topBox: [{ '1-5': 0.5 }, false, false],
  targets: [[{ metric: 'csat', team: null, hours: null, statistic: null, threshold: null, value: 0.85 }], false, false],
  hoursPerWorkday: [7.5, false, false],
  ticketUrl: ['https://desk.example.com/{id}', false, false],
  surveyRole: ['Admin', false, false],
  surveyInAlerts: [false, false, false],
  surveyOnPublicDashboards: [false, false, false],
};

test.each(Object.entries(OTHERS))('facts and rows are made anew for another %s: %j', (key, [value, isMadeAnew, isReadAnew]) => {
  const changed = { ...SETTINGS, [key]: value };
  expect(fingerprintOf(OWNER, changed) === fingerprintOf(OWNER, SETTINGS)).toBe(!isMadeAnew);
  expect(readFingerprintOf(OWNER, changed) === readFingerprintOf(OWNER, SETTINGS)).toBe(!isReadAnew);
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

test('rows are not read anew for other hours of a calendar of the settings', () => {
  const nights = (timeZone: string) => ({ ...SETTINGS, calendars: [{ id: 'nights', name: 'nights', timeZone, hours: [], exceptions: [] }] });
  expect(readFingerprintOf(OWNER, nights('UTC'))).toBe(readFingerprintOf(OWNER, nights('Asia/Tokyo')));
  expect(fingerprintOf(OWNER, nights('UTC'))).not.toBe(fingerprintOf(OWNER, nights('Asia/Tokyo')));
});
