import { standInLine } from '../lines';
import { Alarm } from './alarm';
import type { Database } from './database';
import { FactsFiles, type Patiently } from './facts-files';
import { prepareFolder } from './folder/store-folder';
import { type Generation, Generations } from './generations';
import { loadError } from './load/load-error';
import { Pace } from './load/pace';
import { Refreshes } from './load/refreshes';
import { SeenClock } from './load/seen-clock';
import { KeptRows } from './rows/kept-rows';
import { Status } from './status';
import type { StoreMeta } from './store-meta';
import type { Refresh, StoreOptions } from './store-options';

/** How often a held lock is tried again, in milliseconds: from the first to the longest, doubling. */
const FIRST_LOCK_MS = 50;
const LONGEST_LOCK_MS = 2_000;
/** How often the clock is looked at while nothing is due, in milliseconds. */
const LOOK_MS = 5_000;
/** How long closing waits for a source that does not heed its signal, in milliseconds: Grafana kills after two seconds. */
const CLOSE_MS = 800;

/** Keeps a store's facts: takes its folder, uses what is there, and loads whenever it is time. */
export class Upkeep {
  /** What there is to read. */
  readonly generations = new Generations((generation) => {
    this.removing = Promise.all([this.removing, this.files.remove(generation)]);
  });
  readonly status = new Status();
  readonly pace: Pace;
  readonly now: () => number;
  private readonly closing = new AbortController();
  private readonly alarm = new Alarm();
  private readonly clock = new SeenClock();
  private readonly files: FactsFiles;
  private readonly rows: KeptRows;
  private readonly refreshes: Refreshes;
  private life: Promise<void> | null = null;
  private removing: Promise<unknown> = Promise.resolve();

  constructor(
    folder: string,
    readonly database: Database,
    private readonly options: StoreOptions
  ) {
    // whoever opens it, loads are not his
    standInLine(this.closing.signal, JSON.stringify(['load', options.owner.orgId]));
    const { refreshIntervalMs, firstRetryMs = 5_000, longestRetryMs = 300_000 } = options.settings;
    this.pace = new Pace({ refreshIntervalMs, firstRetryMs, longestRetryMs });
    this.now = options.now ?? Date.now;
    const { source, derive, layOver, fingerprint, readFingerprint, logger } = options;
    const patiently: Patiently = (attempt) => this.patiently(attempt);
    this.files = new FactsFiles(folder, database, fingerprint, logger, patiently);
    this.rows = new KeptRows(folder, database, readFingerprint, logger, patiently);
    const parts = { folder, database, source, derive, layOver, fingerprint, readFingerprint, now: this.now };
    this.refreshes = new Refreshes(parts, this.rows, options.settings);
  }

  get isClosing(): boolean {
    return this.closing.signal.aborted;
  }

  /** Begins: takes what a former process left, or loads, and then keeps it fresh. */
  start(): void {
    this.life ??= this.live();
  }

  /** Looks at the pace anew, which has changed. */
  wake(): void {
    this.alarm.ring();
  }

  /** Interrupts whatever runs, and lets go of everything. */
  async close(): Promise<void> {
    this.closing.abort(new Error('The data source is being closed.'));
    this.alarm.ring();
    this.status.changes.happened();
    await Promise.race([Promise.all([this.life, this.removing]), new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    await this.database.close();
    await this.files.release();
  }

  private async live(): Promise<void> {
    let begun = false;
    while (!this.isClosing) {
      const now = this.now();
      this.status.putBack(this.clock.look(now));
      const wait = this.pace.wait(now);
      if (wait > 0) {
        // a timer knows nothing of a clock that was put forward, or of a machine that slept
        await this.alarm.sleep(Math.min(wait, LOOK_MS));
        continue;
      }
      try {
        if (begun) {
          await this.refreshOnce();
        } else {
          await this.begin();
          begun = true;
          this.pace.begun(this.now());
        }
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private async begin(): Promise<void> {
    if (await this.files.take()) {
      await this.files.adoptNewest(this.generations.current !== null, (generation) => this.adopt(generation));
      const facts = this.generations.current?.meta.rows;
      // what was written last of the rows may be lost; what facts were derived from may not
      await this.rows.adoptNewest(({ id, revision }) => facts === undefined || (id === facts.id && revision >= facts.revision));
    }
  }

  private async refreshOnce(): Promise<void> {
    const { logger } = this.options;
    // a clock that jumps meanwhile says nothing of how long it took
    const began = performance.now();
    this.status.loading();
    try {
      await prepareFolder(this.files.folder, logger);
      const current = this.generations.current?.meta ?? null;
      const { made, checkedAt, refresh } = await this.refreshes.run(current, this.closing.signal, (progress) => this.status.progressed(progress));
      if (made) {
        await this.publish(made, refresh);
      } else {
        this.pace.loaded({ loadedAt: checkedAt, durationMs: refresh.durationMs }, this.now());
      }
      this.status.refreshed(Math.min(checkedAt, this.now()), refresh);
    } catch (error) {
      this.fail(error, performance.now() - began);
    } finally {
      this.status.ended();
    }
  }

  /** Makes facts that are in place the ones to read. */
  private async publish(meta: StoreMeta, { kind, rows }: Refresh): Promise<void> {
    const { generation, durationMs, tableRows } = meta;
    const attached = meta.over ? null : await this.files.attach(generation);
    if (!meta.over && attached?.kind !== 'attached') {
      throw new Error(`The new store cannot be read: ${attached?.why ?? 'the data source is being closed'}.`);
    }
    if (kind === 'full') {
      await this.rows.replace(generation);
    }
    this.adopt({ number: generation, meta });
    this.options.logger.info('The store is loaded.', { generation, kind, rows, durationMs, tickets: tableRows.ticket ?? 0, ...warningsOf(meta) });
  }

  /** Makes an attached generation the one to read. */
  private adopt(generation: Generation): void {
    const now = this.now();
    this.generations.replace(generation);
    this.pace.loaded(generation.meta, now);
    // by a clock that was ahead it may be of the future
    this.status.checked(Math.min(generation.meta.loadedAt, now));
  }

  private fail(error: unknown, tookMs = 0): void {
    if (this.isClosing) {
      return;
    }
    this.options.logger.error('A load failed.', { error });
    this.pace.failed(this.now(), tookMs);
    this.status.failed(this.now(), loadError(error));
  }

  /** Tries ever more slowly while somebody else holds a file. */
  private async patiently<Result>(attempt: () => Promise<Result | null>): Promise<Result | null> {
    for (let pause = FIRST_LOCK_MS; !this.isClosing; pause = Math.min(LONGEST_LOCK_MS, 2 * pause)) {
      const result = await attempt();
      this.status.waits(result === null);
      if (result !== null) {
        return result;
      }
      await this.alarm.sleep(pause);
    }
    return null;
  }
}

/** What the source warned of, for the log. */
function warningsOf({ remarks }: StoreMeta): { readonly warnings?: string } {
  const warnings = remarks.filter(({ kind }) => kind === 'warning').map(({ text }) => text);
  return warnings.length > 0 ? { warnings: warnings.join(' ') } : {};
}
