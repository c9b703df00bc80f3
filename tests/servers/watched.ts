import { spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';

/** As whom a server runs; as ourselves where not given. */
export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** A server that ends with this process, however that ends. */
export interface WatchedServer {
  /** Ends the server by a signal, such as QUIT or KILL, and leaves its folder. Whether it has gone is the caller's to see. */
  crash(signal: string): void;
  /** Starts it again in its folder, after a crash. */
  restart(): void;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

/** The shell outlives the server by a moment: when our end of its input closes, even by kill -9, it ends the server and tidies up. Before that it takes orders, line by line. */
const WATCHDOG = `
  home=$1; shift
  start() { "$@" >>"$home/server.log" 2>&1 </dev/null & server=$!; }
  start "$@"
  while read -r order; do
    if [ "$order" = start ]; then start "$@"; else kill -"$order" $server; wait $server; fi
  done
  kill -QUIT $server; wait $server; rm -rf "$home"`;

/** Starts a server whose files are all in the folder `home`; what it says goes to `server.log` there. */
export function startWatched(command: readonly string[], home: string, owner: Owner = {}): WatchedServer {
  const shell = spawn('/bin/sh', ['-c', WATCHDOG, 'sh', home, ...command], {
    ...owner,
    cwd: home,
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  (shell.stdin as Socket | null)?.unref();
  const order = (word: string): void => void shell.stdin?.write(`${word}\n`);
  return {
    crash: order,
    restart: () => order('start'),
    stop: async () => {
      if (shell.exitCode !== null) {
        return;
      }
      shell.ref();
      await new Promise<void>((resolve) => {
        shell.once('exit', () => resolve());
        shell.stdin?.end();
      });
    },
  };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
