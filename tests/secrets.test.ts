import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import type { ClientSettings, PluginClient } from '../tools/door/client';
import { type Built, openBuilt } from './built';

const PASSWORD = 'hunter2-Tr0ub4dor';
const WRONG = 'hunter3-Tr0ub4dor';

/** A database that repeats the password it is given, in the words that a driver makes an error of. */
function indiscreetServer(fields: string): Promise<Server> {
  const message = (type: string, content: Buffer) => {
    const head = Buffer.alloc(5, type);
    head.writeInt32BE(content.length + 4, 1);
    return Buffer.concat([head, content]);
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write(message('R', Buffer.from([0, 0, 0, 3])));
      socket.once('data', (password) => socket.end(message('E', Buffer.from(fields.replace('?', password.subarray(5, -1).toString())))));
    });
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('a password', () => {
  const log: string[] = [];
  let built: Built;
  let known: ClientSettings;
  let client: PluginClient;
  const range = { fromMs: Date.parse('2026-05-01T00:00:00Z'), toMs: Date.parse('2026-05-31T00:00:00Z') };

  beforeAll(async () => {
    built = openBuilt();
    known = built.files('known');
    await ensureDemo({ dir: join(built.folder, 'known'), tickets: 200, months: 2, end: range.toMs });
    client = await built.start({ ...known, secureJsonData: { password: PASSWORD } }, (line) => log.push(line));
    expect(await client.health()).toMatchObject({ ok: true });
  }, 120_000);
  afterAll(() => built.close());

  const query = (json: unknown, refId = 'A') => client.query([{ refId, json, ...range }]).then((answers) => [...answers]);
  let saved = 0;
  const settings = (changed: object) =>
    client.health({ settings: { uid: 'changed', updatedMs: ++saved, jsonData: { ...(known.jsonData as object), ...changed } } });

  it.each<[string, (guess: string) => Promise<unknown>]>([
    ['a metric', (guess) => query({ metric: guess })],
    ['a limit', (guess) => query({ metric: 'opened', limit: guess })],
    ['a statistic', (guess) => query({ metric: 'opened', statistics: [guess] })],
    ['a group', (guess) => query({ metric: 'opened', groupBy: [guess] })],
    ['a filter’s field', (guess) => query({ metric: 'opened', filters: [{ field: guess, op: 'in', values: ['x'] }] })],
    ['a filter’s value', (guess) => query({ metric: 'opened', filters: [{ field: 'team', op: 'in', values: [guess] }] })],
    ['a time zone', (guess) => query({ metric: 'opened', timeZone: guess })],
    ['an unknown key', (guess) => query({ metric: 'opened', [guess]: 1 })],
    ['a query’s name', (guess) => query({ metric: 'opened' }, guess)],
    ['text that is not JSON', (guess) => query(`{"metric": "${guess}`)],
    ['a path', (guess) => client.resource(guess)],
    ['a dimension of a path', (guess) => client.resource(`dimensions/${guess}/values`)],
    ['a query string', (guess) => client.resource(`dimensions/team/values?search=${guess}&filters=${guess}`)],
    ['a country', (guess) => client.resource(`holidays?country=${guess}`)],
    ['a setting', (guess) => settings({ weekStart: guess })],
    ['a setting’s name', (guess) => settings({ [guess]: 1 })],
    ['a path of the settings', (guess) => settings({ source: { type: 'files', path: join(built.folder, guess) } })],
  ])('that is guessed as %s changes nothing in the answer', async (_place, ask) => {
    const [right, wrong] = [JSON.stringify(await ask(PASSWORD)), JSON.stringify(await ask(WRONG))];
    expect(right.replaceAll(PASSWORD, WRONG)).toBe(wrong);
    expect(right).not.toContain('[redacted]');
  });

  it.each([
    ['a fault with a code', 'SFATAL\0C28P01\0Mpassword "?" is wrong\0\0'],
    ['a fault without one', 'SFATAL\0CXXXXX\0Mwho is ?\0Dhe said ?\0\0'],
    ['a fault that looks like the driver’s', 'M? is no password: Connection terminated\0\0'],
  ])(
    'that the database repeats in %s stays inside',
    async (name, fields) => {
      const server = await indiscreetServer(fields);
      try {
        const { port } = server.address() as { port: number };
        const source = { type: 'postgres', host: '127.0.0.1', port, database: 'd', user: 'u', tls: { mode: 'disable' } };
        const asked: { settings: ClientSettings } = {
          settings: { uid: name, jsonData: { ...(known.jsonData as object), source }, secureJsonData: { password: PASSWORD } },
        };
        const health = await client.health(asked);
        expect(health.ok).toBe(false);
        const answers = [
          health,
          await client
            .query(
              [
                { refId: 'A', json: { metric: 'opened' }, ...range },
                { refId: 'B', json: { kind: 'events', events: ['failed_refresh'] }, ...range },
              ],
              asked
            )
            .then((all) => [...all]),
          await client.resource('status', 'GET', undefined, asked),
          await client.metrics(asked),
        ];
        expect(JSON.stringify(answers)).not.toContain('hunter2');
        expect(log.filter((line) => line.includes('hunter2'))).toEqual([]);
      } finally {
        server.close();
      }
    },
    30_000
  );
});
