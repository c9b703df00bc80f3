import { buildSync } from 'esbuild';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { dependencies, devDependencies, license, version } from '../../../package.json';
import { run } from '../run';

const ROOT = join(__dirname, '../../..');
/** What the package is called where it is installed. */
export const BUILDERS = 'helpdesk-metrics-dashboards';
const ENTRY = 'dashboards/src/library';
/** What its users install beside it: its own types need them. */
const NEEDED = { '@grafana/grafana-foundation-sdk': devDependencies['@grafana/grafana-foundation-sdk'], zod: dependencies.zod };

/** Makes a package of the dashboards' builders, with their types, that `npm install <file>` takes; gives the path of its archive in `folder`. */
export function buildersPackage(folder: string): string {
  const place = mkdtempSync(join(tmpdir(), 'helpdesk-builders-'));
  try {
    buildSync({
      entryPoints: [join(ROOT, `${ENTRY}.ts`)],
      outfile: join(place, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      external: Object.keys(NEEDED).flatMap((name) => [name, `${name}/*`]),
      logLevel: 'warning',
      legalComments: 'none',
    });
    run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), `${ENTRY}.ts`, ...TYPES_ONLY, '--outDir', join(place, 'types')], ROOT);
    writeFileSync(
      join(place, 'package.json'),
      JSON.stringify({ name: BUILDERS, version, license, main: 'index.js', types: `types/${ENTRY}.d.ts`, files: ['index.js', 'types'], dependencies: NEEDED }, null, 2)
    );
    cpSync(join(ROOT, 'LICENSE'), join(place, 'LICENSE'));
    mkdirSync(folder, { recursive: true });
    run('npm', ['pack', place, '--pack-destination', folder, '--silent'], place);
    return join(folder, `${BUILDERS}-${version}.tgz`);
  } finally {
    rmSync(place, { recursive: true });
  }
}

const TYPES_ONLY = [
  '--declaration',
  '--emitDeclarationOnly',
  ...['--rootDir', '.', '--module', 'esnext', '--moduleResolution', 'bundler', '--target', 'es2022'],
  ...['--strict', '--skipLibCheck', '--resolveJsonModule', '--esModuleInterop'],
];
