import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDemo } from '../../demo/ensure';
import { build, DEMO_FOLDER, ROOT } from '../../scripts/lib/backend';
import { onSignal } from '../../scripts/lib/on-signal';
import { progress } from '../../scripts/lib/terminal';
import { startPreview } from './start-preview';

/** Serves the preview alone, over what is built: for browser tests and work on the preview itself. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, helpdesk: { type: 'string' }, tickets: { type: 'string' }, store: { type: 'string' }, dist: { type: 'string' } },
  });
  const { port = process.env.PORT ?? '3000', helpdesk = DEMO_FOLDER, tickets, store, dist } = values;
  const onProgress = (line: string) => progress.show(line);
  await ensureDemo({ dir: helpdesk, tickets: tickets === undefined ? undefined : Number(tickets), onProgress });
  if (!dist) {
    // the browser's part is built by hand; where there is none yet, all is
    build(!existsSync(join(ROOT, 'dist/plugin.json')));
  }
  const preview = await startPreview({ port: Number(port), helpdesk, store, dist, onProgress });
  progress.end();
  console.log(preview.url);
  onSignal(() => preview.stop());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
