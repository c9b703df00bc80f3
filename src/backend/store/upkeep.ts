import { CANONICAL_TABLES } from '../canonical/tables';
import { standInLine } from '../lines';
import { Alarm } from './alarm';
import type { Database } from './database';
import { FactsFiles } from './facts-files';
import { nextGeneration } from './folder/store-files';
import { prepareFolder } from './folder/store-folder';
import { type Generation, Generations } from './generations';
import { load } from './load/load';
import { loadError } from './load/load-error';
import { Pace } from './load/pace';
import { Status } from './status';
import type { StoreMeta } from './store-meta';
import type { StoreOptions } from './store-options';

/** How often a held lock is tried again, in milliseconds: from the first to the longest, doubling. */
const FIRST_LOCK_MS = 50;
const LONGEST_LOCK_MS = 2_000;
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
  private readonly files: FactsFiles;
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
    this.files = new FactsFiles(folder, database, options.fingerprint, options.logger, (attempt) => this.patiently(attempt));
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
      const wait = this.pace.wait(this.now());
      if (wait > 0) {
        await this.alarm.sleep(wait);
        continue;
      }
      try {
        if (begun) {
          await this.loadOnce();
        } else {
          await this.begin();
          begun = true;
        }
      } catch (error) {
        this.fail(error);
      }
    }
  }

  private async begin(): Promise<void> {
    if (await this.files.take()) {
      await this.files.adoptNewest(this.generations.current !== null, (generation) => this.adopt(generation));
    }
  }

  private async loadOnce(): Promise<void> {
    const { source, derive, fingerprint, logger } = this.options;
    const { folder } = this.files;
    const began = this.now();
    this.status.loading();
    try {
      await prepareFolder(folder, logger);
      const number = await nextGeneration(folder);
      const parts = { folder, database: this.database, source, derive, fingerprint, now: this.now };
      const meta = await load(number, parts, this.closing.signal, (progress) => this.status.progressed(progress));
      const attached = await this.files.attach(number);
      if (attached?.kind !== 'attached') {
        throw new Error(`The new store cannot be read: ${attached?.why ?? 'the data source is being closed'}.`);
      }
      this.adopt({ number, meta });
      this.status.refreshed(meta.loadedAt, { kind: 'full', rows: rowsRead(meta), durationMs: meta.durationMs });
      logger.info('The store is loaded.', { generation: number, durationMs: meta.durationMs, tickets: meta.tableRows.ticket ?? 0, ...warningsOf(meta) });
    } catch (error) {
      this.fail(error, this.now() - began);
    } finally {
      this.status.ended();
    }
  }

  /** Makes an attached generation the one to read. */
  private adopt(generation: Generation): void {
    this.generations.replace(generation);
    this.pace.loaded(generation.meta, this.now());
    this.status.changes.happened();
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

/** How many canonical rows a full load read. */
function rowsRead({ tableRows }: StoreMeta): number {
  return CANONICAL_TABLES.reduce((sum, { name }) => sum + (tableRows[name] ?? 0), 0);
}

/** What the source warned of, for the log. */
function warningsOf({ remarks }: StoreMeta): { readonly warnings?: string } {
  const warnings = remarks.filter(({ kind }) => kind === 'warning').map(({ text }) => text);
  return warnings.length > 0 ? { warnings: warnings.join(' ') } : {};
}
