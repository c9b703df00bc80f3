import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { buildBackend } from '../../tests/build';
import { licences, mappedFiles, packagesOf } from './licences';

describe('the notices of what a build brings along', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'helpdesk-licences-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const add = (name: string, license: unknown, files: Record<string, string>) => {
    const folder = join(root, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    Object.entries({
      'package.json': JSON.stringify({ name, version: '1.2.3', ...(typeof license === 'string' ? { license } : { licenses: license }) }),
      ...files,
    }).forEach(([file, text]) => writeFileSync(join(folder, file), text));
    return `node_modules/${name}`;
  };

  it('are of packages, however files are called', () => {
    expect(
      packagesOf([
        'src/x.ts',
        '../../node_modules/zod/v4/a.js',
        'node_modules/zod/b.js',
        'webpack://plugin/./node_modules/@a/b/c.js',
        'node_modules/a/node_modules/b/c.js',
        'external commonjs2 "react"',
        'webpack/bootstrap',
      ])
    ).toEqual(['node_modules/zod', 'node_modules/@a/b', 'node_modules/a/node_modules/b']);
  });

  it('name every package with its whole text, its own or that of the same licence', () => {
    const folders = [
      add('plain', 'MIT', { license: 'The text of plain.', 'NOTICE.txt': 'And a notice.' }),
      add('guided', [{ type: 'ISC' }], { 'README.md': '# guided\n\n## License\n\nPermission is hereby granted to guided.\n' }),
      add('bare', '(MIT OR ISC)', { 'README.md': '## Licence\n\nMIT' }),
    ];
    const text = licences(root, folders);
    expect(text.match(/^\w+ 1\.2\.3\n.+$/gm)).toEqual(['bare 1.2.3\n(MIT OR ISC)', 'guided 1.2.3\nISC', 'plain 1.2.3\nMIT']);
    expect(text).toContain('\n\nThe text of plain.\n\nAnd a notice.\n');
    expect(text).toContain('bare brings no text of its licence; plain says of the same (MIT):\n\nThe text of plain.');
    expect(text).toContain('bare brings no text of its licence; guided says of the same (ISC):\n\nPermission is hereby granted to guided.');
    expect(() => licences(root, [add('strange', 'Mine', {})])).toThrow('The package strange brings no text of its licence Mine');
  });

  it('are read from the maps of the scripts beside the backend', () => {
    writeFileSync(join(root, 'module.js.map'), JSON.stringify({ sources: ['webpack://plugin/./node_modules/zod/a.js'] }));
    writeFileSync(join(root, 'backend.js.map'), JSON.stringify({ sources: ['node_modules/pg/a.js'] }));
    expect(mappedFiles(root)).toEqual(['webpack://plugin/./node_modules/zod/a.js']);
  });

  it('hold all that is in a built backend, its data and DuckDB', () => {
    const dist = dirname(buildBackend());
    try {
      const text = readFileSync(join(dist, 'LICENSES.txt'), 'utf8');
      // the bundler says above each part where it comes from
      const bundled = [...readFileSync(join(dist, 'backend.js'), 'utf8').matchAll(/^\s*\/\/ (?:.*\/)?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(
        ([, name]) => name
      );
      expect(new Set(bundled).size).toBeGreaterThan(40);
      const named = new Set([...text.matchAll(/^-{80}\n(\S+) \S+\n.+\n-{80}$/gm)].map(([, name]) => name));
      expect([...new Set(bundled)].filter((name) => !named.has(name))).toEqual([]);
      expect(named).toContain('@duckdb/node-bindings');
      expect(text).toContain('The data contained in `holidays.yaml` is available under CC BY-SA 3.0');
      expect(text).toContain('<attribution>');
    } finally {
      rmSync(dist, { recursive: true });
    }
  }, 60_000);
});
