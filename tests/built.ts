import { mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ClientSettings, type PluginClient, startPlugin } from '../tools/door/client';
import { type RunBackend, sharedBackend } from './build';

/** The built backend, with a folder that it may read and write, and nothing else. */
export interface Built {
  readonly folder: string;
  readonly executable: string;
  /** Settings of a data source whose helpdesk is a folder of files within `folder`, with a store of its own: it may be of any age. */
  files(name: string, more?: { readonly store?: object; readonly [setting: string]: unknown }): ClientSettings;
  /** Starts it for a data source; it is stopped at the end if not before. */
  start(settings: ClientSettings, onLog?: (line: string) => void, env?: Readonly<Record<string, string>>): Promise<PluginClient>;
  close(): Promise<void>;
}

/** The built backend for a file of tests: the one of the whole run, unless it brings its own. */
export function openBuilt({ executable, remove }: RunBackend = sharedBackend()): Built {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'helpdesk-built-')));
  const clients: PluginClient[] = [];
  let stores = 0;
  return {
    folder,
    executable,
    files: (name, { store, ...more } = {}) => ({
      uid: name,
      jsonData: {
        source: { type: 'files', path: join(folder, name) },
        store: { directory: join(folder, `store-${++stores}`), ...store },
        maxAge: '10000d',
        ...more,
      },
    }),
    async start(settings, onLog, env = {}) {
      const client = await startPlugin(executable, settings, { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: folder, ...env }, onLog });
      clients.push(client);
      return client;
    },
    async close() {
      await Promise.all(clients.map((client) => client.stop()));
      await rm(folder, { recursive: true });
      remove();
    },
  };
}
