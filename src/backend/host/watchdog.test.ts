import { spawn } from 'node:child_process';

import { type PluginClient, startPlugin } from '../../../tools/door/client';
import { makeExecutable, type TestExecutable } from './testing/start';
import { lapse, until } from '../../../tests/until';
import { isAlive } from './testing/is-alive';

const SETTINGS = { uid: 'u', jsonData: {} };
const FREEZE = [{ refId: 'A', json: { does: 'freeze' }, fromMs: 0, toMs: 1 }];

let executable: TestExecutable;
beforeAll(async () => {
  executable = await makeExecutable();
});
afterAll(() => executable.remove());

/** Asks for what is never answered. */
const freeze = (client: PluginClient) =>
  client.query(FREEZE).then(
    () => 'answered',
    (error: Error) => error.message
  );

it('ends a process whose loop stands still, with a last line in the log', async () => {
  const logged: string[] = [];
  const client = await startPlugin(executable.path, SETTINGS, { env: { PATIENCE: '2' }, onLog: (line) => logged.push(line) });
  expect(await freeze(client)).toMatch(/UNAVAILABLE/);
  await until(() => !isAlive(client.pid) && logged.some((line) => line.includes('stood still for 2 seconds')));
  const [last] = logged.slice(-1);
  expect(JSON.parse(last)).toEqual({
    '@level': 'error',
    '@message': expect.stringContaining('Grafana starts it again') as unknown,
    '@timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) as unknown,
  });
  await client.stop();
});

it('counts its own turns, not the clock: a process that was stopped goes on', async () => {
  const client = await startPlugin(executable.path, SETTINGS, { env: { PATIENCE: '2' } });
  process.kill(client.pid, 'SIGSTOP');
  await lapse(2_500, 'a process is stopped for longer than its watchdog’s patience');
  process.kill(client.pid, 'SIGCONT');
  // nothing must happen: not at the watchdog's next turn either
  await lapse(1_500, 'nothing happens for longer than between two of the watchdog’s turns');
  expect(await client.metrics()).toBe('answers 1\n');
  await client.stop();
}, 15_000);

it.each([
  ['stands still', 'freeze', 'false'],
  ['is well', 'times', 'true'],
])(
  'ends a process that %s when whoever started it is killed',
  async (_how, does, answers) => {
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
      // QueryDataRequest: queries (3) with their JSON (5)
      const json = Buffer.from(JSON.stringify({ does: process.argv[2] }));
      const query = Buffer.concat([Buffer.from([0x2a, json.length]), json]);
      const same = (value) => value;
      let answered = false;
      client.makeUnaryRequest('/pluginv2.Data/QueryData', same, same, Buffer.concat([Buffer.from([0x1a, query.length]), query]), () => (answered = true));
      setTimeout(() => console.log(child.pid, answered), 1000);
    });`,
        executable.path,
        does,
      ],
      { cwd: process.cwd(), stdio: ['ignore', 'pipe', 'inherit'] }
    );
    const [pid, answered] = await new Promise<string[]>((resolve) => host.stdout.once('data', (line: Buffer) => resolve(line.toString().trim().split(' '))));
    expect([isAlive(Number(pid)), answered]).toEqual([true, answers]);
    host.kill('SIGKILL');
    await until(() => !isAlive(Number(pid)));
  },
  15_000
);
