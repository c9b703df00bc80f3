import { readdirSync, readFileSync } from 'node:fs';
import { Client } from 'pg';

import { cpuOf } from '../scripts/lib/memory';
import { stallingProxy } from '../tests/servers/stalling-proxy';
import type { PostgresServer } from '../tests/servers/postgres';

/** What a helpdesk's own server has spent so far: CPU time in milliseconds, and bytes that it has sent. */
export interface SourceCosts {
  readonly cpuMs: number;
  readonly bytes: number;
}

/** A PostgreSQL behind a proxy that counts what it sends. */
export interface CountedSource {
  /** The proxy's. */
  readonly port: number;
  costs(): SourceCosts;
  close(): Promise<void>;
}

/** Puts a proxy before a server on this machine. */
export async function countedSource({ url, port }: PostgresServer): Promise<CountedSource> {
  const main = await parentOfBackends(url);
  let bytes = 0;
  const proxy = await stallingProxy(port, (from, piece) => {
    bytes += from === 'server' ? piece.length : 0;
    return false;
  });
  return { port: proxy.port, costs: () => ({ cpuMs: cpuOfAll(main), bytes }), close: () => proxy.close() };
}

/** The process that every connection's is a child of. */
async function parentOfBackends(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return Number(statOf(rows[0]?.pid ?? 0)[1]);
  } finally {
    await client.end();
  }
}

/** The fields of /proc/<pid>/stat from the state on. */
const statOf = (pid: number): readonly string[] => (readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop() ?? '').split(' ');

/** CPU time of a process, its children that have ended and those that run, in milliseconds. */
function cpuOfAll(main: number): number {
  const ended = statOf(main)
    .slice(13, 15)
    .reduce((sum, ticks) => sum + Number(ticks) * 10, cpuOf(main) ?? 0);
  const running = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  return running.filter((pid) => isChild(pid, main)).reduce((sum, pid) => sum + (cpuOf(pid) ?? 0), ended);
}

function isChild(pid: number, main: number): boolean {
  try {
    return statOf(pid)[1] === String(main);
  } catch {
    // it has ended meanwhile
    return false;
  }
}
