import { makeFolder, type Progress } from './make';
import { type Format, type Manifest, readManifest, VERSION } from './manifest';
import { planOf } from './plan';
import { HOUR } from './units';

/** What a helpdesk is like where nobody says otherwise. */
export const DEFAULTS = { tickets: 20_000, seed: 1, months: 24, format: 'parquet' } as const;

/** How old the end of a helpdesk may be where nobody chose it: dashboards end now. */
const FRESH = 6 * HOUR;

/** A helpdesk that is wanted. What is left out may be as it is there; else it takes the defaults. */
export interface DemoOptions {
  readonly dir: string;
  readonly tickets?: number;
  readonly seed?: number;
  readonly months?: number;
  readonly format?: Format;
  /** The last instant, epoch ms or ISO; now where not given. */
  readonly end?: number | string;
  /** Makes it even if it is there. */
  readonly force?: boolean;
  readonly onProgress?: Progress;
}

/** Sees to it that a folder holds the wanted demo helpdesk, complete; `made` says whether it had to be made. */
export async function ensureDemo(options: DemoOptions): Promise<{ dir: string; made: boolean }> {
  const { dir, force = false, onProgress = () => undefined } = options;
  const end = options.end === undefined ? null : instantOf(options.end);
  const there = readManifest(dir);
  if (there !== null && !force && isAsWanted(there, options, end)) {
    return { dir, made: false };
  }
  const { tickets, seed, months, format }: Required<Choice> = { ...DEFAULTS, ...(there ? given(there) : {}), ...given(options) };
  await makeFolder(dir, planOf({ tickets, seed, months, end: end ?? Date.now() }), format, end !== null, onProgress);
  return { dir, made: true };
}

/** Whether what is there is what is wanted; an end that nobody wants must be recent, unless somebody chose it. */
function isAsWanted(there: Manifest, wanted: DemoOptions, end: number | null): boolean {
  const isRecent = end === null ? there.isEndChosen || Date.now() - Date.parse(there.end) < FRESH : Date.parse(there.end) === planOf({ ...DEFAULTS, end }).end;
  return there.version === VERSION && isRecent && Object.entries(given(wanted)).every(([key, value]) => there[key as keyof Manifest] === value);
}

type Choice = Partial<Pick<Manifest, 'tickets' | 'seed' | 'months' | 'format'>>;

/** What was chosen, without what was not. */
function given({ tickets, seed, months, format }: Choice): Choice {
  return Object.fromEntries(Object.entries({ tickets, seed, months, format }).filter(([, value]) => value !== undefined));
}

/** An end as epoch ms. */
export function instantOf(end: number | string): number {
  const instant = typeof end === 'number' ? end : Date.parse(end);
  if (!Number.isFinite(instant)) {
    throw new Error(`The end "${end}" is not an instant such as 2026-03-28T07:52:00Z.`);
  }
  return instant;
}
