import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

import type { Check } from './checks';

/** How a check went. */
export interface Checked {
  readonly name: string;
  readonly isWell: boolean;
  readonly seconds: number;
  /** What the tool said where it is not well. */
  readonly said: string;
  /** What to run then. */
  readonly mend: string;
}

/** Runs checks, as many at a time as there are processors, and tells each as it ends. */
export async function runChecks(checks: Readonly<Record<string, Check>>, root: string, tell: (checked: Checked) => void): Promise<readonly Checked[]> {
  const left = Object.entries(checks);
  const done: Checked[] = [];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const checked = await runCheck(next[0], next[1], root);
      done.push(checked);
      tell(checked);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), left.length) }, work));
  return done;
}

function runCheck(name: string, { script, args, mend }: Check, root: string): Promise<Checked> {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part) => (said += part));
    child.stderr.on('data', (part) => (said += part));
    child.once('error', (error) => (said += error.message));
    child.once('close', (code) => resolve({ name, isWell: code === 0, seconds: (Date.now() - began) / 1000, said: code === 0 ? '' : said.trim(), mend }));
  });
}

/** One line a check, below what its tool said where it is not well: "✗ format 3.2 s: npm run format". */
export function checkedLine({ name, isWell, seconds, said, mend }: Checked): string {
  const time = `${seconds.toFixed(1)} s`;
  return isWell ? `✓ ${name.padEnd(10)}${time}` : `${said}\n✗ ${name.padEnd(10)}${time}: ${mend}`;
}
