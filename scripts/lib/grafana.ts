import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { DEMO_FOLDER, ROOT } from './backend';

const PLUGIN = 'helpdesk-metrics-datasource';
const BINARY = process.platform === 'win32' ? 'grafana.exe' : 'grafana';

/** A Grafana that is there. */
export interface Installed {
  readonly binary: string;
  readonly home: string;
}

/** The Grafana of this machine: GRAFANA_HOME, or the `grafana` on the PATH with its home where packages put it. */
export function findGrafana(env: Readonly<Record<string, string | undefined>> = process.env): Installed | null {
  const homes = env.GRAFANA_HOME ? [env.GRAFANA_HOME] : [];
  const folders = homes.length > 0 ? homes.map((home) => join(home, 'bin')) : (env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = folders.find((folder) => existsSync(join(folder, BINARY)));
  const home =
    found &&
    [...homes, join(found, '..'), '/usr/share/grafana', '/opt/homebrew/share/grafana', '/usr/local/share/grafana'].find((one) =>
      existsSync(join(one, 'conf/defaults.ini'))
    );
  return found && home ? { binary: join(found, BINARY), home } : null;
}

/** The settings that make a Grafana show this checkout: its provisioning, its built plugin, and a data folder of its own. A file, since the environment reaches no section that Grafana does not know. */
export function grafanaSettings(port: number, folder: string, helpdesk: string): string {
  const sections: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
    paths: { data: join(folder, 'data'), logs: join(folder, 'logs'), plugins: join(folder, 'plugins'), provisioning: join(ROOT, 'provisioning') },
    server: { http_addr: '127.0.0.1', http_port: port },
    'auth.anonymous': { enabled: 'true', org_role: 'Admin' },
    analytics: { reporting_enabled: 'false', check_for_updates: 'false', check_for_plugin_updates: 'false' },
    plugins: { allow_loading_unsigned_plugins: PLUGIN },
    [`plugin.${PLUGIN}`]: { path: join(ROOT, 'dist'), allowed_directories: helpdesk },
  };
  return Object.entries(sections)
    .map(
      ([name, keys]) =>
        `[${name}]\n${Object.entries(keys)
          .map(([key, value]) => `${key} = ${value}\n`)
          .join('')}`
    )
    .join('\n');
}

/** The Grafana of this machine; one line where there is none. */
export function requireGrafana(): Installed {
  const grafana = findGrafana();
  if (!grafana) {
    throw new Error(
      'There is no Grafana on this machine: set GRAFANA_HOME to its folder or put grafana on the PATH. `npm start` shows the dashboards without one.'
    );
  }
  return grafana;
}

/** Starts a Grafana over the demo, until it ends. */
export async function startGrafana(grafana: Installed, port: number): Promise<void> {
  const folder = join(ROOT, '.cache/grafana');
  const [helpdesk, settings] = [process.env.HELPDESK_FOLDER ?? DEMO_FOLDER, join(folder, 'grafana.ini')];
  mkdirSync(join(folder, 'plugins'), { recursive: true });
  writeFileSync(settings, grafanaSettings(port, folder, helpdesk));
  console.log(`${grafana.binary} at http://localhost:${port}`);
  const child = spawn(grafana.binary, ['server', '--homepath', grafana.home, '--config', settings], {
    env: { HELPDESK_DASHBOARDS: join(ROOT, 'dashboards'), ...process.env, HELPDESK_FOLDER: helpdesk },
    stdio: 'inherit',
  });
  // the terminal's Ctrl-C reaches Grafana too: this process waits for it to end
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
