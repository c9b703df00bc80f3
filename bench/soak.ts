import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDemo } from '../demo/ensure';
import { ROOT } from '../scripts/lib/backend';
import { progress, table } from '../scripts/lib/terminal';
import { buildBackend } from '../tests/build';
import { isWell, memoryRows, rows } from './soak-figures';
import { soak } from './soak-run';

const USAGE = `npm run soak -- [--viewers 50] [--panels 12] [--minutes 10] [--tickets 50000] [--every 30]
  viewers who leave a dashboard open, each refreshing all its panels every 30 s, over a helpdesk that is read anew every 2 minutes`;

/** The end of the soak's helpdesk: the same rows in every run. */
const END = Date.parse('2026-11-01T00:00:00Z');

async function main(): Promise<void> {
  const text = (value: string) => ({ type: 'string', default: value }) as const;
  const { values } = parseArgs({
    options: { viewers: text('50'), panels: text('12'), minutes: text('10'), tickets: text('50000'), every: text('30'), help: { type: 'boolean' } },
  });
  const [viewers, panels, minutes, tickets, every] = [values.viewers, values.panels, values.minutes, values.tickets, values.every].map((one) =>
    Number(one.replaceAll('_', ''))
  );
  if (values.help || ![viewers, panels, minutes, tickets, every].every((one) => one > 0)) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const folder = join(ROOT, `.demo/soak-${tickets}`);
  await ensureDemo({ dir: folder, tickets, seed: 1, end: END, onProgress: (line) => progress.show(`Making ${tickets.toLocaleString('en')} tickets: ${line}`) });
  progress.show('Building the backend');
  const [executable, store] = [buildBackend(), mkdtempSync(join(tmpdir(), 'helpdesk-soak-'))];
  try {
    const soaked = await soak(
      executable,
      {
        source: { type: 'files', path: folder },
        store: { directory: store },
        timeZone: 'Europe/Amsterdam',
        defaultCalendar: 'amsterdam',
        refreshInterval: '2m',
        maxAge: '10000d',
      },
      { viewers, panels, seconds: minutes * 60, every, end: END, look: 5, allowed: [folder, store], say: (line) => progress.show(line) }
    );
    progress.end();
    console.log(
      `${viewers} viewers × ${panels} panels for ${minutes} min at ${tickets.toLocaleString('en')} tickets; each refreshes all its panels every ${every} s, the helpdesk is read anew every 2 min\n`
    );
    console.log(table(['minute', 'memory, MB', 'state told', 'loop late, most', 'an idle thread'], memoryRows(soaked.samples), new Set([0, 1, 2, 3, 4])));
    console.log(`\n${table(['figure', 'value', 'aim', ''], rows(soaked), new Set([1]))}`);
    soaked.errors.forEach((count, what) => console.log(`ERROR ${count} ${count === 1 ? 'time' : 'times'}: ${what.slice(0, 300)}`));
    process.exitCode = isWell(soaked) ? 0 : 1;
  } finally {
    rmSync(store, { recursive: true, force: true });
    rmSync(dirname(executable), { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  progress.end();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
