import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A backend that runs and has said where it listens, as gRPC's address. */
export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Starts the executable as Grafana does: the cookie, no PATH, no HOME. Rejects with its last words where it ends before its handshake. */
export async function startProcess(executable: string, env: Readonly<Record<string, string>>, onLog?: (line: string) => void): Promise<Started> {
  const child = spawn(executable, [], {
    env: { grafana_plugin_type: 'datasource', PLUGIN_PROTOCOL_VERSIONS: '2', GF_VERSION: '13.2.2', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    said.push(line);
    onLog?.(line);
  });
  return { child, address: await handshake(child, said) };
}

/** Waits for the one line on stdout, and gives what it says as gRPC's address. */
function handshake(child: ChildProcessByStdio<null, Readable, Readable>, said: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('The backend gave no handshake within 60 s.'));
    }, 60_000);
    const fail = (error: Error) => {
      clearTimeout(late);
      reject(error);
    };
    child.once('error', fail);
    // "close" comes when stderr is read to its end: then its last words are known
    child.once('close', (code, signal) => fail(new Error(`The backend ended with ${signal ?? `code ${code}`} before its handshake.\n${said.join('\n')}`)));
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(late);
      const [, , network, address] = line.split('|');
      resolve(network === 'unix' ? `unix:${address}` : address);
    });
  });
}

/** Waits for its end, and kills it where that takes longer than two seconds. */
export async function ended(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  const end = new Promise<void>((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', () => resolve())));
  const late = setTimeout(() => child.kill('SIGKILL'), 2000);
  await ask().catch(() => undefined);
  await end;
  clearTimeout(late);
}
