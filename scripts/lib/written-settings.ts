import { readFileSync } from 'node:fs';

import { ensureDemo } from '../../demo/ensure';
import type { SettingsInput } from '../../src/shared/settings';
import { DEMO_FOLDER, demoSettings } from './backend';
import { progress } from './terminal';

/** Settings as a file for commands has them: a data source's jsonData, with its secrets. */
export type WrittenSettings = SettingsInput & { readonly secureJsonData?: Record<string, string> };

/** The settings of a file; without one the demo's, whose helpdesk is made where there is none. */
export async function writtenSettings(file: string | undefined): Promise<WrittenSettings> {
  if (file !== undefined) {
    return JSON.parse(readFileSync(file, 'utf8')) as WrittenSettings;
  }
  await ensureDemo({ dir: DEMO_FOLDER, onProgress: (line: string) => progress.show(line) });
  progress.end();
  return demoSettings();
}
