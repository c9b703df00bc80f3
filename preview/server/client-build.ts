import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The preview's own folder. */
const FOLDER = join(__dirname, '..');
/** What the browser's part is built into. */
export const BUILT = join(FOLDER, 'dist');

const INSTALLED = join(FOLDER, 'node_modules/.installed');
const STAMP = join(BUILT, '.inputs');

/** Installs and builds the browser's part where what is there was made of other inputs. */
export async function buildClient(progress: (line: string) => void): Promise<void> {
  const lock = digest(['package.json', 'package-lock.json', '.npmrc']);
  if (stampOf(INSTALLED) !== lock) {
    progress('Installing the preview’s packages');
    await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(INSTALLED, lock);
  }
  const inputs = digest(['package-lock.json', 'vite.config.ts', 'index.html', ...filesIn('src')]);
  if (stampOf(STAMP) !== inputs) {
    progress('Building the preview');
    await run(process.execPath, [join(FOLDER, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error']);
    writeFileSync(STAMP, inputs);
  }
}

function stampOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function filesIn(folder: string): string[] {
  return readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)).filter((path) => statSync(join(FOLDER, path)).isFile()).sort();
}

function digest(paths: readonly string[]): string {
  const hash = createHash('sha256');
  paths.forEach((path) => hash.update(path).update('\0').update(readFileSync(join(FOLDER, path))));
  return hash.digest('hex');
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which only a shell starts
    const child = spawn(command, args, { cwd: FOLDER, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ${args.join(' ')} failed in preview/:\n${said}`))));
  });
}
