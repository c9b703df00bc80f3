import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { run } from '../run';
import type { Platform } from './platforms';

/** Debian's packages of what Node and DuckDB are linked to. */
const PACKAGES = ['libc6', 'libgcc-s1', 'libstdc++6'];

/**
 * Debian's C and C++ libraries for a platform, unpacked, or null where this machine has no apt: with them a release also runs where
 * there is no glibc, as in Grafana's default (Alpine) image. apt works in folders of its own: the machine stays as it is.
 */
export function cLibrary({ debian }: Platform, cache: string): string | null {
  if (debian === null || !existsSync('/usr/bin/apt-get')) {
    return null;
  }
  const folder = join(resolve(cache), `debian-${debian.architecture}`);
  if (existsSync(folder)) {
    return folder;
  }
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${folder}.`);
  try {
    const places = ['lists', 'archives'].map((name) => join(fresh, name));
    places.forEach((place) => mkdirSync(join(place, 'partial'), { recursive: true }));
    const options = [
      `APT::Architecture=${debian.architecture}`, `APT::Architectures::=${debian.architecture}`, 'APT::Sandbox::User=root', `Dir::State::lists=${places[0]}`,
      `Dir::Cache::archives=${places[1]}`, 'Dir::Cache::pkgcache=', 'Dir::Cache::srcpkgcache=', 'Dir::State::status=/dev/null',
    ].flatMap((option) => ['-o', option]);
    const unpacked = join(fresh, 'root');
    const get = (names: readonly string[]) => {
      run('apt-get', [...options, 'download', ...names.map((name) => `${name}:${debian.architecture}`)], fresh);
      readdirSync(fresh).filter((name) => name.endsWith('.deb')).forEach((name) => run('dpkg-deb', ['-x', join(fresh, name), unpacked]));
    };
    run('apt-get', [...options, 'update']);
    get(PACKAGES);
    // its licence is that of another package
    get([readlinkSync(join(unpacked, 'usr/share/doc/libgcc-s1'))]);
    renameSync(unpacked, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
