import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../demo/ensure';
import { sharedBackend } from '../tests/build';
import { soak } from './soak-run';

const END = Date.parse('2026-05-31T22:00:00Z');

it('two viewers, some seconds: every panel is answered, and the backend is looked at', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-soak-'));
  const { executable, remove } = sharedBackend();
  try {
    await ensureDemo({ dir: join(folder, 'demo'), tickets: 500, seed: 3, months: 6, end: END });
    const soaked = await soak(
      executable,
      { source: { type: 'files', path: join(folder, 'demo') }, store: { directory: join(folder, 'store') }, defaultCalendar: 'amsterdam', maxAge: '10000d' },
      {
        viewers: 2,
        panels: 12,
        seconds: 4,
        every: 2,
        end: END,
        look: 1,
        allowed: [folder],
        say: () => undefined,
      }
    );
    expect([...soaked.errors.keys()]).toEqual([]);
    expect(soaked).toMatchObject({ timeouts: 0, generations: 0 });
    expect(soaked.times.length).toBeGreaterThanOrEqual(24);
    expect(soaked.samples.length).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    remove();
  }
}, 120_000);
