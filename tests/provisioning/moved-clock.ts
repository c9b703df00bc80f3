import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A built backend whose clock stands where it is set. */
export interface MovedClock {
  readonly executable: string;
  set(nowMs: number): void;
}

/** Beside a built backend (its executable), a program that runs the same under a clock of its own, kept in `folder`: what it takes for now is what stands in a file. */
export function movedClock(built: string, folder: string): MovedClock {
  mkdirSync(folder, { recursive: true });
  const [clock, preload, executable] = ['clock', 'preload.cjs', 'moved-clock'].map((name) => join(folder, name));
  writeFileSync(
    preload,
    `const { readFileSync } = require('node:fs');
const now = () => Number(readFileSync(${JSON.stringify(clock)}, 'utf8'));
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(now()) : super(...given); }
  static now() { return now(); }
};
`
  );
  writeFileSync(executable, `#!/bin/sh\nexec "${process.execPath}" --require "${preload}" "${join(dirname(built), 'backend.js')}"\n`);
  chmodSync(executable, 0o755);
  return { executable, set: (nowMs) => writeFileSync(clock, String(nowMs)) };
}
