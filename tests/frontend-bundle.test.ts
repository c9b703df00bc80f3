import { build } from 'esbuild';
import { join } from 'node:path';

/** The one place that loads the schema library, with the first JSON text. */
const LATER = { from: /\/check-json\.ts$/, to: 'src/shared/query/index.ts' };

/** The files of the plugin's code in the browser, each with what it imports. Imports of types alone are none. */
async function modules() {
  const { metafile } = await build({
    absWorkingDir: join(__dirname, '..'),
    entryPoints: ['src/module.ts'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'nowhere',
    write: false,
    metafile: true,
    logLevel: 'silent',
    // Grafana brings these
    external: ['@grafana/*', 'react', 'react-dom', 'react/*', '@emotion/*', 'rxjs', 'rxjs/*'],
  });
  return metafile.inputs;
}

it('loads the schema library with the first JSON text only', async () => {
  const files = await modules();
  const waysTo = new Map([['src/module.ts', 'src/module.ts']]);
  const said: string[] = [];
  let later = 0;
  // a map that grows while it is walked
  for (const [file, way] of waysTo) {
    for (const { path, external, kind } of files[file].imports) {
      if (LATER.from.test(file) && path === LATER.to && kind === 'dynamic-import') {
        later++;
      } else if (/(^|\/)node_modules\/zod\//.test(path)) {
        said.push(`${way} needs zod: import types of it only (import type), or what is plain data beside it.`);
      } else if (!external && !waysTo.has(path)) {
        waysTo.set(path, `${way} → ${path}`);
      }
    }
  }
  expect(said).toEqual([]);
  expect(later).toBe(1);
});
