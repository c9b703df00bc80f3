import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ClientSettings } from '../../tools/door/client';
import { helpdesk, ticket } from '../oracle/builders';
import { type CallerName, CALLERS, type House, openHouse } from './house';

const DAY = 86_400_000;
const RANGE = { fromMs: Date.now() - 30 * DAY, toMs: Date.now() + DAY };
/** Whatever is of the helpdesk's own: folders, files, hosts, users, columns, cells. */
const CANARY = /canary/i;
const OTHERS = (Object.keys(CALLERS) as CallerName[]).filter((who) => who !== 'an Admin');

jest.setTimeout(60_000);
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** Everything that a caller can read of a data source that has a fault. */
async function everything(who: CallerName, settings: ClientSettings): Promise<string> {
  const options = { ...CALLERS[who], settings };
  const questions = [
    { metric: 'opened', view: 'totals' },
    { kind: 'records', metric: 'opened' },
    { metric: 'opened', frequency: 'day', compare: 'previous_period' },
    { kind: 'events' },
    { kind: 'events', events: ['failed_refresh'] },
  ];
  const answers = await house.client.query(
    questions.map((json, i) => ({ refId: `Q${i}`, json, ...RANGE })),
    options
  );
  const resources = await Promise.all(
    ['status', 'dimensions/team/values', 'dimensions/rating/values?filters=[]', 'catalogue'].map((path) =>
      house.client.resource(path, 'GET', undefined, options)
    )
  );
  // what was asked for is no news to who asked
  return JSON.stringify([...answers, resources, await house.client.resource('refresh', 'POST', {}, options), await house.client.health(options)]);
}

const GOOD = helpdesk({ ticket: [ticket('1', '2025-03-01 00:00')] });
const broken = (folder: string, files: Readonly<Record<string, string>>): void => {
  mkdirSync(folder, { recursive: true });
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(folder, name), text));
};
const filesAt = (uid: string, path: string, directory = join(house.folder, 'stores', uid)): ClientSettings => ({
  uid,
  jsonData: { source: { type: 'files', path }, store: { directory, memoryLimit: '256MB', threads: 1 } },
});
const files = (uid: string, content: Readonly<Record<string, string>>): ClientSettings => {
  const path = join(house.folder, `${uid}-canary-folder`);
  broken(path, content);
  return filesAt(uid, path);
};
const postgres = (uid: string): ClientSettings => ({
  uid,
  secureJsonData: { password: 'canary-password' },
  jsonData: {
    source: {
      type: 'postgres',
      host: 'canary-host.invalid',
      port: 1,
      database: 'canary-database',
      user: 'canary-user',
      schema: 'canary-schema',
      tls: { mode: 'disable' },
    },
    store: { directory: join(house.folder, 'stores', uid) },
  },
});

/** Faults that keep a data source from its first data: what administrators are told, what the log holds, and what others are told. */
const FIRST: ReadonlyArray<[what: string, settings: () => ClientSettings, told: RegExp, logged: RegExp, others: RegExp]> = [
  ['a bad cell', () => files('cell', { 'ticket.csv': 'ticket_id,created_at\n1,canary-cell\n' }), /canary-cell/, /canary-cell/, /its data has a mistake/],
  ['a missing column', () => files('column', { 'ticket.csv': 'ticket_id,canary_column\n1,2\n' }), /created_at/, /created_at/, /its data has a mistake/],
  [
    'a folder without tables',
    () => files('listing', { 'canary-1.csv': 'a\n1\n', 'canary-2.txt': 'x' }),
    /canary/,
    /canary/,
    /helpdesk’s data could not be read/,
  ],
  ['a folder that is not there', () => filesAt('gone', join(house.folder, 'canary-gone')), /canary-gone/, /canary-gone/, /helpdesk’s data could not be read/],
  [
    'a store that cannot be written',
    () => {
      writeFileSync(join(house.folder, 'canary-file'), '');
      return filesAt('store-file', house.folder, join(house.folder, 'canary-file'));
    },
    /The store’s directory cannot be written/,
    /ENOTDIR.*canary-file/,
    /a setting of the data source is wrong/,
  ],
  ['a database that does not answer', () => postgres('postgres'), /database/, /canary-host/, /it cannot be reached/],
  [
    'a path that is not allowed',
    () => filesAt('path', '/canary/elsewhere'),
    /\/canary\/elsewhere/,
    /\/canary\/elsewhere/,
    /The data source’s settings have a mistake/,
  ],
  [
    'a setting that does not exist',
    () => ({ uid: 'setting', jsonData: { source: { type: 'files', path: house.folder }, canaryKey: 1 } }),
    /canaryKey/,
    /canaryKey/,
    /The data source’s settings have a mistake/,
  ],
  [
    'a store that is not allowed',
    () => filesAt('store', house.folder, '/canary-store'),
    /\/canary-store/,
    /\/canary-store/,
    /The data source’s settings have a mistake/,
  ],
];

describe.each(FIRST)('%s', (_what, settingsOf, full, logged, others) => {
  let settings: ClientSettings;
  beforeAll(async () => {
    settings = settingsOf();
    // over once a load has failed, or the settings were refused
    await house.until(settings, ({ phase }) => phase === 'failed' || phase === undefined);
  });

  it.each(OTHERS)('%s reads of which kind it is, and nothing of the helpdesk’s', async (who) => {
    const read = await everything(who, settings);
    expect(read).not.toMatch(CANARY);
    expect(read).toMatch(others);
    expect(read).toMatch(/An administrator sees more under “Save & test”, and in Grafana’s log\./);
  });

  it('an Admin reads all of it, and so does the log: once, however often it is asked', async () => {
    const read = await everything('an Admin', settings);
    // loads are tried again by themselves, and each failure is one
    const lines = () => house.log.filter((line) => JSON.parse(line).uid === settings.uid && JSON.parse(line)['@level'] === 'error');
    const again = () => lines().filter((line) => !/A load failed/.test(line)).length;
    expect(read).toMatch(full);
    expect(read).not.toMatch(/An administrator sees more/);
    expect(lines().join('\n')).toMatch(logged);
    const before = again();
    await Promise.all(Array.from({ length: 5 }, () => everything('a Viewer', settings)));
    expect(again()).toBe(before);
  });
});

describe('a refresh that fails, after one that did not', () => {
  /** A data source that was read once and cannot be read again. */
  const spoiled = async (uid: string, more: object): Promise<ClientSettings> => {
    const settings = await house.source(uid, GOOD, more);
    await house.until(settings, ({ phase }) => phase === 'ready');
    broken(join(house.folder, uid), { 'ticket.csv': 'ticket_id,created_at\n1,canary-cell\n' });
    await house.client.resource('refresh', 'POST', {}, { ...CALLERS['an Admin'], settings });
    await house.until(settings, ({ lastError }) => lastError !== null);
    return settings;
  };
  let [settings, old]: ClientSettings[] = [];
  beforeAll(async () => {
    [settings, old] = [await spoiled('canary-later', {}), await spoiled('canary-old', { maxAge: '0s' })];
  });

  it.each(OTHERS)('%s', async (who) => {
    const read = await everything(who, settings);
    expect(read).not.toMatch(CANARY);
    expect(read).toMatch(/its data has a mistake/);
  });

  it('an Admin', async () => {
    expect(await everything('an Admin', settings)).toMatch(/canary-cell/);
  });

  it('and from data that is too old a rule gets the error without it', async () => {
    const { status, error } =
      (await house.client.query([{ refId: 'A', json: { metric: 'opened', view: 'totals' }, ...RANGE }], { ...CALLERS['an alert rule'], settings: old })).get(
        'A'
      ) ?? {};
    expect(status).toBe(503);
    expect(error).toMatch(
      /^The data is .* old, older than maxAge \(0s\)\. The last refresh failed: The helpdesk’s data could not be read: its data has a mistake\./
    );
  });
});
