import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { CallOptions, ClientSettings, PluginClient } from '../../tools/door/client';
import { openBuilt } from '../built';
import { writeHelpdesk } from '../oracle/write';
import type { Helpdesk } from '../oracle/model';
import { until } from '../until';

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

/** Opens the house. */
export async function openHouse(): Promise<House> {
  const built = openBuilt();
  const log: string[] = [];
  const client = await built.start({ uid: 'none', jsonData: {} }, (line) => log.push(line));
  return {
    folder: built.folder,
    client,
    log,
    async source(uid, rows, settings = {}) {
      mkdirSync(join(built.folder, uid), { recursive: true });
      await writeHelpdesk(rows, join(built.folder, uid));
      return built.files(uid, { store: { memoryLimit: '256MB', threads: 1 }, ...settings });
    },
    async until(settings, has) {
      const status = async () => (await client.resource('status', 'GET', undefined, { settings })).body as Status;
      await until(async () => has(await status()), `the status that ${settings.uid} is waited for`);
    },
    close: () => built.close(),
  };
}
