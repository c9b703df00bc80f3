import fc from 'fast-check';
import { chmodSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { SourceError } from '../../sources/source';
import { keepingLogger, temporaryDirectory } from '../store.fixture';
import { leadsIntoStore, ownerKey, prepareFolder, storeFolder, type StoreOwner } from './store-folder';

const owner = (uid: string, orgId = 1, id = 1): StoreOwner => ({ orgId, uid, id });

test('a folder says whose it is, and which organization’s', () => {
  expect(storeFolder('/s', owner('Helpdesk metrics'))).toMatch(/^\/s\/org1\.helpdesk-metrics\.[0-9a-f]{24}$/);
  expect(storeFolder('/s', owner('', 2, 7))).toMatch(/^\/s\/org2\.\.[0-9a-f]{24}$/);
});

// of the layout before, where a uid was the name and anything unusual in it was spelled ~hex
test.each([
  ['the same uid in two organizations', owner('helpdesk', 1), owner('helpdesk', 2)],
  ['the organization’s number and the uid run together', owner('1x', 1), owner('x', 11)],
  ['upper and lower case', owner('Helpdesk'), owner('helpdesk')],
  ['a code point’s hex and what follows it', owner('\u00123'), owner('\u0123')],
  ['the same', owner('\u{1f600}'), owner('\u{1f60}0')],
  ['no uid and its id as uid', owner('', 1, 5), owner('5', 1, 5)],
  ['no uid, two ids', owner('', 1, 5), owner('', 1, 6)],
  ['long ones with a common beginning', owner(`${'x'.repeat(200)}1`), owner(`${'x'.repeat(200)}2`)],
  ['what looks like a digest', owner('a'), owner(storeFolder('', owner('a')).slice(1))],
  ['nothing but what is replaced', owner('!'), owner('?')],
])('%s: two folders', (_, one, other) => {
  expect(storeFolder('/s', one).toLowerCase()).not.toBe(storeFolder('/s', other).toLowerCase());
});

test('no two owners share a folder, on a file system without case either; none leads out of the directory, or is one of the layout before', () => {
  const uid = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('~', '.', '/', '\\', 'a', 'A', '1', '2', 'f', '\u0012', '\u0123', '\0') })
  );
  const owners = fc.record({ orgId: fc.nat(20), uid, id: fc.nat(20) });
  fc.assert(
    fc.property(owners, owners, (one, other) => {
      const [folder, second] = [storeFolder('/s', one), storeFolder('/s', other)];
      expect(folder).toMatch(/^\/s\/org\d+\.[a-z0-9-]{0,40}\.[0-9a-f]{24}$/);
      expect(leadsIntoStore(folder)).toBe(true);
      expect(folder === second).toBe(ownerKey(one) === ownerKey(other));
      expect(ownerKey(one) === ownerKey(other)).toBe(one.orgId === other.orgId && one.uid === other.uid && (one.uid !== '' || one.id === other.id));
    }),
    { numRuns: 2_000 }
  );
});

test.each([
  ['/srv/helpdesk', false],
  ['/srv/org1.helpdesk/tickets', false],
  [`${storeFolder('/s', owner('a'))}/staging-1.duckdb`, true],
  [storeFolder('/s', owner('a')), true],
  ['/s', false],
])('%s leads into a store: %s', (path, isStore) => expect(leadsIntoStore(path)).toBe(isStore));

describe('preparing', () => {
  let dir: string;
  beforeEach(() => {
    dir = temporaryDirectory();
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('makes a folder for its user alone, also of one that is there, and notes its use', async () => {
    const [fresh, old] = [join(dir, 'a', 'b'), join(dir, 'old')];
    mkdirSync(old);
    chmodSync(old, 0o755);
    utimesSync(old, 1, 1);
    const began = Date.now();
    for (const folder of [fresh, old]) {
      await prepareFolder(folder, keepingLogger());
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(folder).mtimeMs).toBeGreaterThan(began - 1_000);
    }
  });

  test('a store of the layout before is one as well', () => {
    const folder = join(dir, 'helpdesk-metrics');
    mkdirSync(folder);
    expect(leadsIntoStore(join(folder, 'facts-1.duckdb'))).toBe(false);
    writeFileSync(join(folder, 'lock.duckdb'), '');
    expect([leadsIntoStore(join(folder, 'facts-1.duckdb')), leadsIntoStore(folder), leadsIntoStore(dir)]).toEqual([true, true, false]);
  });

  test('what lies in its place and is no folder is named in the log, and told', async () => {
    const logger = keepingLogger();
    writeFileSync(join(dir, 'file'), '');
    await expect(prepareFolder(join(dir, 'file'), logger)).rejects.toMatchObject({
      message: 'Something that is no folder lies where this data source’s store belongs.',
      hint: expect.stringContaining('Remove it'),
    });
    await expect(prepareFolder(join(dir, 'file'), logger)).rejects.toBeInstanceOf(SourceError);
    expect(logger.lines[0]).toMatchObject({ level: 'error', fields: { path: join(dir, 'file') } });
  });
});
