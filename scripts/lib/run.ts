import { spawn, spawnSync } from 'node:child_process';

/** Runs a program to its end; what it says is shown where it fails. */
export function run(program: string, args: readonly string[], cwd?: string): void {
  const { status, error, stdout, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (status !== 0) {
    throw failure(program, args, `${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}`);
  }
}

/** The same, while this process goes on with something else. */
export function running(program: string, args: readonly string[], cwd?: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // npm is a script on Windows, which only a shell starts
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(failure(program, args, said))));
  });
}

function failure(program: string, args: readonly string[], said: string): Error {
  return new Error(`${program} ${args.join(' ')} failed:\n${said}`);
}
