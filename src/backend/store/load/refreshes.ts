import { SourceError } from '../../sources/source';
import { nextGeneration } from '../folder/store-files';
import { Increments } from '../rows/increments';
import type { KeptRows, Rows } from '../rows/kept-rows';
import { touchedSince } from '../rows/touched';
import type { StoreMeta } from '../store-meta';
import type { Refresh, StoreSettings } from '../store-options';
import { deriveAnew } from './build-facts';
import { rowsRead } from './extent';
import { layTouchedOver } from './lay-over';
import { load } from './load';
import type { LoadParts, StoreProgress } from './load-parts';

/** What a refresh that began at an instant (epoch milliseconds) has brought. */
interface Refreshed {
  /** A generation of facts, in place but not attached, unless it is laid over another; null where they are as they were. */
  readonly made: StoreMeta | null;
  readonly checkedAt: number;
  readonly refresh: Refresh;
}

type Pacing = Pick<StoreSettings, 'overlapMs' | 'sweepIntervalMs' | 'fullReloadIntervalMs'>;

const OVERLAP = 300_000;
const SWEEP_INTERVAL = 3_600_000;
const FULL_RELOAD_INTERVAL = 86_400_000;

/** How facts come to be those of now: by what changed in the helpdesk, from the kept rows alone, or by loading all that it has. */
export class Refreshes {
  private readonly increments: Increments;
  /** When all keys were compared last, or all rows read. */
  private sweptAt = -Infinity;
  /** An increment has failed in a way in which the next one would fail too. */
  private mustLoad = false;
  /** The newest generation of this process: what is laid over others has no file that would say it. */
  private newest = 0;

  constructor(
    private readonly parts: LoadParts,
    private readonly kept: KeptRows,
    private readonly settings: Pacing
  ) {
    this.increments = new Increments(parts, kept);
  }

  /** Brings facts to the state of now; `current` is what those in use say of themselves, if there are any. Where it throws, what is in use is as it was. */
  async run(current: StoreMeta | null, signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<Refreshed> {
    const rows = this.kept.current;
    if (rows === null || this.mustLoad || this.isOld(rows)) {
      return this.load(signal, progress);
    }
    try {
      // without facts settings have changed by which they are derived: the rows that were read are still right
      const found = current === null ? await this.derive(rows, 0, performance.now(), signal, progress) : await this.increment(rows, current, signal, progress);
      return found ?? (await this.load(signal, progress));
    } catch (error) {
      this.mustLoad = !(error instanceof SourceError || signal.aborted);
      throw error;
    }
  }

  /** Reads what changed, and derives facts from that; null where only a load can tell. */
  private async increment(rows: Rows, current: StoreMeta, signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<Refreshed | null> {
    const began = performance.now();
    const checkedAt = this.parts.now();
    const { overlapMs = OVERLAP, sweepIntervalMs = SWEEP_INTERVAL } = this.settings;
    const sweep = isPast(this.sweptAt, sweepIntervalMs, checkedAt);
    progress({ step: 'reading changes', done: 0, total: null });
    const read = await this.increments.read(rows, { overlapMs, sweep, lateMs: sweepIntervalMs }, (current.over ?? current.rows).revision, checkedAt, signal);
    if (read.kind === 'reload') {
      return null;
    }
    this.sweptAt = sweep ? checkedAt : this.sweptAt;
    const count = read.kind === 'applied' ? read.rows : 0;
    const now = this.kept.current ?? rows;
    if (!(await this.isTouched(now, current))) {
      return { made: null, checkedAt, refresh: { kind: 'nothing', rows: count, durationMs: Math.round(performance.now() - began) } };
    }
    progress({ step: 'deriving what changed', done: 0, total: null });
    const laid = await layTouchedOver(await this.nextNumber(), this.parts, now, current, began, signal);
    return laid ? brought(laid, 'increment', count) : this.derive(now, count, began, signal, progress);
  }

  /** Whether kept rows have changed in a way that facts show. */
  private async isTouched({ schema, meta }: Rows, { rows }: StoreMeta): Promise<boolean> {
    if (meta.revision === rows.revision) {
      return false;
    }
    const connection = await this.parts.database.connect();
    try {
      return (await touchedSince(connection, schema, rows.revision)).kind !== 'nothing';
    } finally {
      this.parts.database.disconnect(connection);
    }
  }

  private async derive(rows: Rows, count: number, began: number, signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<Refreshed> {
    return brought(await deriveAnew(await this.nextNumber(), this.parts, { ...rows, began }, signal, progress), 'increment', count);
  }

  private async load(signal: AbortSignal, progress: (progress: StoreProgress) => void): Promise<Refreshed> {
    const made = await load(await this.nextNumber(), this.parts, signal, progress);
    this.mustLoad = false;
    this.sweptAt = made.loadedAt;
    return brought(made, 'full', rowsRead(made));
  }

  private async nextNumber(): Promise<number> {
    return (this.newest = Math.max(await nextGeneration(this.parts.folder), this.newest + 1));
  }

  private isOld({ meta }: Rows): boolean {
    return isPast(meta.loadedAt, this.settings.fullReloadIntervalMs ?? FULL_RELOAD_INTERVAL, this.parts.now());
  }
}

const brought = (made: StoreMeta, kind: Refresh['kind'], rows: number): Refreshed => ({
  made,
  checkedAt: made.loadedAt,
  refresh: { kind, rows, durationMs: made.durationMs },
});

/** Whether so many milliseconds have passed since an instant; it counts as long ago, where a clock was put back. */
function isPast(instant: number, milliseconds: number, now: number): boolean {
  return now < instant || now - instant >= milliseconds;
}
