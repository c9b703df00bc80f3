import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of node_modules: where it lies and what it says of itself. */
interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

const LINE = '-'.repeat(80);

/** The folders (from node_modules on) of the packages that files belong to. */
export function packagesOf(files: readonly string[]): string[] {
  return [...new Set(files.flatMap((file) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []))];
}

/** Maps of the backend: its bundler tells more. */
const OWN: readonly string[] = ['backend.js.map', 'forecaster.js.map'];

/** The files that the source maps of a build name: all that webpack tells of what it bundled. */
export function mappedFiles(dist: string): string[] {
  const maps = readdirSync(dist).filter((name) => name.endsWith('.js.map') && !OWN.includes(name));
  return maps.flatMap((name) => (JSON.parse(readFileSync(join(dist, name), 'utf8')) as { sources: string[] }).sources);
}

/**
 * The notices of packages: name, version, licence and its whole text, one after the other. `folders` lie in `root`.
 * Throws where a package brings no text and none of its licence is known.
 */
export function licences(root: string, folders: readonly string[]): string {
  const packages = [...new Set(folders)]
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => packageIn(join(root, folder)))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const own = new Map(packages.map((one) => [one, ownText(one.folder)]));
  const notices = packages.map((one) => {
    const texts = [`${LINE}\n${one.name} ${one.version}\n${one.license}\n${LINE}`, own.get(one) ?? standardText(one, own), textOf(one.folder, /^notice/i)];
    return `${texts.filter(Boolean).join('\n\n')}\n`;
  });
  return `What Helpdesk Metrics brings along, and under which licences. Its own is in LICENSE.\n\n${notices.join('\n')}`;
}

function packageIn(folder: string): Package {
  const { name, version, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
    licenses?: Array<{ type: string }>;
  };
  return { folder, name, version, license: license ?? (licenses ?? []).map(({ type }) => type).join(' OR ') };
}

/** A package's own text of its licence: its files, else the end of its guide; null where that holds no more than a name. */
function ownText(folder: string): string | null {
  const guide = join(folder, 'README.md');
  const section = existsSync(guide) ? (/^#+ *licen[cs]e\s([^]*)/im.exec(readFileSync(guide, 'utf8'))?.[1].trim() ?? '') : '';
  return textOf(folder, /^(licen[cs]e|copying)/i) ?? (/permission is hereby granted/i.test(section) ? section : null);
}

function textOf(folder: string, names: RegExp): string | null {
  const files = readdirSync(folder).filter((name) => names.test(name));
  return files.length > 0 ? files.map((name) => readFileSync(join(folder, name), 'utf8').trim()).join('\n\n') : null;
}

/** The texts of a package's licences as others of the same licence bring them. */
function standardText({ name, license }: Package, own: ReadonlyMap<Package, string | null>): string {
  const texts = license
    .split(/[()]| AND | OR /)
    .filter(Boolean)
    .map((id) => {
      const [other, text] = [...own].find(([one, said]) => one.license === id && said !== null) ?? [];
      if (!other || !text) {
        throw new Error(`The package ${name} brings no text of its licence ${license}: nobody may be given it without one.`);
      }
      return `${name} brings no text of its licence; ${other.name} says of the same (${id}):\n\n${text}`;
    });
  return texts.join('\n\n');
}
