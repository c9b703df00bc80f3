import { table } from '../../scripts/lib/terminal';
import { shown } from './input';
import { pooled } from '../../scripts/lib/loop-delay';
import type { Found, Outcome } from './run';

/** What the event loop and the memory may come to. */
const LIMITS = { p999Ms: 50, mostMs: 250, memoryMB: 1_500 };

/** A figure, what it may be at most, and whether it is. */
export interface Verdict {
  readonly figure: string;
  readonly value: string;
  readonly limit: string;
  readonly isMet: boolean;
}

/** The figures of a run against what they may be. */
export function verdicts({ found, restarts, delays, idle, mostMemory, statuses }: Outcome): Verdict[] {
  const count = (figure: string, value: number): Verdict => ({ figure, value: String(value), limit: '0', isMet: value === 0 });
  const kinds = (...of: string[]) => found.filter(({ fault }) => of.includes(fault.kind)).reduce((sum, one) => sum + one.count, 0);
  // a machine that keeps an idle thread waiting keeps ours too
  const loop = (name: string, at: number, limit: number): Verdict => {
    const [value, machine] = [pooled(delays, at), pooled(idle, at)];
    return {
      figure: `event loop late, ${name}`,
      value: delays.length === 0 ? 'not told' : `${value.toFixed(1)} ms`,
      limit: `${limit} ms (an idle thread: ${machine.toFixed(1)} ms)`,
      isMet: delays.length > 0 && value <= Math.max(limit, 2 * machine),
    };
  };
  return [
    count('crashes', kinds('crash')),
    count('freezes and hangs', kinds('freeze', 'hang')),
    count('restarts', restarts),
    count('answers of 500', statuses.get('500') ?? 0),
    count(
      'other faults',
      found.filter(({ fault }) => !['crash', 'freeze', 'hang', '500'].includes(fault.kind)).reduce((sum, one) => sum + one.count, 0)
    ),
    loop('p99.9', 0.999, LIMITS.p999Ms),
    loop('most', 1, LIMITS.mostMs),
    { figure: 'resident memory, most', value: `${mostMemory} MB`, limit: `${LIMITS.memoryMB} MB`, isMet: mostMemory <= LIMITS.memoryMB },
  ];
}

/** A run's figures against what they may be, and what was asked and answered. */
export function figuresTold(outcome: Outcome, seed: number): string {
  const { inputs, relations, seconds, statuses, memory } = outcome;
  const rows = verdicts(outcome).map(({ figure, value, limit, isMet }) => [figure, value, limit, isMet ? 'met' : 'MISSED']);
  const by = [...statuses]
    .sort()
    .map(([status, count]) => `${status}: ${count.toLocaleString('en')}`)
    .join(', ');
  const memories = memory.length === 0 ? '' : ` resident ${memory[0]} → ${memory[memory.length >> 1]} → ${memory.at(-1)} MB;`;
  return (
    `${table(['figure', 'value', 'limit', ''], rows, new Set([1]))}\n` +
    `${inputs.toLocaleString('en')} inputs (${relations.toLocaleString('en')} relations) with seed ${seed} in ${seconds.toFixed(0)} s;${memories} answers by status: ${by}`
  );
}

/** A fault: what it is, its smallest case, and how to see it again. */
export function faultTold({ fault: { kind, says }, number, smallest }: Found, seed: number): string {
  const again = number === null ? 'a known killer' : `npm run fuzz -- --seed ${seed} --only ${number}`;
  return `FAULT ${kind}: ${says}\n  ${smallest.inputs.map((input) => shown(input)).join('\n  ')}\n  again: ${again}\n`;
}
