import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { digestOf, filesIn } from '../../scripts/lib/files';
import { running } from '../../scripts/lib/run';

/** The preview's own folder. */
const FOLDER = join(__dirname, '..');
/** What the browser's part is built into. */
export const BUILT = join(FOLDER, 'dist');

const INSTALLED = join(FOLDER, 'node_modules/.installed');
const STAMP = join(BUILT, '.inputs');

/** Installs and builds the browser's part where what is there was made of other inputs. */
export async function buildClient(progress: (line: string) => void): Promise<void> {
  const lock = digestOf(FOLDER, own('package.json', 'package-lock.json', '.npmrc'));
  if (stampOf(INSTALLED) !== lock) {
    progress('Installing the preview’s packages');
    await running('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], FOLDER);
    writeFileSync(INSTALLED, lock);
  }
  const inputs = digestOf(FOLDER, [...own('package-lock.json', 'vite.config.ts', 'index.html'), ...filesIn(join(FOLDER, 'src'))]);
  if (stampOf(STAMP) !== inputs) {
    progress('Building the preview');
    await running(process.execPath, [join(FOLDER, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], FOLDER);
    writeFileSync(STAMP, inputs);
  }
}

function own(...names: readonly string[]): string[] {
  return names.map((name) => join(FOLDER, name));
}

function stampOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
