import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { findChromium } from './chromium';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'helpdesk-chromium-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file that can, or cannot, be run. */
function file(name: string, mode: number): string {
  const path = join(folder, name);
  writeFileSync(path, '');
  chmodSync(path, mode);
  return path;
}

describe('the browser of the tests', () => {
  it('is the one that CHROMIUM names, right or wrong', () => {
    expect(findChromium({ CHROMIUM: '/nowhere/chromium', PATH: folder })).toBe('/nowhere/chromium');
  });

  it('is the first on the PATH that can be run', () => {
    file('chromium', 0o644);
    const found = file('chromium-browser', 0o755);
    expect(findChromium({ PATH: ['relative', folder].join(delimiter) }, [])).toBe(found);
  });

  it('is none where there is none', () => {
    expect(findChromium({ PATH: folder }, [])).toBeNull();
  });
});
