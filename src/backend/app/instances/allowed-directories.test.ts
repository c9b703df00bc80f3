import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SettingsError } from '../../../shared/settings';
import { allowedPath } from './allowed-directories';

const folder = mkdtempSync(join(tmpdir(), 'allowed-'));
const before = process.env.GF_PLUGIN_ALLOWED_DIRECTORIES;

beforeAll(() => {
  process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = folder;
  symlinkSync('b', join(folder, 'a'));
  symlinkSync('a', join(folder, 'b'));
  symlinkSync(join(folder, 'gone'), join(folder, 'dangling'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  process.env.GF_PLUGIN_ALLOWED_DIRECTORIES = before;
});

test.each([
  ['a character that none has', 'a\0b', 'is no path'],
  ['a name too long', 'x'.repeat(5_000), 'is no path: it is longer than 4,096 characters'],
  ['a million folders', '/a'.repeat(1_000_000), 'is no path'],
  ['a circle', 'a', 'is or lies behind a link that leads nowhere'],
  ['behind a circle', 'a/x/y', 'is or lies behind a link that leads nowhere'],
  ['behind a link to nothing', 'dangling/x', 'is or lies behind a link that leads nowhere'],
])('%s is refused in a sentence', (_name, name, sentence) => {
  const refused = () => allowedPath(name.startsWith('/') ? name : join(folder, name), 'The source’s path');
  expect(refused).toThrow(SettingsError);
  expect(refused).toThrow(sentence);
});

test('a folder that is not there yet is allowed', () => {
  expect(allowedPath(join(folder, 'new', 'store'), 'The store’s directory')).toMatch(/new.store$/);
});
