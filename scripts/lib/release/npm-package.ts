import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { run } from '../run';

/** The content of a package from the npm registry, whatever platform it is for; kept in `cache`. npm checks it against the registry's hash. */
export function npmPackage(name: string, version: string, cache: string): string {
  const folder = join(cache, `${name.replace('/', '+')}-${version}`);
  if (existsSync(folder)) {
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${folder}.`);
  try {
    run('npm', ['pack', `${name}@${version}`, '--pack-destination', fresh, '--prefer-offline', '--silent']);
    const [archive] = readdirSync(fresh);
    run('tar', ['-xzf', join(fresh, archive), '-C', fresh]);
    renameSync(join(fresh, 'package'), folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
