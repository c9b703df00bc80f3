import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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

/** Runs a program to its end; what went wrong is in the error. */
export function run(program: string, args: readonly string[], cwd?: string): void {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(' ')} failed:\n${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
  }
}
