import { lstat, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file in a store's folder is for. */
type FileKind = 'facts' | 'rows' | 'staging' | 'building';

/** The file of one generation. */
export function storeFile(folder: string, kind: FileKind, generation: number): string {
  return join(folder, `${kind}-${generation}.duckdb`);
}

/** A number as we write it, and no larger than a number can be told from its neighbours. */
const OURS = /^(facts|rows|staging|building)-([1-9]\d{0,14})\.duckdb(\.wal(\.checkpoint|\.recovery)?)?$/;

/** What a file of ours is; null for anything else, such as a folder of that name. */
interface Ours {
  readonly name: string;
  readonly kind: FileKind;
  readonly generation: number;
  readonly isLog: boolean;
}

async function filesIn(folder: string): Promise<Ours[]> {
  return (await readdir(folder, { withFileTypes: true })).flatMap((entry) => {
    const match = OURS.exec(entry.name);
    return match && entry.isFile() ? [{ name: entry.name, kind: match[1] as FileKind, generation: Number(match[2]), isLog: match[3] !== undefined }] : [];
  });
}

/** The generations that have a file of a kind, newest first. */
export async function generationsIn(folder: string, kind: FileKind): Promise<number[]> {
  const found = (await filesIn(folder)).flatMap((file) => (file.kind === kind && !file.isLog ? [file.generation] : []));
  return found.sort((a, b) => b - a);
}

/** The next generation: after every one that a file of ours belongs to, and with nothing of anybody's in the way. */
export async function nextGeneration(folder: string): Promise<number> {
  const names = await readdir(folder);
  let next = (await filesIn(folder)).reduce((newest, { generation }) => Math.max(newest, generation), 0) + 1;
  while (names.some((name) => /^(facts|rows|staging|building)-/.test(name) && name.split(/[-.]/)[1] === String(next))) {
    next++;
  }
  return next;
}

/** Removes what a load cut short left behind: everything of ours but complete facts, and rows with what was written of them last. What is not ours stays. */
export async function removeLeftovers(folder: string): Promise<string[]> {
  const unfinished = (await filesIn(folder)).filter(({ kind, isLog }) => kind !== 'rows' && (kind !== 'facts' || isLog)).map(({ name }) => name);
  const others = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.name === 'temp' || (entry.isFile() && /^lock-.*\.tmp(\.wal)?$/.test(entry.name))
  );
  const left = [...unfinished, ...others.map(({ name }) => name)];
  for (const name of left) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  return left;
}

/** Removes a database file and what DuckDB puts beside it, where they are files. */
export async function removeFile(path: string): Promise<void> {
  for (const one of [path, `${path}.wal`, `${path}.wal.checkpoint`, `${path}.wal.recovery`]) {
    if (await isFile(one)) {
      await rm(one, { force: true });
    }
  }
}

/** How long a file is, in bytes. */
export async function fileSize(path: string): Promise<number> {
  return (await stat(path)).size;
}

/** Whether a path is a file, and no folder, link or pipe. */
export async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false
  );
}

/** Moves what lies in the way of a file of ours and is no file to a name of its own beside it; says which, or null where nothing does. */
export async function putAside(path: string): Promise<string | null> {
  const found = await lstat(path).catch(() => null);
  if (!found || found.isFile()) {
    return null;
  }
  const aside = `${path}.not-ours-${Date.now()}`;
  await rename(path, aside);
  return aside;
}
