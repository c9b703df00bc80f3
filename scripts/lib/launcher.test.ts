import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { launcher } from './launcher';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'helpdesk-launcher-')), 'a plugin’s $folder');
  mkdirSync(folder);
});
afterEach(() => rmSync(dirname(folder), { recursive: true, force: true }));

/** A stand-in for Node that says its name, its thread pool and what it was told to run. */
function node(path: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `#!/bin/sh\necho "${path.split('/').pop()}|$UV_THREADPOOL_SIZE|$1"\n`);
  chmodSync(path, 0o755);
  return path;
}

/** Starts the launcher with nothing in its environment, as Grafana does. */
function start(places: string[]) {
  const file = join(folder, 'gpx_helpdesk_metrics_linux_amd64');
  writeFileSync(file, launcher('linux_amd64', places));
  chmodSync(file, 0o755);
  const { status, stdout, stderr } = spawnSync(file, [], { env: {}, cwd: '/', encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr };
}

describe('the launcher', () => {
  it('takes the runtime beside it, then the one that built it, then the places in order', () => {
    const root = dirname(folder);
    const [first, second] = [node(join(root, 'first')), node(join(root, 'second'))];
    const ran = (name: string) => `${name}|16|${folder}/backend.js`;
    expect(start(['/nowhere/node', first, second]).stdout).toBe(ran('first'));
    writeFileSync(join(folder, 'node-path'), `${node(join(root, 'the builder’s own'))}\n`);
    expect(start([first]).stdout).toBe(ran('the builder’s own'));
    node(join(folder, 'gpx_helpdesk_metrics_node_linux_amd64'));
    expect(start([first]).stdout).toBe(ran('gpx_helpdesk_metrics_node_linux_amd64'));
  });

  it('starts the runtime beside it through the C library beside it, but no other', () => {
    const loader = join(folder, 'gpx_helpdesk_metrics_ld_linux_amd64');
    writeFileSync(loader, '#!/bin/sh\necho "$0 $1 $2 $3 $4"\n');
    chmodSync(loader, 0o755);
    const elsewhere = node(join(dirname(folder), 'elsewhere'));
    expect(start([elsewhere]).stdout).toBe(`elsewhere|16|${folder}/backend.js`);
    const beside = node(join(folder, 'gpx_helpdesk_metrics_node_linux_amd64'));
    expect(start([elsewhere]).stdout).toBe(`${loader} --library-path ${folder}/glibc ${beside} ${folder}/backend.js`);
  });

  it('looks into folders named by a version', () => {
    node(join(dirname(folder), 'opt/node-v22.1.0/bin/node'));
    expect(start([`${dirname(folder)}/opt/*/bin/node`]).stdout).toBe(`node|16|${folder}/backend.js`);
  });

  it('says what it needs where there is none', () => {
    writeFileSync(join(folder, 'node-path'), '/nowhere/node\n');
    const { status, stdout, stderr } = start(['/nowhere/node', '/nowhere/*/bin/node']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^Helpdesk Metrics needs Node\.js 20 or later: .*\.\n$/);
  });
});
