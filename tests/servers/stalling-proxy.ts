import { connect, createServer, type Server, type Socket } from 'node:net';

/** Where bytes on their way through a proxy come from. */
export type Side = 'client' | 'server';

/** A TCP proxy before a server on this machine, for tests of peers that hang: from a chosen piece on it forwards nothing and reads nothing more, and keeps both connections open. */
export interface StallingProxy {
  readonly port: number;
  /** Connections that have been made. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Starts a proxy; `stallsAt` says of each piece (and of all bytes of its side so far) whether it and all that follow are kept back. */
export async function stallingProxy(port: number, stallsAt: (from: Side, bytes: Buffer, total: number) => boolean): Promise<StallingProxy> {
  const sockets = new Set<Socket>();
  const kept = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  let connections = 0;
  const server: Server = createServer({ allowHalfOpen: true }, (client) => {
    connections++;
    const upstream = kept(connect({ host: '127.0.0.1', port, allowHalfOpen: true }));
    kept(client);
    let stalled = false;
    const forward = (from: Side, source: Socket, target: Socket): void => {
      let total = 0;
      source
        .on('data', (bytes) => {
          total += bytes.length;
          stalled ||= stallsAt(from, bytes, total);
          if (stalled) {
            client.pause();
            upstream.pause();
          } else if (!target.write(bytes)) {
            source.pause();
            target.once('drain', () => !stalled && source.resume());
          }
        })
        .on('end', () => !stalled && target.end());
    };
    forward('client', client, upstream);
    forward('server', upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get connections() {
      return connections;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
