import { lstat, readdir, rmdir, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';

import type { Logger } from '../log';

/** How the folders of sockets begin. */
export const SOCKET_FOLDER = 'helpdesk-metrics-';

/** The socket in such a folder. */
export const SOCKET = 'plugin.sock';

/** Removes the sockets of processes that were killed from a folder, and nothing else. Never throws. */
export async function sweepSockets(place: string, logger: Logger): Promise<void> {
  try {
    const names = (await readdir(place)).filter((name) => name.startsWith(SOCKET_FOLDER));
    await Promise.all(names.map((name) => sweep(join(place, name))));
  } catch (error) {
    logger.debug('Old sockets could not be looked for.', { place, error });
  }
}

async function sweep(folder: string): Promise<void> {
  // others may make folders there too, and links
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    return;
  }
  const socket = join(folder, SOCKET);
  // a folder without one may be anybody's, whatever its name
  if (await isDead(socket)) {
    await unlink(socket).catch(() => undefined);
    await rmdir(folder).catch(() => undefined);
  }
}

/** Whether there is a socket at which nobody listens: a process's number may be another's by now, or of another container's. */
function isDead(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const attempt = connect(socket);
    attempt.once('connect', () => {
      attempt.destroy();
      resolve(false);
    });
    attempt.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code === 'ECONNREFUSED'));
  });
}
