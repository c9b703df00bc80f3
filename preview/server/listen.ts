import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How many ports are tried. */
const TRIES = 50;

/** Listens on this machine only, on the port or the next that is free; says which it is. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let tried = port; ; tried++) {
    try {
      await bound(server, tried);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tried - port >= TRIES) {
        throw error;
      }
    }
  }
}

function bound(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
