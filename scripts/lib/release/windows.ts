import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { run } from '../run';
import { npmPackage } from './npm-package';
import { PLATFORMS } from './platforms';

/** All that the program itself says: run what lies beside it. Its own `require` knows Node's modules only. */
const STUB = "require('node:module').createRequire(process.execPath)('./backend.js');";

/** The mark that Node looks for in itself (nodejs.org, "Single executable applications"). */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** What puts a resource into a program of any platform: the tool of Node's own documentation. */
const POSTJECT = { package: 'postject', version: '1.0.0-alpha.6' };

interface Postject {
  inject(file: string, resource: string, data: Buffer, options: { sentinelFuse: string }): Promise<void>;
}

/**
 * Windows starts no script as a plugin: a Node that runs backend.js by itself, in `target`. It cannot say how large libuv's pool of
 * threads is, which Windows reads before any of it runs: there it has Node's four.
 */
export async function windowsProgram(node: string, target: string, cache: string): Promise<void> {
  const host = PLATFORMS.find((one) => one.node === `${process.platform}-${process.arch}`);
  if (!host) {
    throw new Error(`There is no Node for ${process.platform}-${process.arch} to make the program for Windows with.`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-stub-'));
  try {
    const [main, output, config] = ['stub.js', 'stub.blob', 'stub.json'].map((name) => join(folder, name));
    writeFileSync(main, STUB);
    // neither a snapshot nor a code cache: those would be this platform's
    writeFileSync(config, JSON.stringify({ main, output, disableExperimentalSEAWarning: true, useSnapshot: false, useCodeCache: false }));
    run(join(npmPackage(host.runtime.package, host.runtime.version, cache), host.runtime.file), ['--experimental-sea-config', config]);
    copyFileSync(node, target);
    const { inject } = createRequire(__filename)(join(npmPackage(POSTJECT.package, POSTJECT.version, cache), 'dist/api.js')) as Postject;
    await inject(target, 'NODE_SEA_BLOB', readFileSync(output), { sentinelFuse: FUSE });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
