import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Builds the backend into a folder of its own, with no node_modules around it, and gives its executable for this machine. */
export function buildBackend(): string {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-build-'));
  const root = join(__dirname, '..');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/build-backend.ts'), folder], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`The backend was not built:\n${stderr}`);
  }
  return join(folder, `gpx_helpdesk_metrics_${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`);
}
