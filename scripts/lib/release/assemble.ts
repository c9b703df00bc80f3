import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { launcher } from '../launcher';
import { isWindows, type Platform } from './platforms';

/** The folder inside Grafana's plugin folder. */
export const PLUGIN_ID = 'helpdesk-metrics-datasource';

/** What of a build does not go into a release: other platforms' parts, source maps of the backend, stores, and the builder's Node. */
const LEFT_OUT = /^(gpx_|duckdb$|data$|node-path$|(backend|forecaster)\.js\.map$)/;

/** Debian's files by the names that programs look for. */
const LIBRARIES = ['libc.so.6', 'libdl.so.2', 'libm.so.6', 'libpthread.so.0', 'libresolv.so.2', 'librt.so.1', 'libgcc_s.so.1', 'libstdc++.so.6'];

/** Where the parts of a release are. */
export interface Parts {
  /** A build: `npm run build`. */
  readonly dist: string;
  /** The Node program; for Windows the one that runs backend.js by itself. */
  readonly node: string;
  /** The unpacked npm package of Node, for its licence; null where there is none. */
  readonly nodeLicense: string | null;
  /** The folder of DuckDB's binding. */
  readonly duckdb: string;
  /** An unpacked C library, or null. */
  readonly cLibrary: string | null;
}

/** Puts together the plugin for one platform, complete with its runtime, in `folder`; gives the plugin's own folder in it. */
export function assemble(platform: Platform, parts: Parts, folder: string): string {
  const plugin = join(folder, PLUGIN_ID);
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(plugin, { recursive: true });
  for (const name of readdirSync(parts.dist).filter((one) => !LEFT_OUT.test(one))) {
    cpSync(join(parts.dist, name), join(plugin, name), { recursive: true });
  }
  const program = (name: string) => join(plugin, `gpx_helpdesk_metrics_${name}${platform.grafana}`);
  if (isWindows(platform)) {
    copyFileSync(parts.node, `${program('')}.exe`);
    chmodSync(`${program('')}.exe`, 0o755);
  } else {
    writeFileSync(program(''), launcher(platform.grafana));
    // Grafana keeps a file executable that is called so
    copyFileSync(parts.node, program('node_'));
    [program(''), program('node_')].forEach((file) => chmodSync(file, 0o755));
  }
  if (parts.nodeLicense !== null) {
    copyFileSync(parts.nodeLicense, join(plugin, 'LICENSE.node'));
  }
  const binding = join(plugin, 'duckdb', platform.node);
  mkdirSync(binding, { recursive: true });
  for (const name of readdirSync(parts.duckdb).filter((one) => /^(duckdb\.node|libduckdb\.(so|dylib)|duckdb\.dll|LICENSE)$/.test(one))) {
    copyFileSync(join(parts.duckdb, name), join(binding, name));
  }
  if (parts.cLibrary !== null) {
    addCLibrary(platform, parts.cLibrary, plugin, program('ld_'));
  }
  return plugin;
}

function addCLibrary({ debian }: Platform, root: string, plugin: string, loader: string): void {
  if (debian === null) {
    return;
  }
  const places = ['lib', 'usr/lib'].map((folder) => join(root, folder, debian.triplet));
  const find = (name: string) => places.map((place) => join(place, name)).find((file) => existsSync(file)) ?? missing(name);
  mkdirSync(join(plugin, 'glibc'));
  for (const name of [...LIBRARIES, debian.loader]) {
    // through the links: archives of plugins hold none; node names the loader among its libraries
    copyFileSync(find(name), join(plugin, 'glibc', name));
    chmodSync(join(plugin, 'glibc', name), 0o644);
  }
  copyFileSync(find(debian.loader), loader);
  chmodSync(loader, 0o755);
  for (const name of ['libc6', 'libgcc-s1']) {
    copyFileSync(join(root, 'usr/share/doc', name, 'copyright'), join(plugin, 'glibc', `LICENSE.${name}`));
  }
}

function missing(name: string): never {
  throw new Error(`Debian's packages hold no ${name}.`);
}
