import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSettings } from '../src/shared/settings';

const ROOT = join(__dirname, '..');
/** Every setting by its dotted path; those that hold what people name (calendars, scales) by their own name alone. */
function pathsOf(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inside]) =>
    ['source', 'store', 'tls'].includes(key) ? pathsOf(inside as object, `${prefix}${key}.`) : [`${prefix}${key}`]
  );
}

const SETTINGS = [
  ...new Set(
    [
      { type: 'files', path: 'desk' },
      ...['postgres', 'mysql'].map((type) => ({ type, host: 'db', database: 'desk', user: 'reader', tls: { serverName: 'db' } })),
    ].flatMap((source) => pathsOf(parseSettings({ source })))
  ),
];
/** The settings of which no code in a folder speaks. */
function unsaid(folder: string, besides = ''): string[] {
  const code = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test|\.fixture)\.tsx?$/.test(path) && path !== besides)
    .map((path) => readFileSync(join(ROOT, folder, path), 'utf8'))
    .join('\n');
  return SETTINGS.filter((path) => !new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(code));
}

const TABLE = /\| jsonData \| default \|[\s\S]*?\n\n/.exec(readFileSync(join(ROOT, 'docs/provisioning.md'), 'utf8'))?.[0] ?? '';

describe('every setting', () => {
  it('is found: those of both kinds of source too', () =>
    expect(SETTINGS).toEqual(expect.arrayContaining(['timeZone', 'store.threads', 'source.path', 'source.tls.serverName'])));

  it('stands in the table of docs/provisioning.md', () =>
    expect(SETTINGS.filter((path) => !TABLE.includes(`\`${path}\``)).map((path) => `Write a row for \`${path}\` into the table of settings.`)).toEqual([]));

  it('can be set in the editor', () =>
    expect(unsaid('src/frontend/config-editor').map((path) => `Give \`${path}\` a control in src/frontend/config-editor.`)).toEqual([]));

  it('is read by the backend', () =>
    expect(unsaid('src/backend', join('app', 'settings', 'fingerprint.ts')).map((path) => `Let something in src/backend read \`${path}\`.`)).toEqual([]));
});
