import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { GuardedSocket, type Resolve } from './guarded-socket';
import { targetsOf } from './targets';

const FORBIDDEN = 'The Grafana administrator forbids connections to the database’s address.';
const folder = mkdtempSync(join(tmpdir(), 'guarded-'));
const file = join(folder, 'socket');
let seen = 0;
const servers: Server[] = [];
const listening = async (where: number | string): Promise<Server> => {
  const server = createServer((socket) => {
    seen++;
    socket.on('error', () => undefined).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => (typeof where === 'string' ? server.listen(where, resolve) : server.listen(where, '127.0.0.1', resolve)));
  return server;
};
let port = 0;
beforeAll(async () => {
  const address = (await listening(0)).address();
  port = typeof address === 'object' && address ? address.port : 0;
  await listening(file);
});
afterAll(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  seen = 0;
});

/** What names resolve to. */
const names: Resolve = (name, _, done) =>
  done(
    null,
    ({ inside: [here], both: [{ address: '::1', family: 6 }, here], nowhere: [] }[name] ?? []).map((one) => ({ ...one }))
  );
const here = { address: '127.0.0.1', family: 4 };

async function tried(connect: (socket: Socket) => unknown, denied = '', resolve?: Resolve): Promise<string> {
  const socket = new GuardedSocket({ targets: () => targetsOf({ GF_PLUGIN_DENIED_TARGETS: denied }), resolve });
  const told = new Promise<string>((done) => socket.once('connect', () => done('connected')).once('error', ({ message }) => done(message)));
  connect(socket);
  const outcome = await told;
  socket.destroy();
  return outcome;
}

it('connects where nothing is denied, to addresses, names and files', async () => {
  expect(await tried((socket) => socket.connect(port, '127.0.0.1'))).toBe('connected');
  expect(await tried((socket) => socket.connect(port, 'localhost'))).toBe('connected');
  expect(await tried((socket) => socket.connect(port, 'inside'), '', names)).toBe('connected');
  expect(await tried((socket) => socket.connect(file))).toBe('connected');
});

it.each(['127.0.0.1', 'localhost', '0x7f000001', '2130706433', '127.1', '0', '::ffff:127.0.0.1'])(
  'makes no connection to %s where loopback is denied',
  async (host) => {
    expect(await tried((socket) => socket.connect(port, host), 'loopback')).toBe(FORBIDDEN);
    expect(seen).toBe(0);
  }
);

it('makes none to a name of a forbidden address, nor to a file, and none where nothing is left of a name', async () => {
  expect(await tried((socket) => socket.connect(port, 'inside'), 'loopback', names)).toBe(FORBIDDEN);
  expect(await tried((socket) => socket.connect(port, 'nowhere'), 'loopback', names)).toBe(FORBIDDEN);
  expect(await tried((socket) => socket.connect(file), 'loopback')).toBe(FORBIDDEN);
  expect(seen).toBe(0);
});

it('takes those of a name’s addresses that are allowed', async () => {
  expect(await tried((socket) => socket.connect(port, 'both'), '::1', names)).toBe('connected');
});

it('connects to what it looked at, though the name is another’s a moment later', async () => {
  let asked = 0;
  const turning: Resolve = (_, __, done) => done(null, [asked++ === 0 ? { address: '192.0.2.1', family: 4 } : here]);
  const socket = new GuardedSocket({ targets: () => targetsOf({ GF_PLUGIN_DENIED_TARGETS: 'loopback' }), resolve: turning });
  const looking = new Promise((resolve) => socket.once('lookup', (_, address) => resolve(address)));
  socket.on('error', () => undefined).connect(port, 'turning');
  const looked = await looking;
  socket.destroy();
  expect([looked, asked, seen]).toEqual(['192.0.2.1', 1, 0]);
});

it('refuses to connect in any other way', () => {
  const socket = new GuardedSocket();
  expect(() => socket.connect({ port, host: '127.0.0.1' })).toThrow('a port and a host');
  expect(() => socket.connect(port)).toThrow('a port and a host');
  socket.destroy();
});

it('says what is wrong with the administrator’s list', async () => {
  expect(await tried((socket) => socket.connect(port, '127.0.0.1'), 'loop')).toContain('list of targets has a mistake');
});
