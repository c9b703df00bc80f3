import { type Zippable, zipSync } from 'fflate';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { filesIn } from '../files';

/** Who made the archive, so that its modes are read: Unix. */
const UNIX = 3;
/** The same files give the same archive, whenever it is made. */
const MADE = new Date(1980, 0, 1);

/** Writes a folder, with its own name on top, as a ZIP that keeps programs executable. */
export function archive(folder: string, file: string, level: 1 | 6 = 6): void {
  const top = join(folder, '..');
  const entries: Zippable = {};
  for (const path of filesIn(folder)) {
    const mode = statSync(path).mode & 0o111 ? 0o100755 : 0o100644;
    // a plain array: what is not one of this realm (jest's is another), fflate takes for a folder
    entries[relative(top, path).split(sep).join('/')] = [new Uint8Array(readFileSync(path)), { attrs: (mode << 16) >>> 0, os: UNIX, mtime: MADE }];
  }
  writeFileSync(file, zipSync(entries, { level }));
}
