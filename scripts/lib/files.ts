import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The paths of all files in a folder and its folders, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort();
}

/** What files below a folder are called and hold, as a SHA-256 in hexadecimal: the same wherever that folder is. */
export function digestOf(folder: string, paths: readonly string[]): string {
  const digest = createHash('sha256');
  paths.forEach((path) => digest.update(relative(folder, path)).update('\0').update(readFileSync(path)));
  return digest.digest('hex');
}
