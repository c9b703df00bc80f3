import { connect, createServer, type Socket } from 'node:net';

/** What happens while nothing is passed on; `cut` breaks that connection. */
export type Trip = (cut: () => void) => Promise<void>;

/** A TCP proxy before a server on this machine, which holds one connection up once so many bytes of the server have passed, has something happen, and goes on. */
export interface TrippingProxy {
  readonly port: number;
  /** How many bytes the server sent on that of the last few connections on which it sent the fewest. */
  readonly fewestBytes: number;
  /** Does `trip` once, on whichever connection comes so far first. */
  arm(bytes: number, trip: Trip): void;
  /** Forgets a trip that has not begun; says whether there was one. */
  disarm(): boolean;
  close(): Promise<void>;
}

/** Starts such a proxy. */
export async function trippingProxy(port: number): Promise<TrippingProxy> {
  const sockets = new Set<Socket>();
  let armed: { readonly bytes: number; readonly trip: Trip } | null = null;
  let sent: readonly number[] = [];
  const kept = (socket: Socket, other: () => Socket): Socket => {
    sockets.add(socket);
    return socket
      .on('error', () => undefined)
      .on('close', () => {
        sockets.delete(socket);
        other().destroy();
      });
  };
  const server = createServer((client) => {
    const upstream: Socket = kept(connect({ host: '127.0.0.1', port }), () => client);
    kept(client, () => upstream);
    client.pipe(upstream);
    let total = 0;
    const pass = async (bytes: Buffer): Promise<void> => {
      const before = total;
      total += bytes.length;
      if (armed === null || total < armed.bytes) {
        client.write(bytes);
        return;
      }
      const { bytes: at, trip } = armed;
      armed = null;
      const first = Math.max(0, at - before);
      client.write(bytes.subarray(0, first));
      upstream.pause();
      await trip(() => client.destroy());
      client.write(bytes.subarray(first));
      upstream.resume();
    };
    upstream.on('data', (bytes) => void pass(bytes)).on('end', () => client.end());
    client.on('end', () => (sent = [...sent.slice(-2), total]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    get fewestBytes() {
      return Math.min(...sent);
    },
    arm(bytes, trip) {
      armed = { bytes, trip };
    },
    disarm() {
      const had = armed !== null;
      armed = null;
      return had;
    },
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
