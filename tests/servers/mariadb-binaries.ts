import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where the MariaDB programs are, or why there are none. */
export type MariadbBinaries = { readonly server: string; readonly install: string } | { readonly skip: string };

/** Finds Debian's mariadb-server, without running anything. */
export function findMariadbBinaries(path: string = [process.env.PATH, '/usr/sbin', '/usr/local/sbin'].join(delimiter)): MariadbBinaries {
  const [server, install] = [find('mariadbd', path), find('mariadb-install-db', path)];
  return server !== null && install !== null ? { server, install } : { skip: 'MariaDB (Debian’s mariadb-server) is not installed' };
}

function find(name: string, path: string): string | null {
  const found = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return found ?? null;
}

/** The user as whom it runs: of root it must be told, or it would take another. */
export const AS_OURSELVES = process.getuid?.() === 0 ? ['--user=root'] : [];

/** The data folder of a server without databases: made once on this machine, since its many waits for the disk take seconds. To be copied. */
export function emptyCluster({ server, install }: Exclude<MariadbBinaries, { skip: string }>): string {
  const version = /Ver ([0-9.]+)/.exec(execFileSync(server, ['--version'], { encoding: 'utf8' }))?.[1] ?? 'unknown';
  const shared = join(tmpdir(), `helpdesk-mariadb-${version}-${userInfo().uid}`);
  if (!existsSync(shared)) {
    const fresh = mkdtempSync(`${shared}-`);
    execFileSync(install, ['--no-defaults', `--datadir=${fresh}`, '--auth-root-authentication-method=normal', '--skip-test-db', ...AS_OURSELVES], {
      // beside a server that runs: in a common folder it would remove that one's temporary tables
      env: { ...process.env, TMPDIR: fresh },
      stdio: 'ignore',
    });
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
