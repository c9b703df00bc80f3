import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSettings } from '../src/shared/settings';

const ROOT = join(__dirname, '..');
const EDITOR = join(ROOT, 'src/frontend/config-editor');

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
      { type: 'postgres', host: 'db', database: 'desk', user: 'reader', tls: { serverName: 'db' } },
    ].flatMap((source) => pathsOf(parseSettings({ source })))
  ),
];
const CODE = readdirSync(EDITOR, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => readFileSync(join(EDITOR, path), 'utf8'))
  .join('\n');
const TABLE = /\| jsonData \| default \|[\s\S]*?\n\n/.exec(readFileSync(join(ROOT, 'docs/provisioning.md'), 'utf8'))?.[0] ?? '';

describe('every setting', () => {
  it('is found: those of both kinds of source too', () =>
    expect(SETTINGS).toEqual(expect.arrayContaining(['timeZone', 'store.threads', 'source.path', 'source.tls.serverName'])));

  it('stands in the table of docs/provisioning.md', () =>
    expect(SETTINGS.filter((path) => !TABLE.includes(`\`${path}\``)).map((path) => `Write a row for \`${path}\` into the table of settings.`)).toEqual([]));

  it('can be set in the editor', () =>
    expect(
      SETTINGS.filter((path) => !new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(CODE)).map(
        (path) => `Give \`${path}\` a control in src/frontend/config-editor.`
      )
    ).toEqual([]));
});
