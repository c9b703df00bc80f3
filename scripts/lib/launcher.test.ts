import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { launcher } from './launcher';

let folder: string;
beforeEach(() => {
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'helpdesk-launcher-'))), 'a plugin’s $folder');
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

/** Writes the launcher into the folder. */
function place(places: string[]): string {
  const file = join(folder, 'gpx_helpdesk_metrics_linux_amd64');
  writeFileSync(file, launcher('linux_amd64', places));
  chmodSync(file, 0o755);
  return file;
}

/** Starts the launcher with nothing in its environment, as Grafana does. */
function start(places: string[]) {
  return ran([place(places)]);
}

function ran([program, ...args]: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(program, args, { env, cwd: '/', encoding: 'utf8' });
  return { status, stdout: stdout.trim(), stderr };
}

/** The shells of this machine that may be its /bin/sh. */
const SHELLS = ['/bin/sh', '/bin/dash', '/bin/bash --posix', '/bin/busybox sh', '/bin/ksh', '/bin/zsh'].filter((shell) => existsSync(shell.split(' ')[0]));

describe('the launcher', () => {
  it('takes the runtime beside it, then the one that built it, then the places in order', () => {
    const root = dirname(folder);
    const [first, second] = [node(join(root, 'first')), node(join(root, 'second'))];
    const ran = (name: string) => `${name}|16|${folder}/backend.js`;
    expect(start(['/nowhere/node', first, second]).stdout).toBe(ran('first'));
    writeFileSync(join(folder, 'node-path'), `${node(join(root, 'the builder’s own'))}\n${folder}\n`);
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

  it('takes the Node that built it only where it was built', () => {
    const root = dirname(folder);
    writeFileSync(join(folder, 'node-path'), `${node(join(root, 'somebody’s'))}\n${join(root, 'elsewhere')}\n`);
    expect(start([node(join(root, 'installed'))]).stdout).toMatch(/^installed\|/);
  });

  it.each(SHELLS)('started through links finds what lies beside it: %s', (shell) => {
    const [root, installed] = [dirname(folder), node(join(dirname(folder), 'installed'))];
    const file = place([installed]);
    mkdirSync(join(root, 'bin/deep'), { recursive: true });
    symlinkSync(folder, join(root, 'current'));
    const links: Array<[string, string]> = [
      ['absolute', file],
      ['relative', '../../current/gpx_helpdesk_metrics_linux_amd64'],
      ['second', 'absolute'],
      ['third', '../deep/second'],
      ['fourth', join(root, 'bin/deep/third')],
    ];
    for (const [name, target] of links) {
      symlinkSync(target, join(root, 'bin/deep', name));
      expect(ran([...shell.split(' '), join(root, 'bin/deep', name)]).stdout).toBe(`installed|16|${folder}/backend.js`);
    }
    expect(ran([...shell.split(' '), join(root, 'current/gpx_helpdesk_metrics_linux_amd64')], { CDPATH: '/usr' }).stdout).toBe(
      `installed|16|${folder}/backend.js`
    );
  });

  it.each(SHELLS)('gives Node nothing that loads code into it: %s', (shell) => {
    const shows = node(join(dirname(folder), 'shows'));
    writeFileSync(shows, '#!/bin/sh\n/usr/bin/env\n');
    const kept = { NODE_EXTRA_CA_CERTS: '/ca.pem', GF_PLUGIN_X: 'a b\n* $(echo) \'"', HTTPS_PROXY: 'http://proxy', SOLD_BY: 'x' };
    const dropped = [
      'NODE_OPTIONS',
      'NODE_PATH',
      'NODE_REPL_EXTERNAL_MODULE',
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'LD_PRELOAD',
      'LD_LIBRARY_PATH',
      'LD_AUDIT',
      'DYLD_INSERT_LIBRARIES',
      'OPENSSL_CONF',
      'GCONV_PATH',
    ];
    const { stdout } = ran([...shell.split(' '), place([shows])], { ...kept, ...Object.fromEntries(dropped.map((name) => [name, '/nowhere'])) });
    for (const [name, value] of Object.entries(kept)) {
      expect(stdout).toContain(`${name}=${value}`);
    }
    expect(stdout.split('\n').filter((one) => dropped.some((name) => one.startsWith(`${name}=`)))).toEqual([]);
  });
});
