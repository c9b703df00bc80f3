import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { startPreview } from '../../preview/server/start-preview';

const ROOT = join(__dirname, '../..');

/** Builds the plugin as it is now into a folder of its own, makes a demo helpdesk and serves the preview of both: `serve.ts <port> [tickets]`. */
async function main([port, tickets = '6000']: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [dist, helpdesk, store] = ['plugin', 'helpdesk', 'store'].map((name) => join(folder, name));
  await run('node_modules/webpack/bin/webpack.js', '-c', './webpack.config.ts', '--env', 'production', '--env', `output=${dist}`);
  await Promise.all([run('node_modules/tsx/dist/cli.mjs', 'scripts/build-backend.ts', dist), ensureDemo({ dir: helpdesk, tickets: Number(tickets) })]);
  const preview = await startPreview({ port: Number(port), helpdesk, store, dist, onProgress: (line) => process.stderr.write(`${line}\n`) });
  const stop = () => void preview.stop().finally(() => process.exit());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  console.log(preview.url);
}

/** Runs a script of this checkout; what it says is shown where it fails. */
function run(script: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} failed:\n${said}`))));
  });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
