import type { Logger } from '../../log';
import { cleanOrphans } from './clean-orphans';

/** When stores are removed, in milliseconds. */
interface CleanerOptions {
  /** From one look at all directories to the next. */
  readonly everyMs: number;
  /** How long nobody has used a store that goes. */
  readonly unusedMs: number;
}

/** Removes the stores of data sources that are gone, by itself, in all directories that this process has seen. It does not keep the process alive. */
export class StoreCleaner {
  private readonly directories = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private cleaning: Promise<void> = Promise.resolve();

  constructor(
    private readonly logger: Logger,
    private readonly options: CleanerOptions = { everyMs: 3_600_000, unusedMs: 86_400_000 }
  ) {
    this.timer = setInterval(() => void this.clean(), options.everyMs).unref();
  }

  /** Notes a directory that holds stores. */
  watch(directory: string): void {
    this.directories.add(directory);
  }

  /** Ends the cleaning. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.directories.clear();
    await this.cleaning;
  }

  private clean(): Promise<void> {
    this.cleaning = this.cleaning.then(async () => {
      for (const directory of this.directories) {
        const removed = await cleanOrphans(directory, Date.now() - this.options.unusedMs, this.logger);
        if (removed.length > 0) {
          this.logger.info('Removed stores that nobody used for long.', { folders: removed.join(', ') });
        }
      }
    });
    return this.cleaning;
  }
}
