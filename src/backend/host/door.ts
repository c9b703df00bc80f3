import { type Server, ServerCredentials } from '@grpc/grpc-js';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Logger } from '../log';
import { type Address, allowedPorts } from './handshake';
import { SOCKET, SOCKET_FOLDER, sweepSockets } from './sweep-sockets';

/** An open door: what the handshake says of it, and its end. */
export interface Door extends Address {
  /** Takes from the disk what belongs to the door; may be called again. */
  remove(): void;
}

/** Bytes of a socket's path that every system takes (macOS: 104 with the end). */
const LONGEST_PATH = 103;

/**
 * Listens on a Unix socket in a folder of this user alone; where there can be none, on a port of this machine. A port would serve
 * every user of the machine, whatever role they say they have: the host's word is all that a plugin knows of who asks.
 */
export async function openDoor(
  server: Server,
  { env, logger, platform = process.platform }: { env: NodeJS.ProcessEnv; logger: Logger; platform?: NodeJS.Platform }
): Promise<Door> {
  if (platform === 'win32') {
    return openPort(server, allowedPorts(env));
  }
  // where the host says so, it looks for sockets nowhere else
  const places = env.PLUGIN_UNIX_SOCKET_DIR ? [env.PLUGIN_UNIX_SOCKET_DIR] : [...new Set([tmpdir(), '/tmp'])];
  const failures: unknown[] = [];
  for (const place of places) {
    try {
      const door = await openSocket(server, resolve(place));
      void sweepSockets(resolve(place), logger);
      return door;
    } catch (error) {
      failures.push(error);
    }
  }
  logger.warn(
    'There is no place for a socket of its own: the plugin listens on a port, which all users of this machine can reach. Let its temporary folder be written (TMPDIR).',
    { places, failures }
  );
  return openPort(server, allowedPorts(env));
}

async function openSocket(server: Server, place: string): Promise<Door> {
  const folder = mkdtempSync(join(place, SOCKET_FOLDER));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const address = join(folder, SOCKET);
    if (Buffer.byteLength(address) > LONGEST_PATH || /[|\n]/.test(address)) {
      throw new Error(`No socket can be called ${address}: it is longer than ${LONGEST_PATH} bytes, or the handshake cannot say it.`);
    }
    await bind(server, `unix:${address}`);
    chmodSync(address, 0o600);
    return { network: 'unix', address, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Listens on the first free port of those allowed. */
async function openPort(server: Server, ports: readonly number[]): Promise<Door> {
  let failure: unknown;
  for (const port of ports) {
    try {
      return { network: 'tcp', address: `127.0.0.1:${await bind(server, `127.0.0.1:${port}`)}`, remove: () => undefined };
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(`none of the ports ${ports[0]} to ${ports[ports.length - 1]} can be used (${failure instanceof Error ? failure.message : String(failure)}).`);
}

function bind(server: Server, address: string): Promise<number> {
  return new Promise((done, fail) => server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => (error ? fail(error) : done(port))));
}
