import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';

import { FILE_PATH } from '../../../shared/bounds';
import { quoted } from '../../../shared/echo';
import { SettingsError } from '../../../shared/settings';

/** The folder that the running backend lies in: the plugin's own. */
const PLUGIN_FOLDER = __dirname.endsWith(`${sep}instances`) ? resolve(__dirname, '../../../../dist') : __dirname;

/** Where stores live unless the settings say otherwise. */
export const DATA_FOLDER = join(PLUGIN_FOLDER, 'data');

/**
 * The folders in which the files source and the store may read and write: the administrator's list
 * (`allowed_directories` of `[plugin.helpdesk-metrics-datasource]`), and always the plugin's data folder.
 */
export function allowedDirectories(): string[] {
  const own = (process.env.GF_PLUGIN_ALLOWED_DIRECTORIES ?? '')
    .split(new RegExp(`[,${delimiter}]`))
    .map((one) => one.trim())
    .filter(Boolean);
  return [DATA_FOLDER, ...own];
}

/** The path with its links resolved, if it lies in an allowed folder; a SettingsError that says what is allowed otherwise. */
export function allowedPath(path: string, what: string): string {
  if (path.includes('\0') || path.length > FILE_PATH) {
    throw new SettingsError(
      `${what} ${quoted(path)} is no path: it is longer than ${FILE_PATH.toLocaleString('en')} characters, or holds a character that none may.`
    );
  }
  const wanted = real(resolve(PLUGIN_FOLDER, path));
  if (wanted === null) {
    throw new SettingsError(`${what} ${quoted(path)} is or lies behind a link that leads nowhere.`);
  }
  const allowed = allowedDirectories()
    .map((one) => real(one))
    .filter((one) => one !== null);
  if (!allowed.some((folder) => wanted === folder || wanted.startsWith(folder.endsWith(sep) ? folder : folder + sep))) {
    throw new SettingsError(
      `${what} "${path}" is not in a folder that the Grafana administrator allows. ${isAbsolute(path) ? '' : 'It is not absolute. '}` +
        'Allowed folders are listed in allowed_directories of [plugin.helpdesk-metrics-datasource] in grafana.ini.'
    );
  }
  return wanted;
}

/** The path with links resolved as far as it exists: a link out of an allowed folder allows nothing. Null where a link leads nowhere, or in a circle. */
function real(path: string): string | null {
  const missing: string[] = [];
  let existing = path;
  while (!existsSync(existing) && existing !== resolve(existing, '..')) {
    if (isLink(existing)) {
      return null;
    }
    missing.unshift(existing.slice(existing.lastIndexOf(sep) + 1));
    existing = resolve(existing, '..');
  }
  return join(existsSync(existing) ? realpathSync(existing) : existing, ...missing);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
