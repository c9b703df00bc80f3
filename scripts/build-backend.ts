import { build, type Plugin } from 'esbuild';
import { chmodSync, copyFileSync, existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { digestOf } from './lib/files';
import { launcher } from './lib/launcher';
import { licences, mappedFiles, packagesOf } from './lib/licences';

const root = join(__dirname, '..');
const [folder] = process.argv.slice(2);
if (folder?.startsWith('-')) {
  console.error(`There is no option ${folder}: npm run build:backend [-- <folder>] builds into dist/ or the folder.`);
  process.exit(1);
}
const dist = folder ?? join(root, 'dist');
const require = createRequire(join(root, 'node_modules/@duckdb/node-bindings/'));

/** Grafana's names of platforms, and npm's. */
const PLATFORMS = { linux_amd64: 'linux-x64', linux_arm64: 'linux-arm64', darwin_amd64: 'darwin-x64', darwin_arm64: 'darwin-arm64' } as const;

/** DuckDB's binding is looked up beside backend.js, for the platform that runs it: no node_modules there. */
const duckdbBeside: Plugin = {
  name: 'duckdb-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@duckdb\/node-bindings$/ }, () => ({ path: 'duckdb', namespace: 'beside' }));
    onLoad({ filter: /.*/, namespace: 'beside' }, () => ({
      contents: "module.exports = require(require('node:path').join(__dirname, 'duckdb', process.platform + '-' + process.arch, 'duckdb.node'));",
      loader: 'js',
    }));
  },
};

/** Copies the bindings that npm installed: the machine's own, and every other platform's where a release installs them. */
function copyBindings(): void {
  for (const platform of new Set([`${process.platform}-${process.arch}`, ...Object.values(PLATFORMS)])) {
    let folder: string;
    try {
      folder = dirname(require.resolve(`@duckdb/node-bindings-${platform}/package.json`));
    } catch {
      continue;
    }
    const target = join(dist, 'duckdb', platform);
    mkdirSync(target, { recursive: true });
    for (const file of ['duckdb.node', 'libduckdb.so', 'libduckdb.dylib', 'duckdb.dll', 'LICENSE']) {
      if (existsSync(join(folder, file))) {
        copyFileSync(join(folder, file), join(target, file));
      }
    }
  }
}

/** A digest of all code that decides what a store holds, found by its imports: see store-meta.ts. */
async function derivation(): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/backend/sources/index.ts', 'src/backend/store/facts/derive.ts'],
    bundle: true,
    platform: 'node',
    packages: 'external',
    outdir: dist,
    write: false,
    metafile: true,
  });
  const files = Object.keys(metafile.inputs).sort();
  return digestOf(
    root,
    files.map((file) => join(root, file))
  ).slice(0, 12);
}

async function main(): Promise<void> {
  mkdirSync(dist, { recursive: true });
  const { metafile } = await build({
    // forecasts are made in a thread of their own, which needs a file of its own
    entryPoints: { backend: join(root, 'src/backend/main.ts'), forecaster: join(root, 'src/backend/analysis/forecaster-thread.ts') },
    outdir: dist,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    plugins: [duckdbBeside],
    external: ['pg-native'],
    sourcemap: 'linked',
    define: { DERIVATION: JSON.stringify(await derivation()) },
    logLevel: 'warning',
    legalComments: 'none',
    metafile: true,
    // the forecasting library's own way to fetch its WebAssembly, which is not used
    logOverride: { 'empty-import-meta': 'silent' },
  });
  copyBindings();
  copyFileSync(join(dirname(require.resolve('@bsull/augurs/mstl')), 'mstl_bg.wasm'), join(dist, 'mstl_bg.wasm'));
  for (const platform of Object.keys(PLATFORMS)) {
    const file = join(dist, `gpx_helpdesk_metrics_${platform}`);
    writeFileSync(file, launcher(platform));
    chmodSync(file, 0o755);
  }
  writeFileSync(
    join(dist, 'LICENSES.txt'),
    licences(root, packagesOf([...Object.keys(metafile.inputs), ...mappedFiles(dist), 'node_modules/@duckdb/node-bindings/']))
  );
  // for whoever builds it: the Node that did, which the launcher takes in this folder only
  writeFileSync(join(dist, 'node-path'), `${process.execPath}\n${realpathSync(dist)}\n`);
}

void main();
