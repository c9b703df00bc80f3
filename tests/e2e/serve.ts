import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { startPreview } from '../../preview/server/start-preview';
import { ROOT } from '../../scripts/lib/backend';
import { onSignal } from '../../scripts/lib/on-signal';
import { running } from '../../scripts/lib/run';

/**
 * Builds the plugin as it is now into a folder of its own, makes demo helpdesks and serves a preview of each: `serve.ts <port> [tickets]`. The
 * second, small and at the next port, is for tests that change its settings.
 */
async function main([port, tickets = '12000']: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-e2e-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [dist, helpdesk, store, small, smallStore] = ['plugin', 'helpdesk', 'store', 'small', 'small-store'].map((name) => join(folder, name));
  await script('node_modules/webpack/bin/webpack.js', '-c', './webpack.config.ts', '--env', 'production', '--env', `output=${dist}`);
  await Promise.all([
    script('node_modules/tsx/dist/cli.mjs', 'scripts/build-backend.ts', dist),
    ensureDemo({ dir: helpdesk, tickets: Number(tickets) }),
    ensureDemo({ dir: small, tickets: 500, months: 6 }),
  ]);
  const onProgress = (line: string) => process.stderr.write(`${line}\n`);
  // first, so that it is there when the other answers
  const changed = await startPreview({ port: Number(port) + 1, helpdesk: small, store: smallStore, dist, onProgress });
  const preview = await startPreview({ port: Number(port), helpdesk, store, dist, onProgress });
  onSignal(() => Promise.all([preview.stop(), changed.stop()]));
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
