import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { version } from '../package.json';
import { archive } from './lib/release/archive';
import { assemble, PLUGIN_ID } from './lib/release/assemble';
import { cLibrary } from './lib/release/c-library';
import { npmPackage } from './lib/release/npm-package';
import { isWindows, type Platform, PLATFORMS } from './lib/release/platforms';
import { windowsProgram } from './lib/release/windows';
import { run } from './lib/run';

// `npm run package [-- linux_amd64 …]` builds, and writes release/<platform>/ and release/*.zip, one a platform.
const root = join(__dirname, '..');
const release = join(root, 'release');
const cache = join(root, '.cache/release');

/** DuckDB's version is the one that this checkout is tested with. */
function duckdbVersion(): string {
  const require = createRequire(join(root, 'package.json'));
  return (require('@duckdb/node-bindings/package.json') as { version: string }).version;
}

async function make(platform: Platform, dist: string): Promise<void> {
  const { runtime } = platform;
  const node = npmPackage(runtime.package, runtime.version, cache);
  // some of the packages bring no licence: it is the same text
  const [first] = PLATFORMS;
  const license =
    [node, npmPackage(first.runtime.package, first.runtime.version, cache)].map((place) => join(place, 'LICENSE')).find((file) => existsSync(file)) ?? null;
  const library = cLibrary(platform, cache);
  const program = isWindows(platform) ? join(cache, 'stub.exe') : join(node, runtime.file);
  if (isWindows(platform)) {
    await windowsProgram(join(node, runtime.file), program, cache);
  }
  const plugin = assemble(
    platform,
    {
      dist,
      node: program,
      nodeLicense: license,
      duckdb: npmPackage(`@duckdb/node-bindings-${platform.node}`, duckdbVersion(), cache),
      cLibrary: library,
    },
    join(release, platform.grafana)
  );
  const file = join(release, `${PLUGIN_ID}-${version}.${platform.grafana}.zip`);
  archive(plugin, file);
  const note = platform.debian && library === null ? ' (no apt here: without a C library, so not for Alpine)' : '';
  console.log(`${file} ${(statSync(file).size / 1e6).toFixed(1)} MB${note}`);
}

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !PLATFORMS.some(({ grafana }) => grafana === name));
  if (unknown.length > 0) {
    throw new Error(`There is no platform ${unknown.join(', ')}: choose of ${PLATFORMS.map(({ grafana }) => grafana).join(', ')}.`);
  }
  run('npm', ['run', '--silent', 'build'], root);
  mkdirSync(release, { recursive: true });
  for (const platform of PLATFORMS.filter(({ grafana }) => wanted.length === 0 || wanted.includes(grafana))) {
    await make(platform, join(root, 'dist'));
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
