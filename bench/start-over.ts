import { mkdirSync, rmSync } from 'node:fs';

import { startBackend } from '../scripts/lib/backend';
import type { PluginClient } from '../tools/door/client';

/** The built backend over a folder of files, read once into a new store in `directory`, which may use so much memory; it is asked of the past, and looks for no change. */
export function startOver(path: string, directory: string, memoryLimit: string): Promise<PluginClient> {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  return startBackend({
    source: { type: 'files', path },
    store: { directory, memoryLimit },
    timeZone: 'Europe/Amsterdam',
    defaultCalendar: 'amsterdam',
    refreshInterval: '30d',
    maxAge: '10000d',
  });
}
