import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { startPlugin } from '../../../tools/door/client';
import { makeExecutable, ranToEnd, type TestExecutable } from './testing/start';
import { until } from '../../../tests/until';

const COOKIE = { grafana_plugin_type: 'datasource' };

let executable: TestExecutable;
let place: string;
beforeAll(async () => {
  executable = await makeExecutable();
});
afterAll(() => executable.remove());
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'helpdesk-door-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const start = (env: Record<string, string>) => startPlugin(executable.path, { uid: 'u', jsonData: {} }, { env });
const sockets = () => readdirSync(place).filter((name) => existsSync(join(place, name, 'plugin.sock')));

describe('the socket', () => {
  it.each(['TMPDIR', 'PLUGIN_UNIX_SOCKET_DIR'])('lies where %s says, open to this user alone, as long as the process lives', async (variable) => {
    const client = await start({ [variable]: place });
    expect(await client.metrics()).toBe('answers 1\n');
    const [folder] = sockets();
    expect([statSync(join(place, folder)).mode & 0o777, statSync(join(place, folder, 'plugin.sock')).mode & 0o777]).toEqual([0o700, 0o600]);
    await client.stop();
    expect(readdirSync(place)).toEqual([]);
  });

  it('is gone too when the process has to be killed', async () => {
    const client = await start({ TMPDIR: place, NEVER_STOPS: '1' });
    expect(sockets()).toHaveLength(1);
    await client.stop();
    expect(readdirSync(place)).toEqual([]);
  });

  it('of a process that was killed is swept by the next, and nothing else is', async () => {
    const [living, killed] = [await start({ TMPDIR: place }), await start({ TMPDIR: place })];
    process.kill(killed.pid, 'SIGKILL');
    await killed.stop();
    const others = ['helpdesk-metrics-fresh', 'helpdesk-metrics-full', 'helpdesk-metrics-empty', 'other'];
    others.forEach((name) => mkdirSync(join(place, name)));
    writeFileSync(join(place, 'helpdesk-metrics-full', 'mine'), '');
    symlinkSync(join(place, 'other'), join(place, 'helpdesk-metrics-link'));
    utimesSync(join(place, 'helpdesk-metrics-empty'), 0, 0);
    utimesSync(join(place, 'helpdesk-metrics-full'), 0, 0);
    const next = await start({ TMPDIR: place });
    try {
      await until(() => readdirSync(place).length === others.length + 1 + 2);
      expect(readdirSync(place)).toEqual(expect.arrayContaining([...others, 'helpdesk-metrics-link']));
      expect(await living.metrics()).toBe('answers 1\n');
    } finally {
      await Promise.all([living.stop(), next.stop()]);
    }
  });

  it('lies in /tmp where the temporary folder cannot be used', async () => {
    const deep = join(place, 'x'.repeat(120));
    mkdirSync(deep);
    for (const unusable of [deep, join(place, 'nowhere'), mkdtempSync(join(place, 'a|b'))]) {
      const { stdout } = await ranToEnd(executable.path, { ...COOKIE, TMPDIR: unusable });
      expect(stdout).toMatch(/^1\|2\|unix\|\/tmp\/helpdesk-metrics-\w+\/plugin\.sock\|grpc\|\n$/);
      expect(existsSync(dirname(stdout.split('|')[3]))).toBe(false);
    }
    expect(readdirSync(deep)).toEqual([]);
  });
});

describe('without a place for a socket', () => {
  const nowhere = { PLUGIN_UNIX_SOCKET_DIR: '/nowhere' };
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    port = (taken.address() as { port: number }).port;
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  it('a port of this machine serves, and the log warns', async () => {
    const logged: string[] = [];
    const client = await startPlugin(executable.path, { uid: 'u', jsonData: {} }, { env: nowhere, onLog: (line) => logged.push(line) });
    expect(await client.metrics()).toBe('answers 1\n');
    expect(logged.find((line) => line.includes('listens on a port'))).toMatch(/"@level":"warn"/);
    await client.stop();
  });

  it('takes the next free one of those allowed', async () => {
    const { stdout } = await ranToEnd(executable.path, { ...COOKIE, ...nowhere, PLUGIN_MIN_PORT: String(port), PLUGIN_MAX_PORT: String(port + 20) });
    const used = Number(/^1\|2\|tcp\|127\.0\.0\.1:(\d+)\|grpc\|\n$/.exec(stdout)?.[1]);
    expect(used).toBeGreaterThan(port);
    expect(used).toBeLessThanOrEqual(port + 20);
  });

  it('ends with a sentence where none is free', async () => {
    const { code, stdout, stderr } = await ranToEnd(executable.path, { ...COOKIE, ...nowhere, PLUGIN_MIN_PORT: String(port), PLUGIN_MAX_PORT: String(port) });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(`none of the ports ${port} to ${port} can be used`);
  });
});
