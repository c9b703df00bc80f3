import { unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import { archive } from '../scripts/lib/release/archive';
import { assemble, PLUGIN_ID } from '../scripts/lib/release/assemble';
import { cLibrary } from '../scripts/lib/release/c-library';
import { npmPackage } from '../scripts/lib/release/npm-package';
import { PLATFORMS } from '../scripts/lib/release/platforms';
import { startPlugin } from '../tools/door/client';
import { buildBackend } from './build';

const ROOT = join(__dirname, '..');
const CACHE = join(ROOT, '.cache/release');
const platform = PLATFORMS.find(({ node }) => node === `${process.platform}-${process.arch}`);

/** Grafana makes these executable when it unpacks a plugin, and no others. */
const PROGRAM = /(_linux_amd64|_linux_arm64|_darwin_amd64|_darwin_arm64|\.exe)$/;

/** What the archive's directory says of each file: its Unix mode. */
function modes(zip: Buffer): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const length = zip.readUInt16LE(at + 28);
    found.set(zip.toString('utf8', at + 46, at + 46 + length), zip.readUInt32LE(at + 38) >>> 16);
  }
  return found;
}

/** From the network where there is one; a machine without uses what it has, and says so. */
function orElse<T>(get: () => T, fallback: T, what: string): T {
  try {
    return get();
  } catch (error) {
    console.warn(`${what}: ${(error as Error).message.split('\n')[0]}`);
    return fallback;
  }
}

(platform ? describe : describe.skip)(`a release for ${process.platform}-${process.arch}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-release-'));
  const plugin = join(folder, 'plugins', PLUGIN_ID);
  let zip = '';

  beforeAll(async () => {
    const dist = dirname(buildBackend());
    if (!platform) {
      return;
    }
    const { package: name, version, file } = platform.runtime;
    const runtime = orElse(() => npmPackage(name, version, CACHE), null, 'Without Node 22 from npm, with the one that runs the tests');
    const library = orElse(() => cLibrary(platform, CACHE), null, 'Without a bundled C library');
    const made = assemble(
      platform,
      {
        dist,
        node: runtime === null ? realpathSync(process.execPath) : join(runtime, file),
        nodeLicense: null,
        duckdb: join(ROOT, 'node_modules/@duckdb', `node-bindings-${platform.node}`),
        cLibrary: runtime === null ? null : library,
      },
      join(folder, 'made')
    );
    await rm(dist, { recursive: true });
    zip = join(folder, 'plugin.zip');
    archive(made, zip, 1);
    rmSync(made, { recursive: true });
    for (const [path, content] of Object.entries(unzipSync(readFileSync(zip)))) {
      const target = join(folder, 'plugins', path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content, { mode: PROGRAM.test(path) ? 0o755 : 0o644 });
    }
    await ensureDemo({ dir: join(folder, 'demo'), tickets: 300, months: 3 });
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true }));

  it('keeps its programs executable, and holds nothing of the machine that made it', () => {
    const files = modes(readFileSync(zip));
    for (const [path, mode] of files) {
      expect([path, (mode & 0o111) !== 0]).toEqual([path, PROGRAM.test(path)]);
    }
    const names = [...files.keys()];
    expect(names).toEqual(expect.arrayContaining([`${PLUGIN_ID}/gpx_helpdesk_metrics_${platform?.grafana}`, `${PLUGIN_ID}/LICENSES.txt`]));
    expect(names.filter((name) => /node-path|\/data\//.test(name))).toEqual([]);
    expect(new Set(names.filter((name) => name.includes('/duckdb/')).map((name) => name.split('/')[2]))).toEqual(new Set([platform?.node]));
  });

  it('starts with an empty environment and reads a helpdesk', async () => {
    const client = await startPlugin(
      join(plugin, `gpx_helpdesk_metrics_${platform?.grafana}`),
      { uid: 'release', jsonData: { source: { type: 'files', path: join(folder, 'demo') } } },
      {
        env: { GF_PLUGIN_ALLOWED_DIRECTORIES: join(folder, 'demo') },
      }
    );
    try {
      expect(await client.health()).toMatchObject({ ok: true, message: expect.stringMatching(/^Connected: 300 tickets/) });
    } finally {
      await client.stop();
    }
  }, 60_000);
});
