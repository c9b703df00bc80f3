import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensureDemo } from '../../demo/ensure';
import { sharedBackend } from '../build';
import { END } from './ranges';

/** Words that only the other data source's rows hold: an answer about the first one never does. */
export const OTHERS = 'Zebrafish-4711';
/** The first data source's password: no answer holds it, unless its question did. */
export const SECRET = 'hunter2 Tr0ub4dor&3';

/** The folders of one run, and the backend built for it. */
export interface World {
  readonly folder: string;
  readonly executable: string;
  /** jsonData of the data source that is loaded. */
  readonly settings: object;
  /** The texts of an input's settings with the run's folders in them. */
  placed(text: string): string;
  remove(): void;
}

/** Builds the backend, and makes a demo helpdesk of so many tickets and a tiny one of somebody else's. */
export async function makeWorld(tickets: number): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'helpdesk-fuzz-'));
  const { executable, remove } = sharedBackend();
  const [main, tiny, store] = ['main', 'tiny', 'store'].map((name) => join(folder, name));
  for (const made of [main, tiny, store]) {
    mkdirSync(made);
  }
  await ensureDemo({ dir: main, tickets, seed: 5, months: 12, end: END });
  writeFileSync(
    join(tiny, 'ticket.csv'),
    `ticket_id,created_at,subject,channel\n${[1, 2, 3].map((i) => `${OTHERS}-${i},2026-05-0${i}T08:00:00.000Z,${OTHERS} subject,${OTHERS} channel`).join('\n')}\n`
  );
  // neither a file nor a folder, and what leads nowhere
  spawnSync('mkfifo', [join(folder, 'fifo')]);
  symlinkSync('loop', join(folder, 'loop'));
  return {
    folder,
    executable,
    settings: {
      source: { type: 'files', path: main },
      store: { directory: store, memoryLimit: '512MB' },
      timeZone: 'Europe/Amsterdam',
      defaultCalendar: 'amsterdam',
      refreshInterval: '30d',
      maxAge: '10000d',
    },
    placed: (text) => text.replace(/<(main|tiny|store|fifo|loop)>/g, (_all, name: string) => join(folder, name)),
    remove() {
      rmSync(folder, { recursive: true, force: true });
      remove();
    },
  };
}
