import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { startPreview } from '../../preview/server/start-preview';
import { ROOT } from '../../scripts/lib/backend';
import { onSignal } from '../../scripts/lib/on-signal';
import { running } from '../../scripts/lib/run';

/** Builds the plugin as it is now into a folder of its own, makes a demo helpdesk and serves the preview of both: `serve.ts <port> [tickets]`. */
async function main([port, tickets = '12000']: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [dist, helpdesk, store] = ['plugin', 'helpdesk', 'store'].map((name) => join(folder, name));
  await script('node_modules/webpack/bin/webpack.js', '-c', './webpack.config.ts', '--env', 'production', '--env', `output=${dist}`);
  await Promise.all([script('node_modules/tsx/dist/cli.mjs', 'scripts/build-backend.ts', dist), ensureDemo({ dir: helpdesk, tickets: Number(tickets) })]);
  const preview = await startPreview({ port: Number(port), helpdesk, store, dist, onProgress: (line) => process.stderr.write(`${line}\n`) });
  onSignal(() => preview.stop());
  console.log(preview.url);
}

/** Runs a script of this checkout. */
function script(path: string, ...args: string[]): Promise<void> {
  return running(process.execPath, [join(ROOT, path), ...args], ROOT);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
