import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { type CallOptions, type ClientSettings, type PluginClient, startPlugin } from '../../tools/door/client';
import { buildBackend } from '../build';
import { writeHelpdesk } from '../oracle/write';
import type { Helpdesk } from '../oracle/model';

/** Who asks, as Grafana sends them. */
export const CALLERS = {
  'a Viewer': { login: 'vic', role: 'Viewer' },
  'a Viewer who says that he is an alert rule': { login: 'vic', role: 'Viewer', fromAlert: true },
  'somebody without a role': { login: 'nobody', role: 'None' },
  'a role that every object has': { login: 'eve', role: 'constructor' },
  'an Editor': { login: 'ed', role: 'Editor' },
  'an Editor who previews a rule': { login: 'ed', role: 'Editor', fromAlert: true },
  'an Admin': { login: 'ada', role: 'Admin' },
  'an alert rule': { login: 'grafana_scheduler', role: 'Admin', fromAlert: true },
  'an alert rule without a user': { fromAlert: true },
  'a public dashboard': { login: '', role: '' },
  'a public dashboard of a newer Grafana': { login: 'service', role: 'Admin' },
} as const satisfies Readonly<Record<string, CallOptions>>;
export type CallerName = keyof typeof CALLERS;

/** The built backend behind its gRPC door, with a folder of its own. */
export interface House {
  readonly folder: string;
  readonly client: PluginClient;
  /** What was logged so far. */
  readonly log: readonly string[];
  /** A data source of a helpdesk that is written as files. */
  source(uid: string, rows: Helpdesk, settings?: object): Promise<ClientSettings>;
  /** Waits until a data source's status has this. */
  until(settings: ClientSettings, has: (status: Status) => boolean): Promise<void>;
  close(): Promise<void>;
}

/** What an administrator is told of the store. */
export interface Status {
  readonly phase: string;
  readonly generation: number | null;
  readonly lastError: string | null;
}

/** How long something is waited for, in milliseconds. */
const PATIENCE = 30_000;

/** Opens the house. */
export async function openHouse(): Promise<House> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'access-')));
  const executable = buildBackend();
  const log: string[] = [];
  const client = await startPlugin(
    executable,
    { uid: 'none', jsonData: {} },
    { env: { GF_PLUGIN_ALLOWED_DIRECTORIES: folder }, onLog: (line) => log.push(line) }
  );
  return {
    folder,
    client,
    log,
    async source(uid, rows, settings = {}) {
      const [path, directory] = [join(folder, uid), join(folder, 'stores', uid)];
      [path, directory].forEach((one) => mkdirSync(one, { recursive: true }));
      await writeHelpdesk(rows, path);
      return { uid, jsonData: { source: { type: 'files', path }, store: { directory, memoryLimit: '256MB', threads: 1 }, maxAge: '10000d', ...settings } };
    },
    async until(settings, has) {
      for (const late = Date.now() + PATIENCE; ;) {
        const { body } = await client.resource('status', 'GET', undefined, { settings });
        if (has(body as Status)) {
          return;
        }
        if (Date.now() > late) {
          throw new Error(`Waited in vain: ${JSON.stringify(body)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async close() {
      await client.stop();
      await rm(folder, { recursive: true });
      await rm(dirname(executable), { recursive: true });
    },
  };
}
