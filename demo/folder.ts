import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { readManifest } from './manifest';

/** Makes what belongs into a folder beside it, and renames it into place once it is complete. Only a folder that holds a demo is ever replaced. */
export async function replaceFolder(folder: string, make: (fresh: string) => Promise<void>): Promise<void> {
  const place = resolve(folder);
  refuseForeign(place);
  const parent = dirname(place);
  mkdirSync(parent, { recursive: true });
  clearLeftovers(parent, basename(place));
  const fresh = besides(place, 'making');
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  try {
    await make(fresh);
    const old = besides(place, 'old');
    if (existsSync(place)) {
      renameSync(place, old);
    }
    renameSync(fresh, place);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** A folder beside another, of this process. */
function besides(place: string, what: string): string {
  return join(dirname(place), `.${basename(place)}.${what}-${process.pid}`);
}

function refuseForeign(place: string): void {
  if (existsSync(place) && readManifest(place) === null && readdirSync(place).length > 0) {
    throw new Error(`${place} is not empty and holds no demo helpdesk: choose another folder, or empty it.`);
  }
}

/** Removes what processes that are gone have left behind. */
function clearLeftovers(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    const [, what, pid] = entry.startsWith(`.${name}.`) ? (/^\.(making|old)-(\d+)$/.exec(entry.slice(name.length + 1)) ?? []) : [];
    if (what && !isRunning(Number(pid))) {
      rmSync(join(parent, entry), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
