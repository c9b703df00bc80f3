import { initSync } from '@bsull/augurs/mstl';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

let isReady = false;

/** Loads the forecasting library's WebAssembly, once: beside backend.js in the built plugin, from node_modules in tests. */
export function readyAugurs(): void {
  if (!isReady) {
    const beside = join(__dirname, 'mstl_bg.wasm');
    const file = existsSync(beside) ? beside : join(dirname(createRequire(__filename).resolve('@bsull/augurs/mstl')), 'mstl_bg.wasm');
    initSync({ module: readFileSync(file) });
    isReady = true;
  }
}
