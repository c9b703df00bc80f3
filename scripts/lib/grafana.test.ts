import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { findGrafana, grafanaSettings } from './grafana';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'helpdesk-grafana-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function installed(home: string): string {
  const binary = join(home, 'bin', process.platform === 'win32' ? 'grafana.exe' : 'grafana');
  [join(home, 'bin'), join(home, 'conf')].forEach((path) => mkdirSync(path, { recursive: true }));
  writeFileSync(join(home, 'conf/defaults.ini'), '');
  writeFileSync(binary, '');
  chmodSync(binary, 0o755);
  return binary;
}

it('finds the Grafana that GRAFANA_HOME names, else the one on the PATH, else none', () => {
  const [named, onPath] = [join(folder, 'named'), join(folder, 'other')];
  const binary = installed(named);
  expect(findGrafana({ GRAFANA_HOME: named, PATH: '' })).toEqual({ binary, home: named });
  expect(findGrafana({ PATH: join(onPath, 'bin') })).toBeNull();
  const other = installed(onPath);
  expect(findGrafana({ PATH: join(onPath, 'bin') })).toEqual({ binary: other, home: onPath });
  expect(findGrafana({ GRAFANA_HOME: join(folder, 'nowhere'), PATH: join(onPath, 'bin') })).toBeNull();
});

it('gives Grafana the built plugin, its folders and this machine only', () => {
  const lines = grafanaSettings(3001, '/cache', '/helpdesk').split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'http_addr = 127.0.0.1',
      'http_port = 3001',
      'data = /cache/data',
      '[plugin.helpdesk-metrics-datasource]',
      'allowed_directories = /helpdesk',
      'allow_loading_unsigned_plugins = helpdesk-metrics-datasource',
    ])
  );
});
