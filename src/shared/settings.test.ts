import { FILES_DEFAULTS, MYSQL_DEFAULTS, POSTGRES_DEFAULTS, SETTING_DEFAULTS, STORE_DEFAULTS } from './setting-defaults';
import { parseSettings } from './settings';

const source = { type: 'files', path: '/helpdesk' };

test.each([
  [{}, true, true],
  [{ surveyWithoutUser: false }, false, false],
  [{ surveyWithoutUser: true }, true, true],
  [{ surveyWithoutUser: false, surveyInAlerts: true }, true, false],
  [{ surveyWithoutUser: false, surveyOnPublicDashboards: true }, false, true],
  [{ surveyInAlerts: false }, false, true],
  [{ surveyWithoutUser: true, surveyOnPublicDashboards: false }, true, false],
])('who else sees surveys: %j', (written, surveyInAlerts, surveyOnPublicDashboards) => {
  expect(parseSettings({ source, ...written })).toMatchObject({ surveyInAlerts, surveyOnPublicDashboards });
});

const postgres = { type: 'postgres', host: 'db', database: 'd', user: 'u' };
test.each<[object, string]>([
  [{ source: { ...postgres, statementTimeout: '0s' } }, 'The setting "source.statementTimeout" is at least 1s and at most 1d.'],
  [{ source: { ...postgres, statementTimeout: '99999d' } }, 'The setting "source.statementTimeout" is at least 1s and at most 1d.'],
  [{ source: { ...postgres, statementTimeout: 'soon' } }, 'The setting "source.statementTimeout" is a duration such as 30s, 5m, 1h or 1d.'],
  [{ source: { ...source, readTimeout: '0m' } }, 'The setting "source.readTimeout" is at least 1s and at most 1d.'],
  [{ source: { ...postgres, user: 'u\u0000replication\u0000on' } }, 'The setting "source.user" holds a character that cannot be seen: write it anew.'],
  [{ source: { ...postgres, database: 'd\n' } }, 'The setting "source.database" holds a character that cannot be seen: write it anew.'],
  [{ source: { ...postgres, host: 'db\u0085' } }, 'The setting "source.host" holds a character that cannot be seen: write it anew.'],
  [{ source: { ...postgres, schema: '\u0007' } }, 'The setting "source.schema" holds a character that cannot be seen: write it anew.'],
  [{ source: { type: 'files', path: '/a\u0000b' } }, 'The setting "source.path" holds a character that cannot be seen: write it anew.'],
  [{ source: { ...postgres, host: '' } }, 'The setting "source.host" names a host.'],
  [{ source, refreshInterval: '0s' }, 'The setting "refreshInterval" is at least 1s and at most 365d.'],
  [{ source, maxAge: '999999999999999999999d' }, 'The setting "maxAge" is at least 0s and at most 36500d.'],
  [{ source, store: { memoryLimit: '1MB' } }, 'The setting "store.memoryLimit" is at least 64MB and at most 4000GB.'],
  [{ source, store: { memoryLimit: '99999999GB' } }, 'The setting "store.memoryLimit" is at least 64MB and at most 4000GB.'],
  [{ source, store: { directory: '/a\u0000' } }, 'The setting "store.directory" holds a character that cannot be seen: write it anew.'],
  [
    { source, answers: ['call', 'notes'] },
    'The setting "answers.1" is "notes", which is no kind of message that can count. Did you mean "note"? There are note, call, forward.',
  ],
  [
    { source, tables: { agnet_status: { file: '/shifts.csv' } } },
    'The setting "tables" has "agnet_status", which cannot come from a place of its own. Did you mean "agent_status"? There are calendar, calendar_hours,',
  ],
  [{ source, tables: { agent_status: {} } }, 'The setting "tables.agent_status" names either a file or a table, such as {"file": "/srv/planner/shifts.csv"}.'],
  [{ source, tables: { agent_status: { file: '/a.csv', table: 'a' } } }, 'The setting "tables.agent_status" names either a file or a table'],
  [{ source, newConversationAfter: 'a day' }, 'The setting "newConversationAfter" is a duration such as 30s, 5m, 1h or 1d.'],
  [{ source, newConversationAfter: '0m' }, 'The setting "newConversationAfter" is at least 1m and at most 36500d.'],
  [{ source, ticketUrl: 'desk.example.com/{id}' }, 'The setting "ticketUrl" is an address such as https://desk.example.com/tickets/{id}'],
  [{ source, ticketUrl: 'javascript:alert({id})' }, 'The setting "ticketUrl" is an address such as'],
  [{ source, ticketUrl: 'https://desk.example.com/tickets' }, 'The setting "ticketUrl" is an address such as'],
  [{ source, ticketUrl: 'https://desk.example.com/${id}' }, 'The setting "ticketUrl" is an address such as'],
  [{ source, topBox: { '1-5': 0 } }, 'The setting "topBox.1-5" is a share above 0, of which every rating is positive, and up to 1, the greatest rating alone.'],
])('refuses %j', (written, sentence) => {
  expect(() => parseSettings(written)).toThrow(sentence);
});

test.each([
  { source, maxAge: '10000d', refreshInterval: '1s' },
  { source, store: { directory: null, memoryLimit: '0.5gb' } },
  { source: { ...postgres, statementTimeout: '1d', tls: { mode: 'disable', serverName: '' } }, topBox: { '1-5': 1 } },
])('lets %j be', (written) => {
  expect(() => parseSettings(written)).not.toThrow();
});

test('a fault is told shortly, however much was written', () => {
  const said = (json: object) => {
    try {
      parseSettings({ source, ...json });
    } catch (error) {
      return error instanceof Error ? error.message : '';
    }
    return 'read';
  };
  expect(said({ ['x'.repeat(100_000)]: 1 })).toBe(`There is no setting "${'x'.repeat(100)}…".`);
  expect(said({ secureJsonData: { password: 'hunter2' } })).toBe(
    'Secrets do not belong into the settings’ JSON: type the password in its field, and leave "secureJsonData" out.'
  );
  expect(said({ source: { ...postgres, password: 'hunter2' } })).toBe(
    '"source.password" is a secret: type it in its field, or provision it as "secureJsonData.password".'
  );
  const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`unknown_setting_${i}`, 1]));
  expect(said(many)).toMatch(/^(There is no setting "unknown_setting_\d"\..*){5} And 4,995 more\.$/);
  expect(said({ calendars: Array<number>(5_000).fill(1) })).toMatch(/^(The setting "calendars\.\d" .*){5} And 4,995 more\.$/);
});

test.each<[object, string]>([
  [{ refreshIntervall: '1m' }, 'There is no setting "refreshIntervall". Did you mean "refreshInterval"?'],
  [{ source: { ...postgres, shcema: 'x' } }, 'There is no setting "source.shcema". Did you mean "schema"?'],
  [{ source: { ...postgres, tls: { mode: 'require', serverNam: 'x' } } }, 'There is no setting "source.tls.serverNam". Did you mean "serverName"?'],
  [{ source, store: { directoy: '/x' } }, 'There is no setting "store.directoy". Did you mean "directory"?'],
  [{ source, tables: { agent_status: { tabel: 'x' } } }, 'There is no setting "tables.agent_status.tabel". Did you mean "table"?'],
])('names the key that is meant where it stands: %j', (json, message) => {
  expect(() => parseSettings({ source, ...json })).toThrow(message);
});

// what has a default in settings.ts has it from setting-defaults.ts, which the editor of settings shows in empty fields
test('has the defaults that the editor shows', () => {
  expect(parseSettings({ source })).toMatchObject({ ...SETTING_DEFAULTS, store: STORE_DEFAULTS, source: FILES_DEFAULTS });
  expect(parseSettings({ source: postgres }).source).toMatchObject(POSTGRES_DEFAULTS);
  expect(parseSettings({ source: { ...postgres, type: 'mysql' } }).source).toEqual({
    ...postgres,
    type: 'mysql',
    layout: 'canonical',
    layoutOptions: {},
    ...MYSQL_DEFAULTS,
  });
});

test('calls a calendar without a name by its id', () => {
  const [calendar] = parseSettings({
    source,
    calendars: [{ id: 'nl', timeZone: 'Europe/Amsterdam', hours: [{ weekday: 1, start: '09:00', end: '24:00' }] }],
  }).calendars;
  expect(calendar).toEqual({
    id: 'nl',
    name: 'nl',
    timeZone: 'Europe/Amsterdam',
    hours: [{ weekday: 1, start: '09:00', end: '24:00', validFrom: null, validTo: null }],
    exceptions: [],
  });
});
