import { existsSync, mkdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { version } from '../package.json';
import { archive } from './lib/release/archive';
import { assemble, PLUGIN_ID } from './lib/release/assemble';
import { cLibrary } from './lib/release/c-library';
import { npmPackage, run } from './lib/release/npm-package';
import { type Platform, PLATFORMS } from './lib/release/platforms';

// `npm run package [-- linux_amd64 …]` builds, and writes release/<platform>/ and release/*.zip, one a platform.
const root = join(__dirname, '..');
const release = join(root, 'release');
const cache = join(root, '.cache/release');

/** DuckDB's version is the one that this checkout is tested with. */
function duckdbVersion(): string {
  const require = createRequire(join(root, 'package.json'));
  return (require('@duckdb/node-bindings/package.json') as { version: string }).version;
}

function make(platform: Platform, dist: string): void {
  const { runtime } = platform;
  const node = npmPackage(runtime.package, runtime.version, cache);
  const license = join(node, 'LICENSE');
  const library = cLibrary(platform, cache);
  const plugin = assemble(platform, {
    dist, node: join(node, runtime.file), nodeLicense: existsSync(license) ? license : null,
    duckdb: npmPackage(`@duckdb/node-bindings-${platform.node}`, duckdbVersion(), cache), cLibrary: library,
  }, join(release, platform.grafana));
  const file = join(release, `${PLUGIN_ID}-${version}.${platform.grafana}.zip`);
  archive(plugin, file);
  const note = platform.debian && library === null ? ' (no apt here: without a C library, so not for Alpine)' : '';
  console.log(`${file} ${(statSync(file).size / 1e6).toFixed(1)} MB${note}`);
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PLATFORMS.some(({ grafana }) => grafana === name));
if (unknown.length > 0) {
  console.error(`There is no platform ${unknown.join(', ')}: choose of ${PLATFORMS.map(({ grafana }) => grafana).join(', ')}.`);
  process.exitCode = 1;
} else {
  run('npm', ['run', '--silent', 'build'], root);
  mkdirSync(release, { recursive: true });
  PLATFORMS.filter(({ grafana }) => wanted.length === 0 || wanted.includes(grafana)).forEach((platform) => make(platform, join(root, 'dist')));
}
