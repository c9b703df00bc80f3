import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';

import { SourceError } from '../../source';

/** What something that is no file and no folder is, in the words of a message; null where it is one of the two. */
export function oddKind(info: BigIntStats): string | null {
  if (info.isFile() || info.isDirectory()) {
    return null;
  }
  return info.isFIFO() ? 'a FIFO' : info.isSocket() ? 'a socket' : 'a device';
}

/** Opens a file to read it. Throws a SourceError where it is none: opening a FIFO, say, would wait for somebody to write, and hold one of the process's few threads meanwhile. */
export async function openRegular(path: string, name: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch(() => {
    throw new SourceError('config', `The file "${name}" cannot be read by the user that runs Grafana.`);
  });
  // another may have taken its place since somebody looked
  if (!(await file.stat()).isFile()) {
    await file.close();
    throw new SourceError('config', `"${name}" is not a file any more.`);
  }
  return file;
}

/** What differs whenever a file is another, or has been written to; the empty text where there is none. */
export async function fileState(path: string): Promise<string> {
  try {
    return stateOf(await stat(path, { bigint: true }));
  } catch {
    return '';
  }
}

/** `fileState` of what a look has told already. */
export function stateOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
