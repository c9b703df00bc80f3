import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { WRITTEN_TARGETS } from '../../provisioning/src/targets';
import { type ClientSettings, type PluginClient, startPlugin } from '../../tools/door/client';
import type { SettingsInput } from '../../src/shared/settings';
import { filesIn } from './files';
import { run } from './run';
import { progress } from './terminal';

export const ROOT = join(__dirname, '../..');

/** Where the demo helpdesk of `npm start` lives. */
export const DEMO_FOLDER = join(ROOT, '.demo/helpdesk');

/** The built backend for this machine, as Grafana would start it. */
export const EXECUTABLE = join(
  ROOT,
  'dist',
  `gpx_helpdesk_metrics_${process.platform === 'win32' ? 'windows' : process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`
);

/** The demo's settings: what `npm start` and `npm run query` use unless they are given others. */
export function demoSettings(): SettingsInput {
  return {
    source: { type: 'files', path: DEMO_FOLDER },
    timeZone: 'Europe/Amsterdam',
    defaultCalendar: 'amsterdam',
    // rules may follow them
    targets: WRITTEN_TARGETS,
    store: { directory: join(ROOT, '.store') },
    refreshInterval: '1h',
    maxAge: '30d',
  };
}

/** Whether the built backend is there and no older than what it is made of. */
function isBuilt(): boolean {
  const bundle = join(ROOT, 'dist/backend.js');
  if (!existsSync(EXECUTABLE) || !existsSync(bundle)) {
    return false;
  }
  const builtAt = statSync(bundle).mtimeMs;
  const sources = ['src/backend', 'src/shared'].flatMap((folder) => filesIn(join(ROOT, folder)));
  return [...sources, join(ROOT, 'package-lock.json')].every((file) => statSync(file).mtimeMs <= builtAt);
}

/** Builds the backend where it is missing or older than its sources; everything where `all`. */
export function build(all: boolean): void {
  if (!all && isBuilt()) {
    return;
  }
  run('npm', ['run', '--silent', all ? 'build' : 'build:backend'], ROOT);
}

/** Starts the backend through its real door for some settings: what they name is allowed. */
export async function openBackend(settings: SettingsInput, secrets: Record<string, string> = {}, env: Record<string, string> = {}): Promise<PluginClient> {
  if (settings.store?.directory) {
    mkdirSync(settings.store.directory, { recursive: true });
  }
  const allowed = { GF_PLUGIN_ALLOWED_DIRECTORIES: foldersNamed(settings).join(',') };
  return connectBackend(EXECUTABLE, { uid: 'local', jsonData: settings, secureJsonData: secrets }, { ...allowed, ...env });
}

/** The folders that settings name: who runs them by hand is the administrator, who allows them. */
export function foldersNamed({ source, store, tables = {} }: SettingsInput): string[] {
  const files = Object.values(tables).flatMap(({ file }) => (file === undefined ? [] : [dirname(file)]));
  return [source.type === 'files' ? source.path : null, store?.directory, ...files].filter((folder): folder is string => Boolean(folder));
}

/** Starts the backend and waits until the helpdesk is read, saying how far it is. */
export async function startBackend(settings: SettingsInput, secrets: Record<string, string> = {}, env: Record<string, string> = {}): Promise<PluginClient> {
  const client = await openBackend(settings, secrets, env);
  try {
    await loaded(client);
  } catch (error) {
    await client.stop();
    throw error;
  }
  return client;
}

/** Starts the backend for a data source; what it warns of is said on stderr. */
export function connectBackend(executable: string, settings: ClientSettings, env: Record<string, string> = {}): Promise<PluginClient> {
  return startPlugin(executable, settings, {
    env,
    onLog: (line) => {
      const { '@level': level, '@message': message, error } = JSON.parse(line) as Record<string, string>;
      if (level === 'error' || level === 'warn') {
        process.stderr.write(`${message} ${error?.split('\n')[0] ?? ''}\n`);
      }
    },
  });
}

interface Status {
  readonly phase: string;
  readonly progress: { readonly step: string; readonly done: number; readonly total: number | null } | null;
  readonly lastError: string | null;
  readonly message?: string;
}

/** Waits until the helpdesk is read, saying how far it is. */
export async function loaded(client: PluginClient): Promise<void> {
  for (;;) {
    const { status, body } = await client.resource('status');
    const state = body as Status;
    if (status !== 200 || state.phase === 'failed') {
      progress.end();
      throw new Error(state.message ?? state.lastError ?? 'The helpdesk could not be read.');
    }
    if (state.phase === 'ready') {
      progress.end();
      return;
    }
    const { progress: at } = state;
    progress.show(
      at
        ? `Reading the helpdesk: ${at.step} ${at.total ? `${Math.floor((100 * at.done) / at.total)} %` : at.done ? at.done.toLocaleString('en') : ''}`
        : 'Reading the helpdesk'
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
