import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Builds the backend into a folder of its own, with no node_modules around it, and gives its executable for this machine. */
export function buildBackend(): string {
  return builtIn(tmpdir());
}

/** A built backend that is only run: its executable, and what is called when it is no longer needed. */
export interface RunBackend {
  readonly executable: string;
  readonly remove: () => void;
}

/** A built backend of one’s own, beside which anything may be laid. */
export function ownBackend(): RunBackend {
  const executable = buildBackend();
  return { executable, remove: () => rmSync(dirname(executable), { recursive: true, force: true }) };
}

/** The backend that a run of tests builds once for all of them (share.ts), in whose folder nobody writes; elsewhere one of its own. */
export function sharedBackend(): RunBackend {
  const shared = process.env.HELPDESK_SHARED;
  if (shared === undefined) {
    return ownBackend();
  }
  const told = join(shared, 'backend');
  if (!existsSync(told)) {
    // two who begin at once both build, and either is right
    const executable = builtIn(shared);
    const mine = join(dirname(executable), 'told');
    writeFileSync(mine, executable);
    renameSync(mine, told);
  }
  return { executable: readFileSync(told, 'utf8'), remove: () => undefined };
}

function builtIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'helpdesk-build-'));
  const root = join(__dirname, '..');
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'scripts/build-backend.ts'), folder], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`The backend was not built:\n${stderr}`);
  }
  return join(folder, `gpx_helpdesk_metrics_${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`);
}
