import { spawn } from 'node:child_process';

import { type CallOptions, type PluginClient, startPlugin } from '../../../tools/door/client';
import { makeExecutable, ranToEnd, type TestExecutable } from './testing/start';
import { until } from '../../../tests/until';
import { isAlive } from './testing/is-alive';

// Everything here goes through a real process and its real door.

const SETTINGS = { uid: 'u1', jsonData: { a: 1 }, secureJsonData: { password: 'p"ä ss' }, grafanaConfig: { GF_SQL_ROW_LIMIT: '5' } };

let executable: TestExecutable;
let client: PluginClient;
const logged: string[] = [];

beforeAll(async () => {
  executable = await makeExecutable();
  client = await startPlugin(executable.path, SETTINGS, { onLog: (line) => logged.push(line) });
});
afterAll(async () => {
  await client.stop();
  executable.remove();
});

const ask = (refId: string, json: unknown) => ({ refId, json, fromMs: 1_000, toMs: 2_000 });

const seen = async () => (await client.resource('seen')).body as { aborted: string[]; finished: string[]; begun: string[] };

describe('queries', () => {
  it('come with their range and give frames', async () => {
    const answer = (await client.query([ask('A', { does: 'times' })])).get('A');
    expect(answer).toMatchObject({ status: 200, error: '' });
    expect(answer?.frames[0]).toMatchObject({ name: 'times', refId: 'A', fields: [{ type: 'time', values: [1_000, 2_000] }] });
  });

  it('are answered each by itself', async () => {
    const answers = await client.query([ask('A', { does: 'times' }), ask('B', { does: 'fly' }), ask('C', { does: 'forget' })]);
    expect(answers.get('A')?.status).toBe(200);
    expect(answers.get('B')).toMatchObject({ status: 400, error: 'Nobody can "fly".', errorSource: 'plugin', frames: [] });
    expect(answers.get('C')).toMatchObject({ status: 500, error: 'The plugin gave no answer to this query.' });
  });

  it('may be large, and their answers larger', async () => {
    const padded = { does: 'large', bytes: 20 * 1024 * 1024, padding: ' '.repeat(15 * 1024 * 1024) };
    expect((await client.query([ask('A', padded)], { raw: true })).get('A')?.bytes).toBeGreaterThan(20 * 1024 * 1024);
  });

  it('are refused above 16 MiB', async () => {
    await expect(client.query([ask('A', { does: 'times', padding: ' '.repeat(17 * 1024 * 1024) })])).rejects.toThrow(/RESOURCE_EXHAUSTED/);
  });
});

describe('cancelling', () => {
  it('reaches a query', async () => {
    const controller = new AbortController();
    const refused = expect(client.query([ask('A', { does: 'wait' })], { signal: controller.signal })).rejects.toThrow(/CANCELLED/);
    await until(async () => (await seen()).begun.includes('A'), 'the query');
    controller.abort();
    await refused;
  });

  it('is what a deadline does', async () => {
    await expect(client.query([ask('A', { does: 'wait' })], { deadlineMs: 100 })).rejects.toThrow(/DEADLINE_EXCEEDED/);
  });

  it('does not happen after a normal end', async () => {
    await client.query([ask('normal', { does: 'watch' })]);
    // a cancellation would be there before calls that came later
    await seen();
    await client.query([ask('later', { does: 'times' })]);
    expect(await seen()).toMatchObject({ finished: ['normal'], aborted: [] });
  });
});

describe('resources', () => {
  it('carry the request there and the answer back', async () => {
    const { status, body } = await client.resource('echo?search=a%20b', 'POST', { x: 1 });
    expect(status).toBe(418);
    expect(body).toMatchObject({
      method: 'POST',
      url: 'echo?search=a%20b',
      body: '{"x":1}',
      context: {
        orgId: 1,
        user: { login: 'local', role: 'Admin' },
        grafanaConfig: { GF_SQL_ROW_LIMIT: '5' },
        instance: { uid: 'u1', json: '{"a":1}', secrets: { password: 'p"ä ss' } },
      },
    });
  });

  it('name who asks: an organization, a user and a data source', async () => {
    const contextOf = async (options: CallOptions) => ((await client.resource('echo', 'GET', undefined, options)).body as { context: object }).context;
    expect(await contextOf({ orgId: 2, login: '', role: '', settings: { uid: 'u2' } })).toMatchObject({
      orgId: 2,
      user: { login: '', role: '' },
      instance: { uid: 'u2', json: '{"a":1}' },
    });
    expect(await contextOf({ orgId: 0, fromAlert: true, settings: null })).toMatchObject({ orgId: 0, user: null, instance: null });
  });

  it('that fail say so, without the reason', async () => {
    await expect(client.resource('fail')).rejects.toThrow(/^13 INTERNAL: The call failed inside the plugin/);
    await until(() => logged.some((line) => line.includes('A driver’s own words.')));
  });
});

it('reports health and figures', async () => {
  expect(await client.health()).toMatchObject({ ok: true });
  expect(await client.metrics()).toBe('answers 1\n');
});

it('lets no secret out into the log', async () => {
  await client.health();
  await until(() => logged.some((line) => line.includes('Connecting')));
  expect(logged.filter((line) => /p\\*"ä ss|p%22/.test(line))).toEqual([]);
});

it('sends what the app says as it is: an answer that a guessed password changes would tell that the guess is right', async () => {
  const guess = SETTINGS.secureJsonData.password;
  expect((await client.query([ask('A', { does: guess })])).get('A')?.error).toBe(`Nobody can "${guess}".`);
  expect((await client.resource(`echo?search=${encodeURIComponent(guess)}`, 'POST', guess)).body).toMatchObject({
    url: `echo?search=${encodeURIComponent(guess)}`,
    body: JSON.stringify(guess),
  });
  expect(await client.health()).toEqual({ ok: true, message: `Connected with ${guess}.`, details: { verboseMessage: guess } });
});

it('logs one JSON object a line', () => {
  const lines = logged.filter((line) => !line.startsWith('This line must not'));
  expect(lines.length).toBeGreaterThan(0);
  lines.forEach((line) => expect(JSON.parse(line)).toMatchObject({ '@level': expect.any(String) as unknown, '@message': expect.any(String) as unknown }));
});

describe('the process', () => {
  const start = (env: Record<string, string> = {}) => startPlugin(executable.path, SETTINGS, { env });
  it('refuses to be started by hand', async () => {
    const { code, stdout, stderr } = await ranToEnd(executable.path, {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^This is the backend of a Grafana plugin: .*\.\n$/);
  });

  it('says one line on stdout, whatever the app prints, and ends on SIGTERM', async () => {
    const { code, stdout, stderr } = await ranToEnd(executable.path, { grafana_plugin_type: 'datasource' });
    expect(stdout).toMatch(/^1\|2\|unix\|\/.+\/plugin\.sock\|grpc\|\n$/);
    expect(stderr).toMatch(/This line must not reach stdout/);
    expect(code).toBe(0);
  });

  it('tells whoever starts it why it ended', async () => {
    await expect(start({ grafana_plugin_type: 'panel' })).rejects.toThrow(/ended with code 1 before its handshake.\nThis is the backend/);
  });

  it('ends when asked', async () => {
    const one = await start();
    await one.stop();
    expect(isAlive(one.pid)).toBe(false);
  });

  it('ends within two seconds even when the app does not', async () => {
    const one = await start({ NEVER_STOPS: '1' });
    const began = performance.now();
    await one.stop();
    // the client would kill it after 2 s, as Grafana does
    expect(performance.now() - began).toBeLessThan(1_950);
  });

  it('ends when the host dies', async () => {
    const host = spawn(
      process.execPath,
      [
        '-e',
        `
      const { spawn } = require('node:child_process');
      const { Client, credentials } = require('@grpc/grpc-js');
      const child = spawn(process.argv[1], [], { env: { grafana_plugin_type: 'datasource' }, stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', (line) => {
        const client = new Client('unix:' + String(line).split('|')[3], credentials.createInsecure());
        const same = (value) => value;
        client.makeBidiStreamRequest('/plugin.GRPCBroker/StartStream', same, same).on('error', () => undefined);
        client.makeUnaryRequest('/grpc.health.v1.Health/Check', same, same, Buffer.alloc(0), (error, answer) => console.log(child.pid, error ? error.message : [...answer].join()));
      });`,
        executable.path,
      ],
      { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] }
    );
    const [pid, health] = await new Promise<string[]>((resolve) => host.stdout.once('data', (line: Buffer) => resolve(line.toString().trim().split(' '))));
    // field 1 of the answer is 1: SERVING
    expect(health).toBe('8,1');
    host.kill('SIGKILL');
    await until(() => !isAlive(Number(pid)));
  });

  it('can be let go of after it was killed', async () => {
    const one = await start();
    process.kill(one.pid, 'SIGKILL');
    await expect(one.metrics()).rejects.toThrow(/UNAVAILABLE/);
    await one.stop();
  });
});
