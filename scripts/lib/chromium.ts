import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** How to get a browser where there is none. */
export const INSTALL_CHROMIUM = 'install it ("apt-get install chromium" on Debian and Ubuntu) or name one in CHROMIUM';

/** What a browser without a screen, an account or the internet starts with. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The system's own Chromium: never one that a tool has downloaded. Null where there is none. */
export function findChromium({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv = process.env, always: readonly string[] = ['/usr/bin']): string | null {
  if (CHROMIUM) {
    // a wrong name is said by the browser that does not start, not passed over
    return CHROMIUM;
  }
  const folders = [...PATH.split(delimiter).filter(isAbsolute), ...always];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
