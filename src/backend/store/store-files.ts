import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file in a store's folder is for. */
export type FileKind = 'facts' | 'staging' | 'building';

/** Where a data source's store lives. A uid is Grafana's, but it becomes a path: anything unusual in it is spelled out. */
export function storeFolder(directory: string, uid: string): string {
  const name = uid.replace(/[^A-Za-z0-9_-]/g, (letter) => `~${letter.codePointAt(0)?.toString(16) ?? ''}`);
  return join(directory, name || '~');
}

/** The file of one generation. */
export function storeFile(folder: string, kind: FileKind, generation: number): string {
  return join(folder, `${kind}-${generation}.duckdb`);
}

const OURS = /^(facts|staging|building)-(\d+)\.duckdb(\.wal)?$/;

/** The generations that have a file of a kind, newest first. */
export async function generationsIn(folder: string, kind: FileKind): Promise<number[]> {
  const found = (await readdir(folder)).flatMap((name) => {
    const match = OURS.exec(name);
    return match && match[1] === kind && !match[3] ? [Number(match[2])] : [];
  });
  return found.sort((a, b) => b - a);
}

/** The newest generation that any file belongs to, 0 where there is none. */
export async function newestGeneration(folder: string): Promise<number> {
  return (await readdir(folder)).reduce((newest, name) => Math.max(newest, Number(OURS.exec(name)?.[2] ?? 0)), 0);
}

/** Removes what a load cut short left behind: everything of ours but complete facts. Files that are not ours stay. */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const left = (await readdir(folder)).filter((name) => {
    const match = OURS.exec(name);
    return name === 'temp' || /^lock-.*\.tmp(\.wal)?$/.test(name) || (match && (match[1] !== 'facts' || match[3]));
  });
  for (const name of left) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  return left;
}

/** Removes a database file and its log. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}
