import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of jest a folder for what its files share, HELPDESK_SHARED, which is gone at its end. */
export default function share(): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'helpdesk-shared-')));
  process.env.HELPDESK_SHARED = folder;
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
}
