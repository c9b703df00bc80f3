import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An executable that runs testing/main.ts, bundled and started as the release is. */
export interface TestExecutable {
  readonly path: string;
  remove(): void;
}

/** Bundles the test backend into a folder of its own. */
export async function makeExecutable(): Promise<TestExecutable> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-host-'));
  const [script, path] = [join(folder, 'backend.js'), join(folder, 'gpx_test')];
  await build({
    entryPoints: [join(__dirname, 'main.ts')],
    outfile: script,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  writeFileSync(path, `#!/bin/sh\nexec "${process.execPath}" "${script}"\n`);
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** How a process went. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs an executable with an environment, and nobody speaking to it: it is asked to end as soon as it says where it listens. */
export function ranToEnd(path: string, env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(path, [], { env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (part: Buffer) => {
      stdout += part.toString();
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
