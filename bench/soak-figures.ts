import { type Delays, pooled } from '../scripts/lib/loop-delay';
import { shown } from './figures';

/** A look at the backend while it is asked. */
export interface Sample {
  /** Seconds since the beginning. */
  readonly at: number;
  readonly memoryMB: number;
  /** How long the store's state took to be told, in milliseconds. */
  readonly statusMs: number;
  /** Since the last sample; null where the backend does not tell. */
  readonly delays: Delays | null;
  /** Of a thread that does nothing: the machine's own. */
  readonly idle: Delays;
}

/** What came of a soak. */
export interface Soaked {
  readonly seconds: number;
  /** How long each answer took, in milliseconds. */
  readonly times: readonly number[];
  readonly errors: ReadonlyMap<string, number>;
  readonly timeouts: number;
  /** Times at which another load was being asked. */
  readonly generations: number;
  readonly samples: readonly Sample[];
  readonly mostMemoryMB: number;
}

/** How much the memory may grow over the last half, as a share of what it is. */
const FLAT = 0.1;

/** A quantile (0–1) of some numbers; 0 of none. */
export function quantile(numbers: readonly number[], at: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0;
}

/** By how much a straight line through the last half's memory rises from its beginning to its end, as a share of its middle. */
export function growth(samples: readonly Sample[]): number {
  const half = samples.filter(({ at }) => at >= (samples.at(-1)?.at ?? 0) / 2);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [middle, level] = [mean(half.map(({ at }) => at)), mean(half.map(({ memoryMB }) => memoryMB))];
  const [together, alone] = half.reduce(([both, own], { at, memoryMB }) => [both + (at - middle) * (memoryMB - level), own + (at - middle) ** 2], [0, 0]);
  const slope = alone === 0 ? 0 : together / alone;
  return level === 0 ? 0 : (slope * ((half.at(-1)?.at ?? 0) - (half[0]?.at ?? 0))) / level;
}

/** The figures as rows: what, how much, what was aimed at, and whether it is met. */
export function rows({ seconds, times, errors, timeouts, generations, samples, mostMemoryMB }: Soaked): string[][] {
  const wrong = [...errors.values()].reduce((sum, count) => sum + count, 0);
  const rise = growth(samples);
  const delays = samples.flatMap((sample) => sample.delays ?? []);
  const aim = (isMet: boolean, words: string) => [words, isMet ? 'met' : 'MISSED'];
  const idle = samples.map((sample) => sample.idle);
  const told = (name: string, at: number) => [
    `event loop late, ${name}`,
    delays.length === 0 ? 'not told' : shown(pooled(delays, at)),
    '',
    `an idle thread: ${shown(pooled(idle, at))}`,
  ];
  return [
    ['answers', `${times.length.toLocaleString('en')}, ${(times.length / seconds).toFixed(1)} a second`, ...aim(times.length > 0, 'some')],
    ['errors', String(wrong), ...aim(wrong === 0, '0')],
    ['timeouts', String(timeouts), ...aim(timeouts === 0, '0')],
    ...[0.5, 0.9, 0.99, 1].map((at) => [at === 1 ? 'slowest answer' : `answers, p${at * 100}`, shown(quantile(times, at)), '', '']),
    ['memory, growth over the last half', `${(rise * 100).toFixed(1)} %`, ...aim(rise <= FLAT, `${FLAT * 100} %`)],
    ['memory, most', `${mostMemoryMB} MB`, '', ''],
    ['loads of the helpdesk', String(generations), ...aim(generations > 0, 'some')],
    ['state told, slowest', shown(Math.max(0, ...samples.map(({ statusMs }) => statusMs))), '', ''],
    told('p50', 0.5),
    told('p99', 0.99),
    told('p99.9', 0.999),
    told('most', 1),
  ];
}

/** Whether every aim is met. */
export function isWell(soaked: Soaked): boolean {
  return rows(soaked).every((row) => row[3] !== 'MISSED');
}

/** The memory by time: ten or so rows of minutes and MB. */
export function memoryRows(samples: readonly Sample[]): string[][] {
  const every = Math.max(1, Math.ceil(samples.length / 20));
  return samples
    .filter((_, i) => i % every === 0 || i === samples.length - 1)
    .map(({ at, memoryMB, statusMs, delays, idle }) => [
      (at / 60).toFixed(1),
      String(memoryMB),
      shown(statusMs),
      delays ? shown(delays.most) : '',
      shown(idle.most),
    ]);
}
